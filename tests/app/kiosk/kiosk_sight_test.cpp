#include "app/kiosk/kiosk_fixture.hpp"
#include "support/bundled_map.hpp"

#include "app/state/camera_follow.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cmath>

namespace {

/// What of the map neither the bar nor a card, however long, covers.
app::Rect free_part(app::KioskLayout const &layout)
{
    auto free = layout.map;
    (layout.upright ? free.bottom = layout.card_room.top : free.left = layout.card_room.right);
    return free;
}

/// Whether what is chosen stands within the middle half, each way, of what is free.
bool rests_in_the_middle(app::KioskState const &state, app::KioskRules const &rules, geo::Atlas const &atlas,
                         geo::Projection const &projection)
{
    auto const spot = app::position_of(state.view.selection, state.view.now, atlas);
    REQUIRE(spot);
    auto const free = free_part(app::lay_out_kiosk(state.view.viewport, rules, state.large));
    auto const at = app::to_screen(state.view.camera, state.view.viewport, projection.forward(*spot));
    INFO(fmt::format("at {:.0f}, {:.0f}, free {:.0f}, {:.0f} to {:.0f}, {:.0f}", at.x, at.y, free.left, free.top,
                     free.right, free.bottom));
    bool const good = std::abs(at.x - (free.left + free.right) / 2) <= (free.right - free.left) / 4 + 1 &&
                      std::abs(at.y - (free.top + free.bottom) / 2) <= (free.bottom - free.top) / 4 + 1;
    CHECK(good);
    return good;
}

bool rests_in_the_middle(test::KioskOnPaper const &kiosk)
{
    return rests_in_the_middle(kiosk.state, kiosk.rules, *kiosk.view.atlas, kiosk.view.projection);
}

app::Selection place(test::KioskOnPaper const &kiosk, std::string const &id)
{
    auto const &places = kiosk.view.atlas->places;
    return {app::Kind::place, static_cast<geo::Index>(std::ranges::find(places, id, &geo::Place::id) - places.begin())};
}

} // namespace

TEST_CASE("each event of the bundled atlas comes to rest in the middle of what its card leaves free of the map")
{
    auto const &session = test::bundled_session();
    app::KioskRules rules;
    rules.days = app::five_days(session.atlas->info);
    rules.language = "en";
    app::KioskSurroundings const in{{*session.atlas, session.projection}, rules};
    for (app::Viewport const size : {app::Viewport{1920, 1080}, {1080, 1920}}) {
        for (double const nearer : {1.0, 8.0}) {
            auto state = app::opening_kiosk(in, size);
            auto const act = [&](app::KioskAction const &action) { state = reduce(std::move(state), action, in); };
            auto const rest = [&] {
                for (int i = 0; state.flight && i < 200; ++i) {
                    act(app::Elapse{0.1});
                }
                CHECK_FALSE(state.flight);
            };
            act(app::Touched{{900, 400}});
            act(app::ShowHome{});
            rest();
            act(app::Do{app::ZoomAt{{960, 300}, nearer}});
            act(app::Do{app::SetInstant{rules.days.begin}});
            int seen = 0;
            for (auto before = app::Selection{app::Kind::none, 1};; before = state.view.selection) {
                act(app::StepEventInDays{1});
                if (state.view.selection == before) {
                    break;
                }
                if (app::position_of(state.view.selection, state.view.now, *session.atlas)) {
                    rest();
                    CAPTURE(session.atlas->events[state.view.selection.index].id);
                    CAPTURE(size.width);
                    CAPTURE(nearer);
                    REQUIRE(rests_in_the_middle(state, rules, *session.atlas, session.projection));
                    ++seen;
                }
            }
            CHECK(seen > 20);
        }
    }
}

TEST_CASE("what a finger chooses at the edge, or where its card will lie, comes to rest in the middle of what is free")
{
    for (app::Viewport const size : {app::Viewport{1920, 1080}, {1080, 1920}}) {
        test::KioskOnPaper kiosk{size};
        kiosk.act(app::Touched{{900, 400}});
        auto const lay = kiosk.layout();
        for (auto const &at : {app::ScreenPoint{lay.map.right - 20, lay.map.top + 20},
                               {(lay.card_room.left + lay.card_room.right) / 2, lay.card_room.bottom - 20}}) {
            auto const east = place(kiosk, "east");
            auto const there = kiosk.view.projection.forward(kiosk.view.atlas->places[east.index].at);
            auto &view = kiosk.state.view;
            auto const now = app::to_screen(view.camera, size, there);
            view.camera = app::pan_by(view.camera, at.x - now.x, at.y - now.y);
            kiosk.act(app::Do{app::Select{east}});
            kiosk.wait(6);
            CHECK(rests_in_the_middle(kiosk));
        }
    }
}

TEST_CASE("what lies in the middle of what is free is chosen without a movement of the map")
{
    test::KioskOnPaper kiosk;
    kiosk.act(app::Touched{{900, 400}});
    kiosk.act(app::Do{app::Select{place(kiosk, "east")}});
    kiosk.wait(6);
    kiosk.act(app::Do{app::PanBy{60, 40}});
    auto const before = kiosk.state.view.camera;
    kiosk.act(app::Do{app::Select{}});
    kiosk.act(app::Do{app::Select{place(kiosk, "east")}});
    kiosk.wait(1);
    CHECK(kiosk.state.view.camera == before);
}

TEST_CASE("what is chosen while the map is still on its way comes to rest in the middle too")
{
    test::KioskOnPaper kiosk;
    kiosk.act(app::Touched{{900, 400}});
    kiosk.act(app::Do{app::ZoomAt{{960, 300}, 6}});
    for (auto const *id : {"east", "west", "east", "west"}) {
        kiosk.act(app::Do{app::Select{place(kiosk, id)}});
        kiosk.wait(0.4);
        CHECK(kiosk.state.flight);
    }
    kiosk.wait(8);
    CHECK(rests_in_the_middle(kiosk));
}

TEST_CASE("large text, whose cards are wider, leaves what is chosen in the middle of what is then free")
{
    test::KioskOnPaper kiosk;
    kiosk.act(app::Touched{{900, 400}});
    kiosk.act(app::Do{app::Select{place(kiosk, "east")}});
    kiosk.wait(6);
    auto const free = free_part(kiosk.layout());
    kiosk.act(app::Do{app::PanBy{-(free.right - free.left) * 0.24F, 0}});
    kiosk.act(app::ToggleLarge{});
    kiosk.wait(6);
    CHECK(rests_in_the_middle(kiosk));
}

TEST_CASE("a hand that moves the map on from an event at the edge of the land does not make it jump")
{
    test::KioskOnPaper kiosk{{1080, 1920}};
    kiosk.act(app::Touched{{900, 400}});
    auto const whole = kiosk.state.view.camera;
    kiosk.state.view.camera.centre.y -= 1e6; // beyond
    auto const before = kiosk.state.view.camera;
    kiosk.act(app::Do{app::PanBy{0, -50}});
    CHECK(kiosk.state.view.camera.centre.y == doctest::Approx(before.centre.y)); // no farther
    kiosk.act(app::Do{app::PanBy{0, 50}});
    CHECK(kiosk.state.view.camera.centre.y == doctest::Approx(before.centre.y + 50 * whole.metres_per_pixel));
}
