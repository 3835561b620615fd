#include "support/atlas_folder.hpp"
#include "support/temporary_folder.hpp"
#include "support/until.hpp"

#include "app/core/paths.hpp"
#include "app/shell/base_worker.hpp"
#include "app/shell/map_picture.hpp"
#include "app/shell/session.hpp"
#include "app/state/reduce.hpp"

#include <SFML/Graphics/RenderTexture.hpp>
#include <SFML/Graphics/RenderWindow.hpp>
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>

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
        auto const world = state_at(*session->atlas, view.now);
        picture.update({session->map, world, view, style, fonts, texts, {0, 0, 800, 600}, {}}, painter);
    }
    /// Frames pass until the picture is right. Its scene comes from a thread, so their number is not known.
    void settle()
    {
        update();
        CHECK(test::until([&] {
            update();
            return !picture.busy();
        }));
    }
    void act(app::Action const &action) { view = reduce(view, action, {*session->atlas, session->projection}); }
    /// Where the first place's mark lies in the view.
    [[nodiscard]] app::Target mark() const { return picture.base().scene.targets.at(0); }

    Kept() { act(app::SetInstant{test::at("1920-04-27")}); }
};

bool alike(sf::Image const &a, sf::Image const &b)
{
    return a.getSize() == b.getSize() &&
           std::memcmp(a.getPixelsPtr(), b.getPixelsPtr(), std::size_t{4} * a.getSize().x * a.getSize().y) == 0;
}

/// The kept picture as it is when it is painted whole, with what it reaches beyond the view.
sf::Image painted_whole(Kept &kept)
{
    auto const world = state_at(*kept.session->atlas, kept.view.now);
    auto view = kept.view;
    view.viewport = {800 + 2 * 160, 600 + 2 * 160};
    auto const built = app::build_now({kept.session->map,
                                       world,
                                       view,
                                       kept.style,
                                       kept.fonts,
                                       kept.texts,
                                       {0, 160, 1120, 760},
                                       {},
                                       kept.picture.base().plan});
    sf::RenderTexture texture;
    REQUIRE(texture.create(1120, 920));
    kept.painter.draw(kept.painter.prepare(built->shapes), texture, true);
    texture.display();
    return texture.getTexture().copyToImage();
}

/// But for what a margin's pixels more take from a float's last digits.
bool nearly_alike(sf::Image const &a, sf::Image const &b)
{
    auto const size = a.getSize();
    auto const *const of_a = a.getPixelsPtr();
    auto const *const of_b = b.getPixelsPtr();
    return size == b.getSize() && std::equal(of_a, of_a + std::size_t{4} * size.x * size.y, of_b,
                                             [](sf::Uint8 x, sf::Uint8 y) { return std::abs(x - y) <= 4; });
}

/// What of a picture lies in the view.
sf::Image view_of(sf::Image const &picture)
{
    sf::Image part;
    part.create(800, 600);
    auto const size = picture.getSize();
    part.copy(picture, 0, 0, {static_cast<int>(size.x - 800) / 2, static_cast<int>(size.y - 600) / 2, 800, 600});
    return part;
}

} // namespace

TEST_CASE("while the map is dragged its picture is only moved, with all marks on it")
{
    Kept kept;
    kept.settle();
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
    kept.settle();
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

TEST_CASE("a picture made strip by strip is the one that is painted at once, pixel for pixel")
{
    Kept kept;
    kept.settle();
    kept.act(app::ZoomAt{{300, 200}, 1.2});
    kept.act(app::PanBy{25, -40});
    kept.settle();
    CHECK(alike(kept.picture.pixels(), painted_whole(kept)));
    CHECK_FALSE(kept.picture.waits());
    kept.act(app::ToggleLayer{"railways"});
    CHECK_FALSE(alike(kept.picture.pixels(), painted_whole(kept)));
}

TEST_CASE("the first picture, of the view alone, shows what the one that reaches beyond it shows there")
{
    Kept kept;
    kept.update();
    auto const first = kept.picture.pixels();
    kept.settle();
    CHECK(kept.picture.pixels().getSize().x > first.getSize().x);
    CHECK(nearly_alike(view_of(kept.picture.pixels()), first));
}

TEST_CASE("when the date changes what the map shows, the old picture stays until the new one is whole")
{
    Kept kept;
    kept.settle();
    auto const before = kept.picture.pixels();
    kept.act(app::SetInstant{test::at("1920-04-28T06:00")});
    kept.update();
    CHECK(kept.picture.waits());
    CHECK(alike(kept.picture.pixels(), before));
    kept.settle();
    CHECK_FALSE(alike(kept.picture.pixels(), before));
    CHECK(alike(kept.picture.pixels(), painted_whole(kept)));
}

TEST_CASE("a map that is zoomed out step by step always fills the view and never waits for a picture")
{
    Kept kept;
    kept.settle();
    for (int i = 0; i < 30; ++i) {
        kept.act(app::ZoomAt{{400, 300}, 1 / 1.02});
        kept.update();
        CHECK(kept.picture.waits());
        auto const drawn = kept.picture.prepared();
        float left = 1e9F;
        float right = -1e9F;
        for (auto const &batch : drawn.batches) {
            for (auto const &v : batch.vertices) {
                left = std::min(left, v.position.x);
                right = std::max(right, v.position.x);
            }
        }
        CHECK(left <= 0);
        CHECK(right >= 800);
    }
    kept.settle();
    CHECK(kept.picture.prepared().batches.size() == 1);
}

TEST_CASE("a picture that is being made is given up when the map model goes")
{
    Kept kept;
    kept.settle();
    kept.act(app::SetInstant{test::at("1920-04-28T06:00")});
    kept.update();
    kept.picture.invalidate();
    kept.session = app::open_session(kept.folder.path());
    kept.settle();
    CHECK_FALSE(kept.picture.waits());
}

TEST_CASE("the picture that a start has kept is the one that the next start shows, pixel for pixel")
{
    test::TemporaryFolder const cache;
    setenv("XDG_CACHE_HOME", cache.path().c_str(), 1);
    auto const first_frame = [] {
        Kept kept;
        auto const world = state_at(*kept.session->atlas, kept.view.now);
        app::SceneInput const in{kept.session->map, world,      kept.view,        kept.style,
                                 kept.fonts,        kept.texts, {0, 0, 800, 600}, {}};
        kept.picture.begin_first(in, "the small atlas");
        kept.update();
        auto pixels = kept.picture.pixels();
        auto const mark = kept.mark();
        kept.update(); // a frame has shown it: now it is kept
        kept.settle(); // and the picture that follows is made in the usual way
        CHECK(kept.picture.base().plan->key != "");
        return std::pair{std::move(pixels), mark.left};
    };
    auto const made = first_frame();
    REQUIRE(std::filesystem::exists(app::opening_file()));
    auto const written = std::filesystem::last_write_time(app::opening_file());
    auto const shown = first_frame();
    CHECK(alike(made.first, shown.first));
    CHECK(made.second == shown.second);
    CHECK(std::filesystem::last_write_time(app::opening_file()) == written); // it was taken from there
    unsetenv("XDG_CACHE_HOME");
}

TEST_CASE("names that come with another map model of the same atlas are lettered, as when the land comes after a file")
{
    Kept kept;
    kept.settle();
    auto map = kept.session->map;
    app::ModelName steppe;
    steppe.text.set("en", "Quiet Steppe");
    steppe.kind = "steppe";
    steppe.rank = 1;
    steppe.course = {to_map(kept.view.camera, kept.view.viewport, {180, 140})}; // where nothing else stands
    map.names.push_back(steppe);
    auto const labels = kept.picture.base().plan->labels.size();
    kept.picture.invalidate(); // as the viewer does when it takes another session
    auto const world = state_at(*kept.session->atlas, kept.view.now);
    kept.picture.update({map, world, kept.view, kept.style, kept.fonts, kept.texts, {0, 0, 800, 600}, {}},
                        kept.painter);
    CHECK(kept.picture.base().plan->labels.size() == labels + 1);
    kept.picture.forget();
}
