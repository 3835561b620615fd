#include "support/atlas_folder.hpp"

#include "app/core/paths.hpp"
#include "app/shell/map_picture.hpp"
#include "app/shell/session.hpp"
#include "app/state/reduce.hpp"

#include <SFML/Graphics/RenderWindow.hpp>
#include <doctest/doctest.h>

namespace {

/// The small atlas, its view and the kept picture of it.
struct Kept
{
    test::AtlasFolder folder;
    sf::RenderWindow window{sf::VideoMode{800, 600}, "kept"};
    std::shared_ptr<app::Session const> session = app::open_session(folder.path());
    app::ViewerState view = app::opening_state({*session->atlas, session->projection}, {800, 600});
    app::Style style = app::find_style("light");
    app::FontMetrics fonts;
    app::Texts texts{"/nowhere", "en"};
    app::Painter painter{fonts};
    app::MapPicture picture;

    void update()
    {
        auto const world = state_at(*session->atlas, test::at("1920-04-27"));
        picture.update({session->map, world, view, style, fonts, texts, {0, 0, 800, 600}, {}}, painter);
    }
    void act(app::Action const &action) { view = reduce(view, action, {*session->atlas, session->projection}); }
    /// Where the first place's mark lies in the view.
    [[nodiscard]] app::Target mark() const { return picture.base().scene.targets.at(0); }
};

} // namespace

TEST_CASE("while the map is dragged its picture is only moved, with all marks on it")
{
    Kept kept;
    kept.update();
    auto const before = kept.mark();
    CHECK_FALSE(kept.picture.waits());
    kept.act(app::PanBy{30, -12});
    kept.update();
    CHECK(kept.picture.waits());
    CHECK(kept.mark().left == doctest::Approx(before.left + 30));
    CHECK(kept.mark().top == doctest::Approx(before.top - 12));
}

TEST_CASE("when the map has come to rest its picture is painted anew")
{
    Kept kept;
    kept.update();
    kept.act(app::ZoomAt{{400, 300}, 1.1});
    kept.update();
    CHECK(kept.picture.waits());
    for (int i = 0; i < 6; ++i) {
        kept.update();
    }
    CHECK_FALSE(kept.picture.waits());
}

TEST_CASE("a picture that no longer covers the view is painted anew at once")
{
    Kept kept;
    kept.update();
    kept.act(app::PanBy{900, 0});
    kept.update();
    CHECK_FALSE(kept.picture.waits());
}

TEST_CASE("a picture that shows something else is painted anew at once, wherever the camera is")
{
    Kept kept;
    kept.update();
    kept.act(app::PanBy{10, 0});
    kept.act(app::ToggleLayer{"places"});
    kept.update();
    CHECK_FALSE(kept.picture.waits());
    CHECK(kept.picture.base().scene.targets.empty());
}
