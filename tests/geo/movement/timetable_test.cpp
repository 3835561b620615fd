#include "support/atlas_folder.hpp"

#include "geo/movement/timetable.hpp"

#include <doctest/doctest.h>

using test::at;

namespace {

std::optional<geo::Edtf> date(char const *text)
{
    return *text == '\0' ? std::nullopt : geo::parse_edtf(text).value;
}

geo::Fix fix(char const *arrival, char const *departure)
{
    geo::Fix fix;
    fix.arrival = date(arrival);
    fix.departure = date(departure);
    return fix;
}

struct Result
{
    std::vector<geo::Stop> stops;
    std::vector<geo::TimeFault> faults;
};

Result times(std::vector<geo::Fix> fixes)
{
    geo::Unit unit;
    unit.fixes = std::move(fixes);
    Result result;
    result.stops = timetable(unit, {}, result.faults);
    return result;
}

} // namespace

TEST_CASE("an hour that is given is taken as it stands")
{
    auto const [stops, faults] = times({fix("1920-04-27T11:00~", "1920-04-27T13:00")});
    CHECK(faults.empty());
    CHECK(stops[0].arrival == at("1920-04-27T11:00"));
    CHECK(stops[0].departure == at("1920-04-27T13:00"));
    CHECK(stops[0].arrival_slack_s == 1800);
    CHECK(stops[0].departure_slack_s == 0);
}

TEST_CASE("a coarse arrival counts at three quarters of its day, a coarse departure at a quarter")
{
    auto const [stops, faults] = times({fix("1920-04-26", "1920-04-28~")});
    CHECK(faults.empty());
    CHECK(stops[0].arrival == at("1920-04-26T18:00"));
    CHECK(stops[0].departure == at("1920-04-28T06:00"));
}

TEST_CASE("arrival and departure on one day both move to its middle")
{
    auto const [stops, faults] = times({fix("1920-04-26", "1920-04-26")});
    CHECK(faults.empty());
    CHECK(stops[0].arrival == at("1920-04-26T12:00"));
    CHECK(stops[0].departure == at("1920-04-26T12:00"));
}

TEST_CASE("a coarse arrival gives way to a departure whose hour is known")
{
    auto const [stops, faults] = times({fix("1920-04-26", "1920-04-26T10:00")});
    CHECK(faults.empty());
    CHECK(stops[0].arrival == at("1920-04-26T05:00"));
    CHECK(stops[0].departure == at("1920-04-26T10:00"));
}

TEST_CASE("leaving before arriving is a fault where no coarse text allows another reading")
{
    auto const [stops, faults] = times({fix("1920-04-27T11:00", "1920-04-27T10:00")});
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].field == "departure");
    CHECK(faults[0].message ==
          "leaves (1920-04-27T10:00:00) before it arrives (1920-04-27T11:00:00); correct one of them");
}

TEST_CASE("only the first fix may leave its arrival empty")
{
    CHECK(times({fix("", "1920-04-27")}).faults.empty());
    auto const faults = times({fix("", "1920-04-27"), fix("", "1920-04-29")}).faults;
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].fix == 1);
}

TEST_CASE("cavalry rides, foot marches, whatever calls itself so by kind or symbol")
{
    geo::Unit unit;
    unit.kind = "cavalry_corps";
    CHECK(pace_of(unit, geo::Mode::road).customary == 6);
    unit.kind = "rifle_division";
    CHECK(pace_of(unit, geo::Mode::road).customary == 4);
    CHECK(pace_of(unit, geo::Mode::rail).most == 60);
}
