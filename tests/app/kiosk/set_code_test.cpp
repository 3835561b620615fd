#include "app/kiosk/set_code.hpp"

#include "app/kiosk/operator_lock.hpp"
#include "app/kiosk/settings.hpp"

#include "support/content.hpp"
#include "support/temporary_folder.hpp"
#include "support/text.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <stdexcept>

TEST_CASE("the operator's code is written as a hash that opens, and all else in the settings stays")
{
    test::TemporaryFolder folder;
    auto const file = folder.path() / "kiosk.json";
    std::ofstream{file} << R"({"story": "kiosk", "idle_seconds": 45})";
    app::set_code(file, "271920");
    auto const written = test::content(file);
    CHECK(written.find("271920") == std::string::npos);
    CHECK(test::text(written) == doctest::Contains("\"story\": \"kiosk\",\n    \"idle_seconds\": 45,"));
    auto const settings = app::parse_settings(written, "kiosk.json");
    app::OperatorLock lock{settings.operator_code, folder.path() / "tries", {}};
    CHECK(lock.try_code("271921", {}) == app::Unlock::wrong);
    CHECK(lock.try_code("271920", {}) == app::Unlock::opened);
}

TEST_CASE("a settings file that is missing is made, and one that is broken is left for its author")
{
    test::TemporaryFolder folder;
    app::set_code(folder.path() / "deep/kiosk.json", "4711");
    CHECK(app::parse_settings(test::content(folder.path() / "deep/kiosk.json"), "kiosk.json").operator_code != "");
    std::ofstream{folder.path() / "broken.json"} << "{\"story\"";
    CHECK_THROWS_AS(app::set_code(folder.path() / "broken.json", "4711"), std::runtime_error);
    CHECK(test::content(folder.path() / "broken.json") == "{\"story\"");
    CHECK_THROWS_WITH_AS(app::set_code(folder.path() / "kiosk.json", "12x4"), "the operator's code is 4 to 12 digits",
                         std::runtime_error);
    CHECK(!std::filesystem::exists(folder.path() / "kiosk.json"));
}
