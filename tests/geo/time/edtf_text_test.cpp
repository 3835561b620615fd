#include "geo/time/edtf_text.hpp"

#include <doctest/doctest.h>

TEST_CASE("a date is written as it was read")
{
    for (char const *const text : {"1920", "1920-04", "1920-04-27", "1920-04-27T14:15", "1920-04-27T14:15:30",
                                   "1920-04-27~", "1920-04-27T00:05~", "1920-04?", "1920%", "1920-04-26/1920-04-28",
                                   "1920-04-26~/..", "../1920", "/1920-04", "-0048-01"}) {
        CHECK(geo::to_text(*geo::parse_edtf(text).value) == text);
    }
}

TEST_CASE("seasons and open digits are written as the months they mean")
{
    auto const spring = geo::parse_edtf("1920-21").value;
    auto const again = geo::parse_edtf(geo::to_text(*spring)).value;
    CHECK(geo::to_text(*spring) == "1920-03/1920-05");
    CHECK(again->earliest() == spring->earliest());
    CHECK(again->latest() == spring->latest());
    CHECK(geo::to_text(*geo::parse_edtf("192X").value) == "1920-01/1929-12");
}
