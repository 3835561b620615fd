// The command `render` from outside, with no display of the user's: it starts its own.

#include "support/atlas_folder.hpp"
#include "support/program.hpp"
#include "support/text.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

namespace {

std::string content(std::filesystem::path const &file)
{
    std::ostringstream text;
    text << std::ifstream{file, std::ios::binary}.rdbuf();
    return text.str();
}

} // namespace

TEST_CASE("render makes the same picture twice, with no display of the user's")
{
    test::AtlasFolder const folder;
    auto const one = (folder.path() / "one.png").string();
    auto const two = (folder.path() / "two.png").string();
    for (auto const &file : {one, two}) {
        auto const done = test::run({"render", "--at", "1920-04-27T12:00", "-o", file, "--size", "960x540"}, true);
        CHECK(done.exit == 0);
        CHECK(done.err == "");
    }
    CHECK(content(one).size() > 50'000);
    CHECK(content(one) == content(two));
}

TEST_CASE("render that cannot write says which file and why, and exits 3")
{
    auto const done = test::run({"render", "--at", "1920-04-27", "-o", "/nowhere/a.png", "--size", "200x100"}, true);
    CHECK(done.exit == 3);
    CHECK(test::text(done.err) == doctest::Contains("/nowhere/a.png: cannot be written: No such file or directory"));
}

TEST_CASE("render of an unknown layer or style is told with those there are")
{
    auto const layer = test::run({"render", "--at", "1920", "-o", "/tmp/a.png", "--layers", "river"}, true);
    CHECK(layer.exit == 2);
    CHECK(test::text(layer.err) == doctest::Contains("there is no layer 'river'; layers are relief, regions"));
    auto const style = test::run({"render", "--at", "1920", "-o", "/tmp/a.png", "--style", "loud"}, true);
    CHECK(style.exit == 3);
    CHECK(test::text(style.err) == doctest::Contains("there is no style 'loud'; choose one of contrast, dark, light, print"));
}

TEST_CASE("render of a faulty atlas prints its errors, writes nothing and exits 1")
{
    test::AtlasFolder folder;
    folder.replace("places.geojson", "\"rank\":4", "\"rank\":9");
    auto const file = folder.path() / "a.png";
    auto const done = test::run({"render", folder.path().string(), "--at", "1920-04-27", "-o", file.string()}, true);
    CHECK(done.exit == 1);
    CHECK(test::text(done.err) == doctest::Contains("places.geojson:halt: error: rank"));
    CHECK_FALSE(std::filesystem::exists(file));
}

TEST_CASE("the viewer without a display says so in one line and exits 4")
{
    auto const done = test::run({"view"}, true);
    CHECK(done.exit == 4);
    CHECK(test::text(done.err) == doctest::Contains("there is no display to open a window on"));
}
