#include "support/temporary_folder.hpp"

#include "app/core/folder_listing.hpp"

#include <doctest/doctest.h>

#include <array>
#include <fstream>

TEST_CASE("a folder lists folders first, then files of the wanted endings by name, and nothing hidden")
{
    test::TemporaryFolder const folder;
    auto const at = [&](char const *name) { return folder.path() / name; };
    std::filesystem::create_directories(at("b folder"));
    std::filesystem::create_directories(at("An atlas"));
    std::ofstream{at("An atlas") / "atlas.json"} << "{}";
    std::ofstream{at("walk.GPX")} << std::string(1500, 'x');
    std::ofstream{at("notes.txt")} << "no map";
    std::ofstream{at(".hidden.gpx")} << "";
    std::array<std::string_view, 1> const wanted{".gpx"};
    auto const listing = app::list_folder(folder.path(), wanted);
    CHECK(listing.fault.empty());
    REQUIRE(listing.entries.size() == 3);
    CHECK(listing.entries[0].name == "An atlas");
    CHECK(listing.entries[0].atlas);
    CHECK(listing.entries[1].name == "b folder");
    CHECK_FALSE(listing.entries[1].atlas);
    CHECK(listing.entries[2].name == "walk.GPX");
    CHECK(listing.entries[2].bytes == 1500);
    CHECK(app::list_folder(folder.path(), {}).entries.size() == 4);
}

TEST_CASE("a folder that is not there says so instead of failing")
{
    auto const listing = app::list_folder("/nowhere/at/all", {});
    CHECK(listing.entries.empty());
    CHECK(listing.fault == "No such file or directory");
}

TEST_CASE("sizes are told in three digits")
{
    CHECK(app::size_text(0) == "0 B");
    CHECK(app::size_text(999) == "999 B");
    CHECK(app::size_text(1'400'000) == "1.4 MB");
    CHECK(app::size_text(52'000'000'000) == "52 GB");
}
