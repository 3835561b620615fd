#include "support/atlas_folder.hpp"
#include "support/content.hpp"
#include "support/text.hpp"

#include "app/core/atomic_file.hpp"

#include <doctest/doctest.h>

namespace {

std::ptrdiff_t files_in(std::filesystem::path const &folder)
{
    return std::distance(std::filesystem::directory_iterator{folder}, {});
}

} // namespace

TEST_CASE("a file is replaced whole, and nothing is left beside it")
{
    test::AtlasFolder const folder;
    auto const file = folder.path() / "settings.json";
    app::write_atomically(file, "old");
    auto const before = files_in(folder.path());
    app::write_atomically(file, "new");
    CHECK(test::content(file) == "new");
    CHECK(files_in(folder.path()) == before);
}

TEST_CASE("when writing fails the old file stays and no temporary one does")
{
    test::AtlasFolder const folder;
    auto const file = folder.path() / "picture.png";
    app::write_atomically(file, "old");
    auto const before = files_in(folder.path());
    CHECK_THROWS_WITH(
        app::write_atomically(file, [](std::filesystem::path const &) { throw std::runtime_error{"no ink"}; }),
        "no ink");
    CHECK(test::content(file) == "old");
    CHECK(files_in(folder.path()) == before);
}

TEST_CASE("a folder that is not there is told with the system's reason")
{
    CHECK_THROWS_WITH(app::write_atomically("/nowhere/a", "x"),
                      "/nowhere/a: cannot be written: No such file or directory");
}
