#include "app/state/view_code.hpp"

#include "support/atlas_folder.hpp"

#include "app/state/reduce.hpp"

#include <doctest/doctest.h>

#include <cmath>

using test::at;

namespace {

struct Opened
{
    test::AtlasFolder folder;
    std::shared_ptr<geo::Atlas const> atlas = folder.load().atlas;
    geo::Projection projection{atlas->info.crs, atlas->info.home};
    app::Surroundings in{*atlas, projection};
    app::ViewerState state = app::opening_state(in, {1200, 800});

    /// What is wrong with the code; empty if nothing is.
    [[nodiscard]] std::string fault(std::string const &code) const
    {
        auto const result = app::apply_view_code(state, code, in);
        auto const *const words = std::get_if<std::string>(&result);
        return words == nullptr ? "" : *words;
    }
    [[nodiscard]] app::ViewerState back(std::string const &code) const
    {
        return std::get<app::ViewerState>(app::apply_view_code(app::opening_state(in, {1200, 800}), code, in));
    }
};

} // namespace

TEST_CASE("a view comes back from its code exactly: instant, camera, layers, selection, language and style")
{
    Opened o;
    for (auto const what : {app::Selection{},
                            {app::Kind::unit, 1},
                            {app::Kind::place, 2},
                            {app::Kind::event, 0},
                            {app::Kind::region, 1},
                            {app::Kind::line, 0}}) {
        o.state.now = at("1920-04-27T14:15:16");
        o.state.selection = what;
        o.state.hidden = {"rivers", "tracks"};
        o.state.language = "az";
        o.state.style = "print";
        o.state = reduce(o.state, app::PanBy{123.4, -77.7}, o.in);
        o.state = reduce(o.state, app::ZoomAt{{300, 200}, 1.37}, o.in);
        auto const snapped = app::snapped(o.state, o.in);
        auto const again = o.back(app::view_code(snapped, o.in));
        CHECK(again.camera == snapped.camera);
        CHECK(again.now == o.state.now);
        CHECK(again.selection == what);
        CHECK(again.hidden == o.state.hidden);
        CHECK(again.language == "az");
        CHECK(again.style == "print");
        CHECK(app::view_code(again, o.in) == app::view_code(snapped, o.in));
    }
}

TEST_CASE("snapping the camera moves the map by less than can be seen")
{
    Opened o;
    o.state = reduce(o.state, app::ZoomAt{{300, 200}, 1000}, o.in); // as near as it goes
    auto const snapped = app::snapped(o.state, o.in);
    CHECK(std::abs(snapped.camera.centre.x - o.state.camera.centre.x) < 0.05 * o.state.camera.metres_per_pixel);
    CHECK(std::abs(snapped.camera.centre.y - o.state.camera.centre.y) < 0.05 * o.state.camera.metres_per_pixel);
    CHECK(snapped.camera.metres_per_pixel == doctest::Approx(o.state.camera.metres_per_pixel).epsilon(1e-4));
}

TEST_CASE("the code is one word that a command line takes without quotes")
{
    Opened const o;
    auto const code = app::view_code(o.state, o.in);
    CHECK(code.starts_with("mv1/small/1920-04-01T00:00:00/"));
    CHECK(code.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/:,.-_") ==
          std::string::npos);
    CHECK(o.fault("  " + code + "\n") == ""); // as it comes out of a mail
}

TEST_CASE("a code that is none says in one line what is wrong with it")
{
    Opened const o;
    auto const code = app::view_code(o.state, o.in);
    CHECK(o.fault("") == "'' is no code of a view: it does not begin with 'mv1/', as codes of a view do");
    CHECK(o.fault("https://example.org") ==
          "'https://example.org' is no code of a view: it does not begin with 'mv1/', as codes of a view do");
    auto mangled = code;
    mangled[mangled.find("1920") + 3] = '1';
    CHECK(o.fault(mangled).ends_with("a letter of it was lost or changed; copy it again"));
    CHECK(o.fault(code.substr(0, code.size() / 2)).find("parts instead of 9; copy it whole") != std::string::npos);
    CHECK(o.fault("mv2" + code.substr(3)).ends_with("it is of version 'mv2', this program reads 'mv1'"));
}

TEST_CASE("hostile codes change nothing and never break the line")
{
    Opened const o;
    auto const code = app::view_code(o.state, o.in);
    for (std::size_t i = 0; i < code.size(); ++i) { // every letter replaced by what a stranger may send
        for (char const letter : {'\0', '\n', '/', '%', '\xFF', '9'}) {
            auto broken = code;
            if (broken[i] == letter) {
                continue;
            }
            broken[i] = letter;
            auto const fault = o.fault(broken);
            CAPTURE(i);
            CHECK_FALSE(fault.empty());
            CHECK(fault.find_first_of("\n\r\t") == std::string::npos);
        }
        CHECK_FALSE(o.fault(code.substr(0, i)).empty());
    }
    CHECK(o.fault("mv1/" + std::string(100'000, 'x')).size() < 300);
    CHECK(o.fault(std::string(9, '/')).size() < 300);
}

TEST_CASE("a sound code of something else says what it is of")
{
    Opened o;
    auto const code = app::view_code(o.state, o.in);
    test::AtlasFolder other;
    other.replace("atlas.json", "\"id\": \"small\"", "\"id\": \"large\"");
    auto const large = other.load().atlas;
    auto const result = app::apply_view_code(o.state, code, {*large, o.projection});
    REQUIRE(std::holds_alternative<std::string>(result));
    CHECK(std::get<std::string>(result).ends_with("it is of the atlas 'small', not of 'large'"));

    o.state.selection = {app::Kind::unit, 0};
    auto const with_unit = app::view_code(o.state, o.in);
    test::AtlasFolder without;
    without.replace("units.csv", "train,Train", "engine,Engine");
    without.replace("units.csv", "rifle_company,train", "rifle_company,engine");
    without.replace("fixes.csv", "train,1", "engine,1");
    without.replace("fixes.csv", "train,2", "engine,2");
    auto const engine = without.load().atlas;
    auto const lost = app::apply_view_code(o.state, with_unit, {*engine, o.projection});
    REQUIRE(std::holds_alternative<std::string>(lost));
    CHECK(std::get<std::string>(lost).ends_with("there is no unit 'train' in this atlas"));
}
