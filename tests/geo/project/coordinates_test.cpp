#include "support/text.hpp"

#include "geo/network/geodesic.hpp"
#include "geo/project/coordinates.hpp"

#include <doctest/doctest.h>

using doctest::Contains;
using enum geo::CoordinateForm;
using test::text;

namespace {

geo::Projection const &projection()
{
    static geo::Projection const conic{
        "+proj=lcc +lat_0=41 +lon_0=47.5 +lat_1=38.5 +lat_2=44 +datum=WGS84 +units=m +type=crs", {45, 38, 52, 43}};
    return conic;
}

constexpr geo::LonLat khachmaz{48.8055, 41.4631};

geo::CoordinateParse read(char const *words)
{
    return geo::parse_coordinates(words, projection());
}

} // namespace

TEST_CASE("a position is written in degrees, in minutes and seconds, in UTM and in the atlas's grid")
{
    CHECK(geo::to_text(khachmaz, decimal, projection()) == "41.46310° N 48.80550° E");
    CHECK(geo::to_text(khachmaz, dms, projection()) == "41°27′47.2″ N 48°48′19.8″ E");
    CHECK(geo::to_text(khachmaz, utm, projection()) == "39N 316731 4592492");
    CHECK(geo::to_text({-0.5, -33.25}, decimal, projection()) == "33.25000° S 0.50000° W");
    CHECK(geo::to_text({20, 85}, utm, projection()) == "–");
}

TEST_CASE("seconds that round up carry into the minute and the degree")
{
    CHECK(geo::to_text({48.999999, 41.999999}, dms, projection()) == "42°00′00.0″ N 49°00′00.0″ E");
}

TEST_CASE("every form that is written is read again as the same place")
{
    for (auto const at : {khachmaz, geo::LonLat{-70.25, -33.5}, geo::LonLat{5.1, 60.2}, geo::LonLat{0.001, 0.001}}) {
        for (auto const form : {decimal, dms, utm, grid}) {
            if (form == grid && at.lat < 10) {
                continue; // beyond what the atlas's conic is made for
            }
            auto const words = geo::to_text(at, form, projection());
            CAPTURE(words);
            auto const again = geo::parse_coordinates(words, projection());
            REQUIRE_MESSAGE(again.at, again.error);
            CHECK(geo::distance_m(at, *again.at) < 3);
        }
    }
}

TEST_CASE("positions are read as people write them")
{
    for (char const *const words :
         {"41.4631 48.8055", "41.4631, 48.8055", "41,4631 48,8055", "41.4631N 48.8055E", "48.8055 E, 41.4631 N",
          "N 41.4631 E 48.8055", "41° 27.786' N 48° 48.33' E", "41 27 47.16 48 48 19.8", "41°27'47.16\"N 48°48'19.8\"E",
          "41:27:47.16 48:48:19.8", "UTM 39N 316731 4592492", "39 T 316731 4592492"}) {
        CAPTURE(words);
        auto const found = read(words);
        REQUIRE_MESSAGE(found.at, found.error);
        CHECK(geo::distance_m(*found.at, khachmaz) < 3);
    }
    CHECK(read("-33.5 -70.25").at->lon == -70.25);
    CHECK(read("33.5 S 70.25 W").at->lat == -33.5);
    CHECK(read("120.5, 41").at->lon == 120.5); // no latitude is that great
}

TEST_CASE("what is no position is refused with a reason and examples")
{
    for (auto const &[words, why] : {std::pair{"", "is no position"},
                                     {"Khachmaz", "none of N, S, E, W"},
                                     {"41.46", "odd number"},
                                     {"41 N 48 N", "same direction twice"},
                                     {"41 75 N 48 0 E", "out of range"},
                                     {"95 N 48 E", "off the globe"},
                                     {"61N 316731 4592492", "zone of UTM"},
                                     {"41.4 N 48.8", "one of its halves"},
                                     {"41.4.4 48", "odd number"},
                                     {"41.4! 48", "is no position"}}) {
        CAPTURE(words);
        auto const refused = read(words);
        CHECK_FALSE(refused.at);
        CHECK(text(refused.error) == Contains(why));
        CHECK(text(refused.error) == Contains("write a position like"));
    }
}
