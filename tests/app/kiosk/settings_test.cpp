#include "app/kiosk/settings.hpp"

#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

using doctest::Contains;

TEST_CASE("settings say what an exhibition wants, and have a good value for the rest")
{
    auto const s = app::parse_settings(R"({"atlas": "/srv/a.gpkg", "screen_mm": [941, 529], "idle_seconds": 45,
        "nightly_hour": null, "call": {"en": "Ask at the desk", "az": "Kassaya deyin"}, "read_aloud": true})",
                                       "kiosk.json");
    CHECK(s.atlas == "/srv/a.gpkg");
    CHECK(s.screen_mm == app::ScreenSize{941, 529});
    CHECK(s.idle_seconds == 45);
    CHECK(s.countdown_seconds == 15);
    CHECK(!s.nightly_hour);
    CHECK(s.call.at("az") == "Kassaya deyin");
    CHECK(s.read_aloud);
}

TEST_CASE("each fault of the settings is one line that says what to do")
{
    auto const parse = [](char const *text) { (void)app::parse_settings(text, "kiosk.json"); };
    CHECK_THROWS_WITH_AS(parse(R"({"idle_secnds": 4})"),
                         "kiosk.json: 'idle_secnds' is not known; did you mean 'idle_seconds'?", std::runtime_error);
    CHECK_THROWS_WITH_AS(parse(R"({"idle_seconds": 4})"),
                         "kiosk.json: 'idle_seconds' is no whole number from 10 to 3600", std::runtime_error);
    CHECK_THROWS_WITH_AS(parse(R"({"nightly_hour": 24})"), "kiosk.json: 'nightly_hour' is no whole number from 0 to 23",
                         std::runtime_error);
    CHECK_THROWS_WITH_AS(parse(R"({"screen_mm": 43})"),
                         "kiosk.json: 'screen_mm' is no size; give [width, height] in millimetres, such as [941, 529]",
                         std::runtime_error);
    CHECK_THROWS_WITH_AS(
        parse(R"({"operator_code": "271920"})"),
        "kiosk.json: 'operator_code' is no hash; leave it out and type the code after 'marshrut kiosk --set-code'",
        std::runtime_error);
    CHECK_THROWS_WITH_AS(parse("[]"), "kiosk.json: is no JSON object; it begins with {", std::runtime_error);
    CHECK_THROWS_WITH_AS(parse(R"({"atlas": )"),
                         Contains("kiosk.json: is not valid JSON: parse error at line 1, column"), std::runtime_error);
    CHECK_THROWS_WITH_AS(parse(R"({"idle_seconds": 1e999})"),
                         Contains("kiosk.json: is not valid JSON: number overflow parsing '1e999'"),
                         std::runtime_error);
}

TEST_CASE("a settings file that was corrupted is replaced by the last good one, and that by what is built in")
{
    test::TemporaryFolder folder;
    auto const file = folder.path() / "kiosk.json";
    std::ofstream{file} << "\x01\x02";
    auto const first = app::load_settings(file, folder.path());
    CHECK(first.settings == app::KioskSettings{});
    CHECK(first.problem.ends_with("; the built-in settings are used"));
    std::ofstream{file} << R"({"idle_seconds": 30})";
    CHECK(app::load_settings(file, folder.path()).problem == "");
    std::ofstream{file} << "{\"idle_sec";
    auto const spoilt = app::load_settings(file, folder.path());
    CHECK(spoilt.settings.idle_seconds == 30);
    CHECK(spoilt.problem.ends_with("; the last good settings are used"));
    std::filesystem::remove(file);
    CHECK(app::load_settings(file, folder.path()).settings.idle_seconds == 30);
}

TEST_CASE("the settings that come with the program are sound and differ from what is built in by the curator's folder alone")
{
    std::ifstream file{MARSHRUT_SOURCE_DIR "/assets/kiosk/kiosk.json"};
    auto settings = app::parse_settings({std::istreambuf_iterator<char>{file}, {}}, "kiosk.json");
    CHECK(settings.updates == "/srv/marshrut-updates");
    CHECK(settings.call.size() == 3);
    settings.updates.clear();
    settings.call.clear();
    CHECK(settings == app::KioskSettings{});
}
