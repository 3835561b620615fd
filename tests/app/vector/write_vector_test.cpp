#include "support/content.hpp"
#include "support/program.hpp"
#include "support/text.hpp"

#include "app/vector/text_block.hpp"
#include "app/vector/write_vector.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <unistd.h>

namespace {

/// A file in a folder of the test's own, removed with the object.
struct Output
{
    std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("marshrut-vector-" + std::to_string(getpid()));
    Output() { std::filesystem::create_directories(folder); }
    ~Output() { std::filesystem::remove_all(folder); }
    Output(Output const &) = delete;
    Output &operator=(Output const &) = delete;
};

app::Scene sheet()
{
    app::Scene scene{400, 200, {255, 255, 255, 255}, {}, {}};
    app::Fill land;
    land.points = {{10, 10}, {200, 10}, {200, 100}, {10, 100}};
    land.ring_ends = {4};
    land.colour = {200, 30, 20, 255};
    scene.items.emplace_back(land);
    land.pattern = app::Pattern::hatch;
    scene.items.emplace_back(land);
    scene.items.emplace_back(
        app::Text{{20, 150}, "Xaçmaz & Хачмас", app::Face::serif, 20, {}, {255, 255, 255, 255}, 2, 3, 0});
    return scene;
}

int count(std::string const &in, std::string const &what)
{
    int found = 0;
    for (auto at = in.find(what); at != std::string::npos; at = in.find(what, at + 1)) {
        ++found;
    }
    return found;
}

} // namespace

TEST_CASE("an SVG holds letters as text and areas as paths, not as pictures")
{
    Output const out;
    auto const scene = sheet();
    app::write_vector({app::whole_page({&scene})}, {"A title <of> its own", "", "", "az"}, out.folder / "a.svg");
    auto const svg = test::content(out.folder / "a.svg");
    CHECK(count(svg, "<text ") == 1);
    CHECK(count(svg, ">Xaçmaz &amp; Хачмас</text>") == 1);
    CHECK(count(svg, "'Noto Serif', serif") == 1);
    CHECK(count(svg, "<path") >= 2);
    CHECK(count(svg, "<image") == 0);
    CHECK(count(svg, "<title>A title &lt;of&gt; its own</title>") == 1);
    CHECK(count(svg, "xml:lang=\"az\"") == 1);
    CHECK(count(svg, "width=\"400px\"") == 1);
}

TEST_CASE("a PDF has a page for each page, embeds its fonts and is the same each time")
{
    Output const out;
    auto const scene = sheet();
    auto const page = app::whole_page({&scene});
    app::write_pdf({page, page, page}, {"Title", "Author", "", ""}, out.folder / "a.pdf");
    app::write_pdf({page, page, page}, {"Title", "Author", "", ""}, out.folder / "b.pdf");
    auto const pdf = test::content(out.folder / "a.pdf");
    CHECK(pdf.starts_with("%PDF-1.5"));
    CHECK(count(pdf, "<< /Type /Page %") == 3);
    CHECK(count(pdf, "NotoSerif") >= 1);
    CHECK(count(pdf, "/ToUnicode") >= 1);
    CHECK(pdf == test::content(out.folder / "b.pdf"));
}

TEST_CASE("a page may hold a map in a frame and text about it")
{
    Output const out;
    auto const map = sheet();
    app::Scene text{794, 1123, {255, 255, 255, 255}, {}, {}};
    text.items.emplace_back(app::Text{{60, 60}, "Heading", app::Face::sans_bold, 24, {}, {}, 0, 0, 0});
    app::Page const page{794, 1123, {{{&text}, {0, 0, 794, 1123}}, {{&map}, {60, 100, 734, 437}}}};
    app::write_svg(page, {}, out.folder / "a.svg");
    auto const svg = test::content(out.folder / "a.svg");
    CHECK(count(svg, "<svg x=\"60\" y=\"100\" width=\"674\" height=\"337\" viewBox=\"0 0 400 200\"") == 1);
    CHECK(svg.find("Heading") < svg.find("Хачмас"));
}

TEST_CASE("a page that cannot be written is told by file and reason")
{
    auto const scene = sheet();
    std::string words;
    try {
        app::write_pdf({app::whole_page({&scene})}, {}, "/nowhere/a.pdf");
    } catch (std::exception const &failure) {
        words = failure.what();
    }
    CHECK(test::text(words) == doctest::Contains("/nowhere/a.pdf: cannot be written: No such file or directory"));
}

TEST_CASE("paper has its ISO size, lying or standing")
{
    CHECK(app::paper_size("A3")->width == 1587);
    CHECK(app::paper_size("A3")->height == 1123);
    CHECK(app::paper_size("A4-portrait")->width == 794);
    CHECK_FALSE(app::paper_size("A9"));
    CHECK_FALSE(app::paper_size("A4-sideways"));
}

TEST_CASE("a paragraph breaks at spaces, within a word only where it must, and at line feeds")
{
    app::FontMetrics const fonts;
    auto const lines = [&](char const *words, float width) {
        std::vector<std::string> found;
        for (auto const &item : set_text(fonts, words, {}, {0, 0}, width).items) {
            auto const &text = std::get<app::Text>(item);
            CHECK(fonts.width(text.face, text.utf8, text.size) <= width);
            found.push_back(text.utf8);
        }
        return found;
    };
    CHECK(lines("one two", 500) == std::vector<std::string>{"one two"});
    CHECK(lines("one two three", 72) == std::vector<std::string>{"one two", "three"});
    CHECK(lines("one\n\ntwo", 500) == std::vector<std::string>{"one", "", "two"});
    CHECK(lines("Yelizavetpol", 40).size() > 2);
    CHECK(lines("", 40).empty());
}

TEST_CASE("render makes an SVG and a PDF of A3 in print style with no display at all")
{
    Output const out;
    auto const svg = out.folder / "map.svg";
    auto const pdf = out.folder / "map.pdf";
    for (auto const &file : {svg, pdf}) {
        auto const done = test::run(
            {"render", "--at", "1920-04-27T12:00", "-o", file.string(), "--style", "print", "--lang", "ru"}, true);
        CHECK(done.exit == 0);
        CHECK(done.err == "");
    }
    CHECK(count(test::content(svg), ">БАКУ</text>") + count(test::content(svg), ">Баку</text>") == 1);
    // One page: as it was drawn, and again with the place where it lies.
    CHECK(count(test::content(pdf), "/MediaBox [ 0 0 1190.25 842.25 ]") == 2);
    CHECK(count(test::content(pdf), "/Count 1\n") == 1);
}

TEST_CASE("render to a file of another kind is refused before anything is read")
{
    auto const done = test::run({"render", "--at", "1920", "-o", "/tmp/map.tif"}, true);
    CHECK(done.exit == 2);
    CHECK(test::text(done.err) == doctest::Contains("'/tmp/map.tif' does not end in .png, .svg or .pdf"));
}
