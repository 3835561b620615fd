// The command `render` from outside, with no display of the user's: it starts its own.

#include "support/atlas_folder.hpp"
#include "support/content.hpp"
#include "support/picture_place.hpp"
#include "support/program.hpp"
#include "support/text.hpp"

#include <doctest/doctest.h>

namespace {

using Words = std::vector<std::string>;

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
    CHECK(test::content(one).size() > 50'000);
    CHECK(test::content(one) == test::content(two));
}

TEST_CASE("render writes where a PNG lies beside it, and where a PDF lies into it")
{
    test::AtlasFolder const folder;
    auto const png = folder.path() / "a.png";
    auto const pdf = folder.path() / "a.pdf";
    Words const where{"--at", "1920-04-27", "--bbox", "48,40,50,41"};
    auto const render = [&](Words words) {
        words.insert(words.end(), where.begin(), where.end());
        return test::run(words, true);
    };
    CHECK(render({"render", "-o", png.string(), "--size", "800x600", "--world-file"}).exit == 0);
    auto const done = render({"render", "-o", pdf.string(), "--size", "800x600"});
    CHECK(done.exit == 0);
    CHECK(done.err == "");
    CHECK(test::content(folder.path() / "a.prj").starts_with("PROJCS["));
    // Both say the same of the middle of the picture, and it is the middle of what was asked for.
    auto const by_png = test::middle_of(png);
    auto const by_pdf = test::middle_of(pdf);
    CHECK(by_png.lon == doctest::Approx(49).epsilon(0.001));
    CHECK(by_png.lat == doctest::Approx(40.5).epsilon(0.001));
    CHECK(by_pdf.lon == doctest::Approx(by_png.lon).epsilon(0.00001));
    CHECK(by_pdf.lat == doctest::Approx(by_png.lat).epsilon(0.00001));
    auto const svg = test::run({"render", "--at", "1920", "-o", "/tmp/a.svg", "--world-file"}, true);
    CHECK(svg.exit == 2);
    CHECK(test::text(svg.err) == doctest::Contains("only a .png has one; a .pdf says itself where it lies"));
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
    CHECK(test::text(style.err) ==
          doctest::Contains("there is no style 'loud'; choose one of contrast, dark, light, print"));
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
