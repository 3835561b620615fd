#include "app/kiosk/log_file.hpp"

#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>

TEST_CASE("the log keeps its last lines and never outgrows twice its limit")
{
    test::TemporaryFolder folder;
    app::LogFile log{folder.path() / "kiosk.log", "display", 1000};
    for (int i = 0; i < 200; ++i) {
        log.write("line " + std::to_string(i) + "\nof the log");
    }
    auto const last = log.last(2);
    REQUIRE(last.size() == 2);
    CHECK(last[0].ends_with(" display: line 198 of the log"));
    CHECK(last[1].ends_with(" display: line 199 of the log"));
    CHECK(std::filesystem::file_size(folder.path() / "kiosk.log") < 1100);
    CHECK(std::filesystem::file_size(folder.path() / "kiosk.log.1") < 1100);
}

TEST_CASE("a log that cannot be written stops nothing")
{
    app::LogFile log{"/dev/full", "display"};
    log.write("nobody reads this");
    app::LogFile nowhere{"/no/such/folder/log", "display"};
    nowhere.write("nor this");
    CHECK(nowhere.last(5).empty());
}
