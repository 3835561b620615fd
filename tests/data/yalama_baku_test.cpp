// The bundled atlas: what it must hold, and where its units must be.

#include "bundled_atlas.hpp"
#include "support/atlas_folder.hpp"

#include "geo/network/geodesic.hpp"
#include "geo/network/network.hpp"
#include "geo/network/routing.hpp"
#include "geo/overlay/overlay.hpp"
#include "geo/state/world_state.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

using test::at;
using test::atlas;
using test::place;

namespace {

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

/// True if the point lies on this line, to a few metres.
bool on_line(geo::LonLat p, geo::Index line)
{
    auto const parts = geo::network_parts(atlas().lines, atlas().lines[line].kind);
    auto const found = geo::attach(parts, atlas().lines, p, at("1920-04-27"), line);
    return found && found->off_m < 50;
}

bool at_sea(geo::LonLat p)
{
    return test::in_layer("sea", p);
}

struct Stand
{
    char const *when;
    char const *place;
};

} // namespace

TEST_CASE("the bundled atlas has no error")
{
    for (auto const &problem : test::bundled().problems) {
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

TEST_CASE("no railway has a vertex in the sea")
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

TEST_CASE("on each leg trains keep to the rails, marches to the roads, and no ship sails on land")
{
    constexpr int samples = 50;
    auto const channel = geo::index_of(atlas().lines, "volga_channel"); // a river: the coast is too coarse to show it
    REQUIRE(channel);
    std::map<geo::Mode, int> tried;
    for (std::size_t u = 0; u < atlas().units.size(); ++u) {
        auto const &unit = atlas().units[u];
        for (auto const &leg : atlas().trajectories[u].legs) {
            auto const &from = atlas().places[unit.fixes[leg.fix].place];
            auto const &to = atlas().places[unit.fixes[leg.fix + 1].place];
            for (int i = 1; i < samples; ++i) {
                auto const p = point_along(leg.route, leg.route.length() * i / samples);
                if (geo::distance_m(p, from.at) <= std::max(from.uncertainty_km, 3.0) * 1000 ||
                    geo::distance_m(p, to.at) <= std::max(to.uncertainty_km, 3.0) * 1000) {
                    continue;
                }
                auto const mode = unit.fixes[leg.fix + 1].mode;
                ++tried[mode];
                CAPTURE(unit.id);
                CAPTURE(to.id);
                if (mode == geo::Mode::rail) {
                    CHECK(off_line(p, geo::LineKind::railway) < 300);
                } else if (mode == geo::Mode::road) {
                    CHECK(off_line(p, geo::LineKind::road) < 500);
                } else if (!on_line(p, *channel)) {
                    CHECK(at_sea(p));
                }
            }
        }
    }
    CHECK(tried[geo::Mode::rail] > 1000);
    CHECK(tried[geo::Mode::road] > 500);
    CHECK(tried[geo::Mode::sea] > 200);
}

TEST_CASE("at every change of 1920 and on many other days the states cover the land without gap or overlap")
{
    // Points of a grid over 44-50.5 E, 38-42.5 N, each standing for the same share of the area to about a tenth.
    std::vector<geo::LonLat> land;
    for (double lat = 38.05; lat < 42.5; lat += 0.1) {
        for (double lon = 44.05; lon < 50.5; lon += 0.1) {
            if (!at_sea({lon, lat})) {
                land.push_back({lon, lat});
            }
        }
    }
    REQUIRE(land.size() > 1500);
    std::set<geo::Instant> instants;
    for (auto const &region : atlas().regions) {
        for (auto const t : {region.life.span.begin, region.life.span.end}) {
            if (t > at("1920-01-01") && t < at("1921-01-01")) {
                instants.insert({t, t - geo::Seconds{1}});
            }
        }
    }
    for (auto t = at("1920-01-05"); t < at("1920-12-31"); t += std::chrono::hours{24 * 45}) {
        instants.insert(t);
    }
    for (auto const t : instants) {
        CAPTURE(geo::to_iso(t));
        std::size_t bare = 0;
        std::size_t twice = 0;
        auto const alive = state_at(atlas(), t).regions;
        for (auto const &p : land) {
            auto const owners = std::ranges::count_if(alive, [&](geo::Index i) {
                auto const &region = atlas().regions[i];
                return (region.status == geo::Status::sovereign || region.status == geo::Status::controlled ||
                        region.status == geo::Status::occupied) &&
                       geo::inside(p, region.shape);
            });
            bare += owners == 0 ? 1 : 0;
            twice += owners > 1 ? 1 : 0;
        }
        CHECK(static_cast<double>(bare) / static_cast<double>(land.size()) <= 0.005);
        CHECK(static_cast<double>(twice) / static_cast<double>(land.size()) <= 0.002);
    }
}
