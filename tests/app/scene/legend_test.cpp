// Where the legend stands, and that it leaves the map readable.

#include "support/atlas_folder.hpp"
#include "support/bundled_map.hpp"
#include "support/drawn_labels.hpp"

#include "app/scene/legend.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

namespace {

std::set<std::string> names_in(test::MapView &view)
{
    std::set<std::string> names;
    auto const picture = view.picture();
    for (auto const &label : test::drawn_labels(picture.layers(), view.fonts)) {
        names.insert(label.text);
    }
    return names;
}

} // namespace

TEST_CASE("the legend stands where it hides no place that the atlas tells of")
{
    for (char const *const language : {"en", "az", "ru"}) {
        for (char const *const day : {"1920-03-23", "1920-04-27T12:00", "1920-07-28"}) {
            test::MapView view{{1920, 1080}, "light", language};
            view.state.now = test::at(day);
            auto const world = view.world();
            auto const in = view.input(world);
            auto const plate = build_legend(in).plate;
            CHECK(plate.right > plate.left);
            for (auto const *const id : {"nakhchivan", "shusha", "ganja", "baku", "yalama", "tiflis", "erivan"}) {
                auto const i = geo::index_of(in.map.atlas->places, id);
                REQUIRE(i);
                auto const at = to_screen(in.view.camera, in.view.viewport, in.map.places[*i]);
                CAPTURE(id);
                CAPTURE(day);
                CHECK_FALSE(plate.meets({at.x - 1, at.y - 1, at.x + 1, at.y + 1}));
            }
        }
    }
}

TEST_CASE("while time runs the legend keeps its corner")
{
    test::MapView view{{1920, 1080}};
    std::set<bool> right;
    std::set<bool> low;
    for (int hour = 0; hour < 72; hour += 6) {
        view.state.now = test::at("1920-04-26") + geo::Seconds{3600 * hour};
        auto const world = view.world();
        auto const plate = build_legend(view.input(world)).plate;
        right.insert(plate.left > 960);
        low.insert(plate.top > 540);
    }
    CHECK(right.size() == 1);
    CHECK(low.size() == 1);
}

TEST_CASE("between panels the legend leaves the ways of the armoured trains open, and tells at least the sides")
{
    test::MapView view{{1600, 900}};
    view.state.now = test::at("1920-04-27T11:00");
    view.look_at({47.6, 40.6}, 2.0e6);
    auto const world = view.world();
    auto in = view.input(world);
    in.free = {390, 90, 1180, 710}; // between the list of events and a card
    auto const plate = build_legend(in).plate;
    CHECK(plate.right > plate.left);
    for (auto const *const id : {"khachmaz", "divichi", "yalama", "baku"}) {
        auto const i = geo::index_of(in.map.atlas->places, id);
        REQUIRE(i);
        auto const at = to_screen(in.view.camera, in.view.viewport, in.map.places[*i]);
        CAPTURE(id);
        CHECK_FALSE(plate.meets({at.x - 1, at.y - 1, at.x + 1, at.y + 1}));
    }
}

TEST_CASE("the edges of what will be seen of a picture cut no name of a land or a sea")
{
    test::MapView view{{1920, 1080}};
    view.state.now = test::at("1920-04-27T12:00");
    auto const world = view.world();
    std::set<std::string> const large{"AZERBAIJAN", "SOVIET RUSSIA", "GEORGIA", "ARMENIA", "PERSIA", "CASPIAN SEA"};
    int seen = 0;
    int cut = 0;
    for (float left = 200; left <= 900; left += 100) {
        auto in = view.input(world);
        app::Rect const part{left, 160, left + 800, 900};
        auto const count = [&](app::Rect const &ink) {
            bool const whole =
                ink.left >= part.left && ink.right <= part.right && ink.top >= part.top && ink.bottom <= part.bottom;
            seen += whole ? 1 : 0;
            return !whole && part.meets(ink);
        };
        auto const cut_names = [&] {
            auto const base = build_base(in);
            int found = 0;
            for (auto const &label : test::drawn_labels({&base.scene}, view.fonts)) {
                if (large.contains(label.text)) {
                    auto const &ink = label.ink;
                    auto box = ink.front();
                    for (auto const &r : ink) {
                        box = {std::min(box.left, r.left), std::min(box.top, r.top), std::max(box.right, r.right),
                               std::max(box.bottom, r.bottom)};
                    }
                    found += count(box) ? 1 : 0;
                }
            }
            return found;
        };
        cut += cut_names(); // of the whole picture
        in.seen = part;
        CAPTURE(left);
        CHECK(cut_names() == 0);
    }
    CHECK(seen > 0);
    CHECK(cut > 0); // else the test would show nothing
}

TEST_CASE("each land in view has its name in view, wherever the frame cuts it")
{
    test::MapView english{{1920, 1080}};
    english.state.now = test::at("1920-07-28");
    auto const names = names_in(english);
    for (auto const *const land : {"GEORGIA", "ARMENIA", "PERSIA", "AZERBAIJAN SSR", "SOVIET RUSSIA", "CASPIAN SEA"}) {
        CAPTURE(land);
        CHECK(names.contains(land));
    }
    test::MapView azerbaijani{{1920, 1080}, "light", "az"};
    azerbaijani.state.now = test::at("1920-04-27T05:00");
    auto const az = names_in(azerbaijani);
    for (auto const *const land : {"GÜRCÜSTAN", "ERMƏNİSTAN", "İRAN", "AZƏRBAYCAN", "SOVET RUSİYASI", "XƏZƏR DƏNİZİ"}) {
        CAPTURE(land);
        CHECK(az.contains(land));
    }
    test::MapView near{{1600, 900}};
    near.state.now = test::at("1920-04-28T05:00");
    near.look_at({45.4, 41.2}, 1.2e6);
    CHECK(names_in(near).contains("GEORGIA"));
}

TEST_CASE("the name of a sea that the view cuts stands on that sea, not on another")
{
    test::MapView view{{1200, 800}};
    view.state.now = test::at("1920-04-27T12:00");
    geo::Projection const projection{test::bundled_session().atlas->info.crs, test::bundled_session().atlas->info.home};
    int black = 0;
    int caspian = 0;
    for (double lon = 42.5; lon < 51; lon += 0.5) {
        for (double const scale : {3e6, 4.5e6, 6e6}) {
            view.look_at({lon, 41.5}, scale);
            auto const world = view.world();
            auto const in = view.input(world);
            auto const base = build_base(in);
            for (auto const &label : test::drawn_labels({&base.scene}, view.fonts)) {
                auto const &ink = label.ink.front();
                auto const at = projection.inverse(
                    to_map(in.view.camera, in.view.viewport, {(ink.left + ink.right) / 2, (ink.top + ink.bottom) / 2}));
                CAPTURE(lon);
                CAPTURE(scale);
                if (label.text == "BLACK SEA") {
                    ++black;
                    CHECK(at.lon < 42);
                } else if (label.text == "CASPIAN SEA") {
                    ++caspian;
                    CHECK(at.lon > 46.5);
                }
            }
        }
    }
    CHECK(black > 0);
    CHECK(caspian > 0);
}

TEST_CASE("a land that the view cuts is named on land that it holds, not on what it claims, and not under a panel")
{
    test::MapView view{{1024, 600}};
    view.state.now = test::at("1920-04-27T00:08"); // the claim of 1919 reaches beyond Derbent
    for (double const lat : {41.55, 41.75, 41.95}) {
        view.look_at({48.4, lat}, 1.1e6);
        auto const world = view.world();
        auto in = view.input(world);
        in.free = {410, 80, 1008, 420}; // beside a story, over the timeline
        auto const base = build_base(in);
        for (auto const &label : test::drawn_labels({&base.scene}, view.fonts)) {
            auto const &ink = label.ink.front();
            auto const middle =
                to_map(in.view.camera, in.view.viewport, {(ink.left + ink.right) / 2, (ink.top + ink.bottom) / 2});
            auto const held_by = [&](char const *polity) {
                return std::ranges::any_of(world.regions, [&](geo::Index i) {
                    auto const &region = in.map.atlas->regions[i];
                    return region.polity == polity && region.status != geo::Status::claimed && holds(in.map, i, middle);
                });
            };
            CAPTURE(lat);
            CHECK((label.text != "AZERBAIJAN" || held_by("azerbaijan")));
            CHECK((label.text != "SOVIET RUSSIA" || held_by("soviet_russia")));
            bool const land = label.text == "AZERBAIJAN" || label.text == "SOVIET RUSSIA";
            bool const seen = ink.right > in.free.left && ink.left < in.free.right && ink.bottom > in.free.top &&
                              ink.top < in.free.bottom;
            CHECK((!land || !seen || ink.left >= in.free.left));
        }
    }
}
