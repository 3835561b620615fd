#include "app/core/uri_list.hpp"

#include <doctest/doctest.h>

TEST_CASE("a list of dropped files gives their names, escapes undone")
{
    auto const files = app::files_of_uri_list("# from a file manager\r\n"
                                              "file:///home/me/K%C3%BCr%20%26%20Araz.kml\r\n"
                                              "file://localhost/tmp/a.gpx\r\nfile:/tmp/b.csv\r\n");
    REQUIRE(files.size() == 3);
    CHECK(files[0] == "/home/me/Kür & Araz.kml");
    CHECK(files[1] == "/tmp/a.gpx");
    CHECK(files[2] == "/tmp/b.csv");
}

TEST_CASE("what a list names that is no file of this computer is left out")
{
    CHECK(app::files_of_uri_list("https://example.org/a.kml\r\n").empty());
    CHECK(app::files_of_uri_list("file://other-computer/a.kml\r\n").empty());
    CHECK(app::files_of_uri_list("file:///bad%2\r\nfile:///zero%00byte\r\nfile:relative").empty());
    CHECK(app::files_of_uri_list("").empty());
    CHECK(app::files_of_uri_list(std::string_view{"file:///ends/with/zero\0", 23}).size() == 1);
}
