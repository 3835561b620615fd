#include "support/text.hpp"

#include "geo/time/edtf.hpp"

#include <doctest/doctest.h>

using geo::parse_edtf;
using geo::to_iso;

namespace {

struct Valid
{
    char const *text;
    char const *first; ///< of the start, or ".." if there is none
    char const *last;  ///< of the end, exclusive
};

// By the grammar of ISO 8601-2:2019, levels 0 and 1, as published by the Library of Congress, and our two extensions.
constexpr Valid valid[] = {
    // Level 0: dates
    {"1985-04-12", "1985-04-12T00:00:00", "1985-04-13T00:00:00"},
    {"1985-04", "1985-04-01T00:00:00", "1985-05-01T00:00:00"},
    {"1985-12", "1985-12-01T00:00:00", "1986-01-01T00:00:00"},
    {"1985", "1985-01-01T00:00:00", "1986-01-01T00:00:00"},
    {"2001-02-03", "2001-02-03T00:00:00", "2001-02-04T00:00:00"},
    {"2008-12", "2008-12-01T00:00:00", "2009-01-01T00:00:00"},
    {"2008", "2008-01-01T00:00:00", "2009-01-01T00:00:00"},
    {"0000", "0000-01-01T00:00:00", "0001-01-01T00:00:00"},
    {"0001", "0001-01-01T00:00:00", "0002-01-01T00:00:00"},
    {"9999", "9999-01-01T00:00:00", "10000-01-01T00:00:00"},
    {"1920-02-29", "1920-02-29T00:00:00", "1920-03-01T00:00:00"},
    {"2000-02-29", "2000-02-29T00:00:00", "2000-03-01T00:00:00"},
    {"1920-12-31", "1920-12-31T00:00:00", "1921-01-01T00:00:00"},
    {"1582-10-10", "1582-10-10T00:00:00", "1582-10-11T00:00:00"}, // proleptic Gregorian
    // Level 0: date and time
    {"1985-04-12T23:20:30", "1985-04-12T23:20:30", "1985-04-12T23:20:31"},
    {"1985-04-12T23:20:30Z", "1985-04-12T23:20:30", "1985-04-12T23:20:31"},
    {"1985-04-12T23:20:30-04", "1985-04-12T23:20:30", "1985-04-12T23:20:31"},
    {"1985-04-12T23:20:30+04:30", "1985-04-12T23:20:30", "1985-04-12T23:20:31"},
    {"2001-02-03T09:30:01", "2001-02-03T09:30:01", "2001-02-03T09:30:02"},
    {"2004-01-01T10:10:10Z", "2004-01-01T10:10:10", "2004-01-01T10:10:11"},
    {"2004-01-01T10:10:10+05:00", "2004-01-01T10:10:10", "2004-01-01T10:10:11"},
    {"1985-04-12T00:00:00", "1985-04-12T00:00:00", "1985-04-12T00:00:01"},
    {"1985-04-12T24:00:00", "1985-04-13T00:00:00", "1985-04-13T00:00:01"},
    {"1999-12-31T23:59:59", "1999-12-31T23:59:59", "2000-01-01T00:00:00"},
    // Level 0: intervals
    {"1964/2008", "1964-01-01T00:00:00", "2009-01-01T00:00:00"},
    {"2004-06/2006-08", "2004-06-01T00:00:00", "2006-09-01T00:00:00"},
    {"2004-02-01/2005-02-08", "2004-02-01T00:00:00", "2005-02-09T00:00:00"},
    {"2004-02-01/2005-02", "2004-02-01T00:00:00", "2005-03-01T00:00:00"},
    {"2004-02-01/2005", "2004-02-01T00:00:00", "2006-01-01T00:00:00"},
    {"2005/2006-02", "2005-01-01T00:00:00", "2006-03-01T00:00:00"},
    {"1920-04-27/1920-04-27", "1920-04-27T00:00:00", "1920-04-28T00:00:00"},
    {"1920/1920-04", "1920-01-01T00:00:00", "1920-05-01T00:00:00"},
    // Level 1: years of more than four digits
    {"Y170000002", "32767-01-01T00:00:00", ".."},
    {"Y-170000002", "..", "-32767-01-01T00:00:00"},
    {"Y12345", "12345-01-01T00:00:00", "12346-01-01T00:00:00"},
    {"Y-12345", "-12345-01-01T00:00:00", "-12344-01-01T00:00:00"},
    // Level 1: seasons
    {"2001-21", "2001-03-01T00:00:00", "2001-06-01T00:00:00"},
    {"2001-22", "2001-06-01T00:00:00", "2001-09-01T00:00:00"},
    {"2001-23", "2001-09-01T00:00:00", "2001-12-01T00:00:00"},
    {"2001-24", "2001-12-01T00:00:00", "2002-03-01T00:00:00"},
    // Level 1: qualifiers
    {"1984?", "1984-01-01T00:00:00", "1985-01-01T00:00:00"},
    {"2004-06~", "2004-06-01T00:00:00", "2004-07-01T00:00:00"},
    {"2004-06-11%", "2004-06-11T00:00:00", "2004-06-12T00:00:00"},
    {"1984~", "1984-01-01T00:00:00", "1985-01-01T00:00:00"},
    {"1984%", "1984-01-01T00:00:00", "1985-01-01T00:00:00"},
    {"1984-06?", "1984-06-01T00:00:00", "1984-07-01T00:00:00"},
    {"1984-06-02?", "1984-06-02T00:00:00", "1984-06-03T00:00:00"},
    {"1984-06-02~", "1984-06-02T00:00:00", "1984-06-03T00:00:00"},
    {"2001-21~", "2001-03-01T00:00:00", "2001-06-01T00:00:00"},
    {"-0490~", "-0490-01-01T00:00:00", "-0489-01-01T00:00:00"},
    // Level 1: unspecified digits from the right
    {"201X", "2010-01-01T00:00:00", "2020-01-01T00:00:00"},
    {"20XX", "2000-01-01T00:00:00", "2100-01-01T00:00:00"},
    {"2004-XX", "2004-01-01T00:00:00", "2005-01-01T00:00:00"},
    {"1985-04-XX", "1985-04-01T00:00:00", "1985-05-01T00:00:00"},
    {"1985-XX-XX", "1985-01-01T00:00:00", "1986-01-01T00:00:00"},
    {"199X", "1990-01-01T00:00:00", "2000-01-01T00:00:00"},
    {"-049X", "-0499-01-01T00:00:00", "-0489-01-01T00:00:00"},
    {"192X~", "1920-01-01T00:00:00", "1930-01-01T00:00:00"},
    // Level 1: extended intervals
    {"1985-04-12/..", "1985-04-12T00:00:00", ".."},
    {"1985-04/..", "1985-04-01T00:00:00", ".."},
    {"1985/..", "1985-01-01T00:00:00", ".."},
    {"../1985-04-12", "..", "1985-04-13T00:00:00"},
    {"../1985-04", "..", "1985-05-01T00:00:00"},
    {"../1985", "..", "1986-01-01T00:00:00"},
    {"1985-04-12/", "1985-04-12T00:00:00", ".."},
    {"1985-04/", "1985-04-01T00:00:00", ".."},
    {"1985/", "1985-01-01T00:00:00", ".."},
    {"/1985-04-12", "..", "1985-04-13T00:00:00"},
    {"/1985-04", "..", "1985-05-01T00:00:00"},
    {"/1985", "..", "1986-01-01T00:00:00"},
    {"../..", "..", ".."},
    {"1984~/2004-06", "1984-01-01T00:00:00", "2004-07-01T00:00:00"},
    {"1984/2004-06~", "1984-01-01T00:00:00", "2004-07-01T00:00:00"},
    {"1984~/2004~", "1984-01-01T00:00:00", "2005-01-01T00:00:00"},
    {"1984?/2004%", "1984-01-01T00:00:00", "2005-01-01T00:00:00"},
    {"1984-06-02?/2004-08-08~", "1984-06-02T00:00:00", "2004-08-09T00:00:00"},
    {"2004-06-XX/2004-07-03", "2004-06-01T00:00:00", "2004-07-04T00:00:00"},
    // Level 1: years before the common era
    {"-1985", "-1985-01-01T00:00:00", "-1984-01-01T00:00:00"},
    {"-0490", "-0490-01-01T00:00:00", "-0489-01-01T00:00:00"},
    {"-0001", "-0001-01-01T00:00:00", "0000-01-01T00:00:00"},
    {"-0490-09-12", "-0490-09-12T00:00:00", "-0490-09-13T00:00:00"},
    {"-0500/-0490", "-0500-01-01T00:00:00", "-0489-01-01T00:00:00"},
    {"-9999", "-9999-01-01T00:00:00", "-9998-01-01T00:00:00"},
    {"-0004-02-29", "-0004-02-29T00:00:00", "-0004-03-01T00:00:00"},
    // Our extensions: no seconds, a qualifier after a time
    {"1920-04-27T16:00", "1920-04-27T16:00:00", "1920-04-27T16:01:00"},
    {"1920-04-27T00:05~", "1920-04-27T00:05:00", "1920-04-27T00:06:00"},
    {"1920-04-27T23:59?", "1920-04-27T23:59:00", "1920-04-28T00:00:00"},
    {"1920-04-27T12:00:00%", "1920-04-27T12:00:00", "1920-04-27T12:00:01"},
    {"1920-04-27T11:00~/1920-04-27T13:00~", "1920-04-27T11:00:00", "1920-04-27T13:01:00"},
};

struct Invalid
{
    char const *text;
    char const *reason; ///< part of the message
};

constexpr Invalid invalid[] = {
    {"", "empty"},
    {" ", "year of four digits"},
    {"noon", "year of four digits"},
    {"27.04.1920", "year of four digits"},
    {"27 April 1920", "year of four digits"},
    {"920", "year of four digits"},
    {"19200", "'0' is too much"},
    {"1920-4", "month is two digits"},
    {"1920-00", "month 00 does not exist"},
    {"1920-13", "month 13 does not exist"},
    {"1920-20", "month 20 does not exist"},
    {"1920-25", "month 25 does not exist"},
    {"1920-41", "month 41 does not exist"},
    {"1920-04-00", "0 April 1920 does not exist"},
    {"1920-04-31", "31 April 1920 does not exist"},
    {"1921-02-29", "29 February 1921 does not exist"},
    {"1900-02-29", "29 February 1900 does not exist"},
    {"1920-04-7", "day is two digits"},
    {"1920/04/27", "year of four digits"},
    {"1920-04-27 16:00", "' 16:00' is too much"},
    {"1920-04-27T", "hour needs two digits"},
    {"1920-04-27T16", "hours and minutes"},
    {"1920-04-27T25:00", "hour 25 does not exist"},
    {"1920-04-27T16:60", "minute 60 does not exist"},
    {"1920-04-27T16:00:60", "second 60 does not exist"},
    {"1920-04-27T24:01", "the next day"},
    {"1920-04T16:00", "full date before it"},
    {"1920T16:00", "full date before it"},
    {"1920-04-XXT16:00", "full date before it"},
    {"1920-04-27T16:00:00+15", "hour of the zone 15 does not exist"},
    {"-0000", "1 BCE is 0000"},
    {"Y1920", "five or more digits"},
    {"Y01234", "five or more digits"},
    {"Y17E8", "level 2"},
    {"1920~-04", "at the end of the whole date"},
    {"?1920", "at the end of the whole date"},
    {"1920~?", "at the end of the whole date"},
    {"1XXX", "level 2"},
    {"1X20", "only the last one or two digits"},
    {"192X-04", "must be XX"},
    {"1920-1X", "level 2"},
    {"1920-XX-27", "must be XX"},
    {"1920-04-2X", "level 2"},
    {"1920-21-01", "a season has no days"},
    {"[1920,1921]", "level 2"},
    {"{1920..1922}", "level 2"},
    {"1920/1919", "ends before it begins"},
    {"1920-04-28/1920-04-27", "ends before it begins"},
    {"/", "at least one date"},
    {"1920/1921/1922", "'/1922' is too much"},
    {"1920/noon", "year of four digits"},
    {"../", "at least one date"},
};

geo::Edtf parsed(char const *text)
{
    auto const result = parse_edtf(text);
    REQUIRE_MESSAGE(result.value, text);
    return *result.value;
}

} // namespace

TEST_CASE("at least 80 valid and 40 invalid texts are tried")
{
    CHECK(std::size(valid) >= 80);
    CHECK(std::size(invalid) >= 40);
}

TEST_CASE("a valid EDTF text means its half-open span")
{
    for (auto const &[text, first, last] : valid) {
        CAPTURE(text);
        auto const result = parse_edtf(text);
        REQUIRE_MESSAGE(result.value, result.error);
        CHECK(result.error == "");
        CHECK((result.value->start ? to_iso(result.value->start->first) : "..") == first);
        CHECK((result.value->end ? to_iso(result.value->end->last) : "..") == last);
    }
}

TEST_CASE("an invalid EDTF text is refused with a reason that helps")
{
    for (auto const &[text, reason] : invalid) {
        CAPTURE(text);
        auto const result = parse_edtf(text);
        CHECK_FALSE(result.value);
        CHECK(test::text(result.error) == doctest::Contains(reason));
    }
}

TEST_CASE("neither overlap nor gap lies between a day and the next, a month and the next, a year and the next")
{
    CHECK(parsed("1920-04-27").latest() == parsed("1920-04-28").earliest());
    CHECK(parsed("1920-04").latest() == parsed("1920-05").earliest());
    CHECK(parsed("-0001").latest() == parsed("0000").earliest());
}

TEST_CASE("about widens a minute by half an hour, a day by a day, a month by ten days, each way")
{
    CHECK(to_iso(parsed("1920-04-27T00:05~").earliest()) == "1920-04-26T23:35:00");
    CHECK(to_iso(parsed("1920-04-27T00:05~").latest()) == "1920-04-27T00:36:00");
    CHECK(to_iso(parsed("1920-04-27~").earliest()) == "1920-04-26T00:00:00");
    CHECK(to_iso(parsed("1920-04-27%").latest()) == "1920-04-29T00:00:00");
    CHECK(to_iso(parsed("1920-04~").earliest()) == "1920-03-22T00:00:00");
    CHECK(to_iso(parsed("1920-04~").latest()) == "1920-05-11T00:00:00");
    CHECK(parsed("1920-04?").earliest() == parsed("1920-04").earliest());
}

TEST_CASE("an atlas can say by how much about widens")
{
    geo::Approximation const hour{std::chrono::hours{1}, {}, {}};
    CHECK(to_iso(parsed("1920-04-27T12:00~").earliest(hour)) == "1920-04-27T11:00:00");
}

TEST_CASE("open and unknown ends are told apart and both reach without bound")
{
    CHECK(parsed("1985/..").end_open);
    CHECK_FALSE(parsed("1985/").end_open);
    CHECK(parsed("1985/").latest() == geo::distant_future);
    CHECK(parsed("../1985").earliest() == geo::distant_past);
}

TEST_CASE("qualifiers, open digits, zones and ranges are kept as flags")
{
    CHECK(parsed("1984?").start->uncertain);
    CHECK_FALSE(parsed("1984?").start->approximate);
    CHECK(parsed("1984~").start->approximate);
    CHECK((parsed("1984%").start->approximate && parsed("1984%").start->uncertain));
    CHECK(parsed("201X").start->unspecified);
    CHECK(parsed("201X").start->precision == geo::Precision::decade);
    CHECK(parsed("1985-04-XX").start->precision == geo::Precision::month);
    CHECK(parsed("1985-04-12T23:20:30Z").start->zoned);
    CHECK(parsed("1985-04-12T23:20:30+04:30").start->zoned);
    CHECK_FALSE(parsed("1985-04-12T23:20:30").start->zoned);
    CHECK(parsed("Y170000002").start->out_of_range);
    CHECK_FALSE(parsed("Y12345").start->out_of_range);
}

TEST_CASE("instants are written as ISO 8601, before the common era too")
{
    CHECK(to_iso(geo::Instant{}) == "1970-01-01T00:00:00");
    CHECK(to_iso(parsed("-0490-09-12").earliest()) == "-0490-09-12T00:00:00");
    CHECK(to_iso(geo::distant_past) == "..");
    CHECK(geo::to_epoch(parsed("1920-04-27").earliest()) == -18146 * 86400L);
}
