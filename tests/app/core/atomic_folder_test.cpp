#include "support/temporary_folder.hpp"
#include "support/text.hpp"

#include "app/core/atomic_folder.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <stdexcept>

namespace fs = std::filesystem;

TEST_CASE("a folder of files is there whole, or not at all")
{
    test::TemporaryFolder const home;
    auto const folder = home.path() / "frames";
    auto const half = [](fs::path const &at) {
        std::ofstream{at / "1.png"} << "half";
        throw std::runtime_error{"stopped"};
    };
    CHECK_THROWS_WITH_AS(app::write_folder_atomically(folder, half), "stopped", std::runtime_error);
    CHECK(fs::is_empty(home.path()));
    fs::create_directory(home.path() / ".frames.new-killed"); // by a writer that was
    app::write_folder_atomically(folder, [](fs::path const &at) { std::ofstream{at / "1.png"} << "whole"; });
    CHECK(fs::file_size(folder / "1.png") == 5);
    CHECK(std::distance(fs::directory_iterator{home.path()}, {}) == 1);
}

TEST_CASE("a folder that holds something is not written over")
{
    test::TemporaryFolder const home;
    std::ofstream{home.path() / "mine.txt"} << "keep";
    std::string told;
    try {
        app::write_folder_atomically(home.path(), [](fs::path const &) {});
    } catch (std::runtime_error const &failure) {
        told = failure.what();
    }
    CHECK(test::text(told) == doctest::Contains("is there already and is no empty folder; give another name"));
    CHECK(fs::exists(home.path() / "mine.txt"));
}
