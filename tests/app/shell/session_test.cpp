#include "app/core/paths.hpp"
#include "app/shell/session.hpp"
#include "app/shell/session_opener.hpp"

#include "support/temporary_folder.hpp"
#include "support/until.hpp"

#include <doctest/doctest.h>

#include <fstream>

namespace {

/// A file of one line between two places.
std::filesystem::path line_file(std::filesystem::path const &folder, char const *coordinates)
{
    auto file = folder / "way.geojson";
    std::ofstream{file} << R"({"type": "Feature", "properties": {"name": "way"}, "geometry": {"type": "LineString", "coordinates": )"
                        << coordinates << "}}";
    return file;
}

constexpr char const *near_baku = "[[48.5, 40], [50.2, 40.6]]";
constexpr char const *in_brazil = "[[-50, -10], [-49, -11]]";

} // namespace

TEST_CASE("a file is open before the land under it is made, and with it is what it is when all is made at once")
{
    test::TemporaryFolder const folder;
    auto const file = line_file(folder.path(), near_baku);
    auto const blank = app::open_session(file, {}, {}, {}, app::Ground::later);
    REQUIRE(blank);
    CHECK(blank->ground_comes);
    CHECK(blank->map.coast.empty());
    CHECK_FALSE(blank->map.relief);
    CHECK(blank->map.land.size() == 1);
    CHECK(blank->map.guests->lines().size() == 1);
    auto const whole = app::with_ground(*blank);
    auto const at_once = app::open_session(file);
    REQUIRE(whole);
    CHECK_FALSE(whole->ground_comes);
    CHECK_FALSE(at_once->ground_comes);
    CHECK(whole->atlas == blank->atlas);
    CHECK(whole->relief == at_once->relief);
    CHECK(whole->map.land.size() == at_once->map.land.size());
    CHECK(whole->map.lakes.size() == at_once->map.lakes.size());
    CHECK(whole->map.coast.size() == at_once->map.coast.size());
    CHECK(whole->map.relief->rgba == at_once->map.relief->rgba);
    CHECK(whole->map.guests == blank->map.guests);
}

TEST_CASE("no ground is laid where the base map does not reach, nor under an atlas that has its own")
{
    test::TemporaryFolder const folder;
    auto const far = app::open_session(line_file(folder.path(), in_brazil), {}, {}, {}, app::Ground::later);
    CHECK_FALSE(app::with_ground(*far));
    auto const atlas = app::open_session(app::bundled_atlas(), {}, {}, {}, app::Ground::later);
    CHECK_FALSE(atlas->ground_comes);
    CHECK(atlas->map.relief);
}

TEST_CASE("the ground comes by itself, once, and is let be when it is stopped")
{
    test::TemporaryFolder const folder;
    auto const file = line_file(folder.path(), near_baku);
    auto const blank = app::open_session(file, {}, {}, {}, app::Ground::later);
    app::SessionOpener opener;
    opener.lay_ground(blank);
    CHECK(opener.shown()->what == app::bundled_atlas().filename().string());
    std::optional<app::SessionOpener::Outcome> outcome;
    REQUIRE(test::until([&] { return (outcome = opener.take()).has_value(); }));
    CHECK(outcome->failure.empty());
    CHECK(outcome->session->map.relief);
    opener.lay_ground(blank);
    CHECK_FALSE(opener.busy());
    auto const again = app::open_session(file, {}, {}, {}, app::Ground::later);
    opener.lay_ground(again);
    opener.stop();
    CHECK(test::until([&] { return !opener.take() && !opener.busy(); }));
}
