#include "support/atlas_folder.hpp"

#include "app/state/reduce.hpp"

#include <doctest/doctest.h>

using test::at;

namespace {

struct View
{
    test::AtlasFolder folder;
    std::shared_ptr<geo::Atlas const> atlas = folder.load().atlas;
    geo::Projection projection{atlas->info.crs, atlas->info.home};
    app::ViewerState state = app::opening_state({*atlas, projection}, {1200, 800});

    void act(app::Action const &action) { state = reduce(state, action, {*atlas, projection}); }
};

} // namespace

TEST_CASE("undo brings back what was seen before, redo what was undone")
{
    View view;
    auto const home = view.state.camera;
    view.act(app::ZoomStep{2});
    auto const near = view.state.camera;
    view.act(app::Select{{app::Kind::place, 0}});
    CHECK(view.state.history.can_undo());
    view.act(app::Undo{});
    CHECK(view.state.selection == app::Selection{});
    CHECK(view.state.camera == near);
    view.act(app::Undo{});
    CHECK(view.state.camera == home);
    CHECK_FALSE(view.state.history.can_undo());
    view.act(app::Redo{});
    view.act(app::Redo{});
    CHECK(view.state.camera == near);
    CHECK(view.state.selection == app::Selection{app::Kind::place, 0});
    CHECK_FALSE(view.state.history.can_redo());
}

TEST_CASE("a drag is one step of undo, and the next drag another")
{
    View view;
    auto const home = view.state.camera;
    for (int i = 0; i < 5; ++i) {
        view.act(app::PanBy{10, 0});
    }
    auto const first = view.state.camera;
    view.act(app::EndGesture{});
    for (int i = 0; i < 5; ++i) {
        view.act(app::PanBy{0, 10});
    }
    view.act(app::Undo{});
    CHECK(view.state.camera == first);
    view.act(app::Undo{});
    CHECK(view.state.camera == home);
}

TEST_CASE("an undone pan does not turn back the clock that runs meanwhile")
{
    View view;
    auto const home = view.state.camera;
    view.act(app::SetPlaying{true});
    view.act(app::PanBy{10, 0});
    view.act(app::Tick{0.2});
    auto const now = view.state.now;
    view.act(app::Undo{});
    CHECK(view.state.camera == home);
    CHECK(view.state.now == now);
}

TEST_CASE("what changes nothing of the view, such as a panel or the clock that runs, is no step of undo")
{
    View view;
    view.act(app::TogglePanel{app::Panel::layers});
    view.act(app::SetPlaying{true});
    view.act(app::Tick{0.2});
    view.act(app::Resize{{900, 700}});
    CHECK_FALSE(view.state.history.can_undo());
}

TEST_CASE("a new change forgets what could be redone")
{
    View view;
    view.act(app::SetInstant{at("1920-04-27")});
    view.act(app::Undo{});
    view.act(app::ToggleLayer{"rivers"});
    CHECK_FALSE(view.state.history.can_redo());
}

TEST_CASE("only the latest two hundred changes are kept")
{
    View view;
    for (int i = 0; i < 201; ++i) {
        view.act(app::ToggleLayer{"rivers"});
    }
    int undone = 0;
    for (; view.state.history.can_undo(); ++undone) {
        view.act(app::Undo{});
    }
    CHECK(undone == 200);
    CHECK(view.state.hidden.contains("rivers")); // as after the first
}
