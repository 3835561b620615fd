#include "app/i18n/number_text.hpp"

#include "app/core/paths.hpp"

#include <doctest/doctest.h>

TEST_CASE("numbers and units are written as the language writes them")
{
    app::Texts const en{app::locale_dir(), "en"};
    app::Texts const az{app::locale_dir(), "az"};
    app::Texts const ru{app::locale_dir(), "ru"};
    CHECK(app::number_text(en, 1234.5, 1) == "1,234.5");
    CHECK(app::number_text(az, 1234.5, 1) == "1.234,5");
    CHECK(app::number_text(ru, 1234.5, 1) == "1\u00A0234,5");
    CHECK(app::distance_text(en, 165.4) == "165 km");
    CHECK(app::distance_text(ru, 2.5) == "2,5 км");
    CHECK(app::speed_text(en, 25) == "25 km/h");
    CHECK(app::speed_text(ru, 25) == "25 км/ч");
    CHECK(app::speed_text(az, 25).starts_with("25 km/"));
}

TEST_CASE("durations are told in days, hours and minutes")
{
    app::Texts const en{app::locale_dir(), "en"};
    CHECK(app::duration_text(en, 90 * 60) == "1 hr 30 min");
    CHECK(app::duration_text(en, 86400) == "1 day");
    CHECK(app::duration_text(en, 2 * 86400 + 3 * 3600 + 300) == "2 days 3 hr");
    CHECK(app::duration_text(en, 10) == "0 min");
}

TEST_CASE("what is waited for or watched is told in seconds while these are few")
{
    app::Texts const en{app::locale_dir(), "en"};
    app::Texts const ru{app::locale_dir(), "ru"};
    CHECK(app::short_duration_text(en, 10) == "10 sec");
    CHECK(app::short_duration_text(ru, 30).ends_with("с"));
    CHECK(app::short_duration_text(en, 60) == "1 min");
    CHECK(app::short_duration_text(en, 75) == "75 sec");
    CHECK(app::short_duration_text(en, 300) == "5 min");
}

TEST_CASE("a position names its hemispheres")
{
    app::Texts const en{app::locale_dir(), "en"};
    CHECK(app::position_text(en, {49.8671, 40.4093}) == "40.4093° N, 49.8671° E");
    CHECK(app::position_text(en, {-3.7, -40.5}) == "40.5000° S, 3.7000° W");
}
