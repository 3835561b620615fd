// The bundled atlas: what it must hold, and where its units must be.

#include "support/atlas_folder.hpp"

#include "app/core/paths.hpp"

#include "geo/io/load_base.hpp"
#include "geo/network/geodesic.hpp"
#include "geo/network/network.hpp"
#include "geo/network/routing.hpp"
#include "geo/state/world_state.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using test::at;

namespace {

geo::LoadResult const &loaded()
{
    static geo::LoadResult const result = geo::load_atlas(app::bundled_atlas());
    return result;
}

geo::Atlas const &atlas()
{
    return *loaded().atlas;
}

geo::Place const &place(char const *id)
{
    auto const index = geo::index_of(atlas().places, id);
    REQUIRE_MESSAGE(index, id);
    return atlas().places[*index];
}

std::optional<geo::UnitState> unit(char const *id, char const *when)
{
    for (auto const &state : state_at(atlas(), at(when)).units) {
        if (atlas().units[state.unit].id == id) {
            return state;
        }
    }
    return std::nullopt;
}

/// Metres from a point to the nearest line of a kind.
double off_line(geo::LonLat p, geo::LineKind kind)
{
    auto const parts = geo::network_parts(atlas().lines, kind);
    auto const found = geo::attach(parts, atlas().lines, p, at("1920-04-27"), {});
    return found ? found->off_m : 1e9;
}

/// True if the point lies in one of the areas (even-odd rule).
bool inside(geo::LonLat p, geo::MultiPolygon const &areas)
{
    bool in = false;
    for (auto const &polygon : areas) {
        for (auto const &ring : polygon) {
            for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
                auto const &[a, b] = std::pair{ring[i], ring[i + 1]};
                if ((a.lat > p.lat) != (b.lat > p.lat) &&
                    p.lon < a.lon + (p.lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon)) {
                    in = !in;
                }
            }
        }
    }
    return in;
}

/// The sea of the base map.
bool at_sea(geo::LonLat p)
{
    static geo::BaseMap const base = [] {
        geo::Problems problems;
        return geo::load_base(atlas().info.base, problems);
    }();
    auto const *const sea = base.find("sea");
    REQUIRE(sea != nullptr);
    return std::ranges::any_of(sea->features, [&](geo::BaseFeature const &f) { return inside(p, f.areas); });
}

struct Stand
{
    char const *when;
    char const *place;
};

} // namespace

TEST_CASE("the bundled atlas has no error")
{
    for (auto const &problem : loaded().problems) {
        CHECK_MESSAGE(problem.severity != geo::Severity::error, to_line(problem));
    }
}

TEST_CASE("the bundled base map has no problem")
{
    geo::Problems problems;
    (void)geo::load_base(atlas().info.base, problems);
    for (auto const &problem : problems) {
        CHECK_MESSAGE(false, to_line(problem));
    }
}

TEST_CASE("the armoured trains stand where the sources name them, on 26 to 28 April")
{
    for (auto const &[when, id] :
         {Stand{"1920-04-26T20:00", "samur_st"}, Stand{"1920-04-27T12:00", "khachmaz"},
          Stand{"1920-04-27T23:30", "biladzhari"}, Stand{"1920-04-28T05:00", "baku_station"}}) {
        CAPTURE(when);
        auto const state = unit("r_atg", when);
        REQUIRE(state);
        CHECK(state->phase == geo::Phase::halted);
        CHECK(state->basis == geo::Basis::fixed);
        CHECK(geo::distance_m(state->at, place(id).at) < 3000);
    }
    CHECK(unit("r_atg", "1920-04-27T12:00")->time_basis == geo::TimeBasis::assumed);
}

TEST_CASE("between Charkhi and Divichi the trains run on the railway, interpolated")
{
    auto const state = unit("r_atg", "1920-04-27T14:15");
    REQUIRE(state);
    CHECK(state->phase == geo::Phase::moving);
    CHECK(state->basis == geo::Basis::interpolated);
    CHECK(atlas().places[state->from].id == "charkhi");
    CHECK(atlas().places[state->to].id == "divichi");
    CHECK(off_line(state->at, geo::LineKind::railway) < 300);
}

TEST_CASE("armoured train 61 is always with the group")
{
    for (auto t = at("1920-04-26"); t < at("1920-05-01"); t += std::chrono::hours{1}) {
        auto const world = state_at(atlas(), t);
        auto const find = [&](char const *id) {
            return std::ranges::find(world.units, id, [](geo::UnitState const &s) { return atlas().units[s.unit].id; });
        };
        REQUIRE(find("r_at61") != world.units.end());
        CHECK(find("r_at61")->at == find("r_atg")->at);
    }
}

TEST_CASE("the flotilla lies at Petrovsk until the end of April and is at sea before Enzeli")
{
    auto const before = unit("r_flot", "1920-04-29T12:00");
    REQUIRE(before);
    CHECK(geo::distance_m(before->at, place("petrovsk").at) < 3000);
    auto const sailing = unit("r_flot", "1920-05-17T20:00");
    REQUIRE(sailing);
    CHECK(sailing->phase == geo::Phase::moving);
    CHECK(atlas().places[sailing->from].id == "nargin");
    CHECK(atlas().places[sailing->to].id == "enzeli");
    CHECK(at_sea(sailing->at));
}

TEST_CASE("the railway from Samur to Baku is as long as the timetable says, within 7 percent")
{
    std::vector<geo::WayRequest> const request{{place("samur_st").at, place("baku_station").at, at("1920-04-27"), {}}};
    auto const way = geo::find_ways(atlas().lines, geo::LineKind::railway, request)[0];
    REQUIRE(way.route);
    double const timetable_km = *place("samur_st").railway_km;
    CHECK(timetable_km == 214);
    CHECK(way.route->length() / 1000 == doctest::Approx(timetable_km).epsilon(0.07));
    for (auto const &vertex : way.route->points) {
        CHECK_FALSE(at_sea(vertex));
    }
}

TEST_CASE("every station between Samur and Baku lies on its railway")
{
    int stations = 0;
    for (auto const &p : atlas().places) {
        if (p.kind == "railway_station" && p.railway_km && *p.railway_km <= 214 && p.at.lat > 40.37) {
            CAPTURE(p.id);
            CHECK(off_line(p.at, geo::LineKind::railway) <= std::clamp(p.uncertainty_km, 0.3, 3.0) * 1000);
            ++stations;
        }
    }
    CHECK(stations >= 20);
}

TEST_CASE("no railway has a vertex in the sea, no ship ever sails on land")
{
    for (auto const &line : atlas().lines) {
        if (line.kind == geo::LineKind::railway) {
            for (auto const &part : line.shape) {
                for (auto const &vertex : part) {
                    CHECK_MESSAGE(!at_sea(vertex), line.id);
                }
            }
        }
    }
}
