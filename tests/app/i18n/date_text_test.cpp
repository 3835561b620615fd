#include "support/atlas_folder.hpp"

#include "app/core/paths.hpp"
#include "app/i18n/date_text.hpp"

#include <doctest/doctest.h>

namespace {

app::Texts const &in(char const *language)
{
    static app::Texts const en{app::locale_dir(), "en"};
    static app::Texts const az{app::locale_dir(), "az"};
    static app::Texts const ru{app::locale_dir(), "ru"};
    return language[0] == 'e' ? en : language[0] == 'a' ? az : ru;
}

std::string words(char const *language, char const *date)
{
    return date_text(in(language), *geo::parse_edtf(date).value);
}

} // namespace

TEST_CASE("the clock is told in words in each language")
{
    auto const t = test::at("1920-04-27T15:00");
    CHECK(full_date_text(in("en"), t) == "Tuesday, 27 April 1920, 15:00");
    CHECK(full_date_text(in("az"), t) == "27 aprel 1920, çərşənbə axşamı, 15:00");
    CHECK(full_date_text(in("ru"), t) == "вторник, 27 апреля 1920 г., 15:00");
}

TEST_CASE("a date is told with its uncertainty")
{
    CHECK(words("en", "1920-04-27T16:00~") == "27 April 1920, about 16:00");
    CHECK(words("ru", "1920-04-27T16:00~") == "27 апреля 1920 г., около 16:00");
    CHECK(words("en", "1920-04-27") == "27 April 1920");
    CHECK(words("en", "1920-04-27~") == "about 27 April 1920");
    CHECK(words("en", "1920-04-27?") == "27 April 1920 (uncertain)");
    CHECK(words("en", "1920-04") == "April 1920");
    CHECK(words("ru", "1920-04") == "апрель 1920 г.");
    CHECK(words("az", "1920-04-27~") == "təxminən 27 aprel 1920");
    CHECK(words("en", "1920") == "1920");
}

TEST_CASE("Russian says after a year that it is one, but not along the ruler, where room is short")
{
    auto const t = test::at("1920-04-27");
    CHECK(words("ru", "1920") == "1920 г.");
    CHECK(words("ru", "1920-04-27/1920-04-28") == "27 апреля – 28 апреля 1920 г.");
    CHECK(old_style_text(in("ru"), t) == "14 апреля 1920 г. (ст. ст.)");
    CHECK(ruler_date_text(in("ru"), t, app::Fineness::year) == "1920");
    CHECK(ruler_date_text(in("ru"), t, app::Fineness::month) == "апрель 1920");
}

TEST_CASE("a span is told from start to end, an open one by the end it has")
{
    CHECK(words("en", "1920-04-27/1920-04-28") == "27 April – 28 April 1920");
    CHECK(words("en", "1920-04-27T11:00~/1920-04-27T13:00~") == "27 April 1920, about 11:00–13:00");
    CHECK(words("en", "1920-04-27/..") == "from 27 April 1920");
    CHECK(words("en", "/1920-04-27") == "until 27 April 1920");
}

TEST_CASE("in a list the year is left out, but not where a span crosses years")
{
    geo::Event event;
    event.start = geo::parse_edtf("1920-04-28").value;
    CHECK(event_time_text(in("en"), event) == "28 April");
    event.end = geo::parse_edtf("1991-10-18").value;
    CHECK(event_time_text(in("en"), event) == "28 April 1920 – 18 October 1991");
}

TEST_CASE("years before the common era are counted as people do")
{
    CHECK(words("en", "-0489") == "490 BCE");
    CHECK(words("az", "-0489") == "e.ə. 490");
    CHECK(words("ru", "-0489") == "490 г. до н. э.");
}

TEST_CASE("seasons, decades and centuries have words")
{
    CHECK(words("en", "1920-21") == "spring 1920");
    CHECK(words("en", "1920-24") == "winter 1920");
    CHECK(words("en", "192X") == "1920s");
    CHECK(words("en", "19XX") == "1900–1999");
    CHECK(words("ru", "192X") == "1920-е годы");
    CHECK(words("ru", "19XX") == "1900–1999 гг.");
}

TEST_CASE("a text without translation stays English, and nothing is ever blank")
{
    CHECK(std::string{in("ru").tr("no such message at all")} == "no such message at all");
    app::Texts const nowhere{"/nowhere", "az"};
    CHECK(std::string{nowhere.tr("Play")} == "Play");
    CHECK(std::string{in("az").tr("Play")} == "Oynat");
}
