#include "geo/time/julian.hpp"

#include "support/atlas_folder.hpp"

#include <doctest/doctest.h>

using namespace std::chrono;
using test::at;

TEST_CASE("the Old Style date is thirteen days earlier in 1920, ten in 1582, and two later in the year 1")
{
    CHECK(geo::old_style_date(at("1920-04-27T23:59")) == 1920y / April / 14);
    CHECK(geo::old_style_date(at("1582-10-15")) == 1582y / October / 5);
    CHECK(geo::old_style_date(at("1900-03-13")) == 1900y / February / 29);
    CHECK(geo::old_style_date(at("1900-03-14")) == 1900y / March / 1);
    CHECK(geo::old_style_date(at("0000-12-30")) == 1y / January / 1);
    CHECK(geo::old_style_date(at("-0043-03-13")) == year{-43} / March / 15); // the Ides of March, 44 BCE
}
