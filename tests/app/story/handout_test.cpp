#include "app/story/story_fixture.hpp"
#include "support/content.hpp"
#include "support/program.hpp"
#include "support/text.hpp"

#include "app/core/paths.hpp"
#include "app/story/handout.hpp"

#include <doctest/doctest.h>

#include <filesystem>

using doctest::Contains;
using test::text;

namespace {

/// All that is needed to print the small story.
struct Press
{
    test::StoryView view;
    app::MapModel map = app::make_map_model(view.atlas, {view.atlas->info.home}, view.projection);
    app::FontMetrics fonts;
    app::Texts texts{app::locale_dir(), "en"};
    app::Style style = app::load_style(app::assets_dir() / "styles/print.json");

    [[nodiscard]] app::HandoutInput input(bool blind) const
    {
        return {map, view.projection, fonts, texts, style, view.atlas->stories.front(), {0, 1, 2, 3}, blind};
    }
};

std::string words_of(app::Handout const &handout)
{
    std::string words;
    for (auto const &page : handout.pages) {
        for (auto const &part : page.parts) {
            for (auto const *const scene : part.scenes) {
                for (auto const &item : scene->items) {
                    if (auto const *const found = std::get_if<app::Text>(&item)) {
                        words += found->utf8 + "\n";
                    }
                }
            }
        }
    }
    return words;
}

} // namespace

TEST_CASE("a handout has title, moments with maps, questions, answers on a page of their own, and sources")
{
    Press const press;
    auto const handout = app::make_handout(press.input(false));
    auto const words = words_of(handout);
    for (auto const *const part : {"A day", "1. On the way", "The train runs.", "Where to?", "Answer key", "East.",
                                   "railways", "Red", "SOURCES", "Writer", "Page 1 of 3", "West", "km"}) {
        CHECK(text(words) == Contains(part));
    }
    CHECK(words.find("Wait.") == std::string::npos); // notes are the teacher's
    CHECK(handout.pages.size() == 3);
}

TEST_CASE("everything lies on the sheet")
{
    Press const press;
    for (bool const blind : {false, true}) {
        for (auto const &page : app::make_handout(press.input(blind)).pages) {
            CHECK(page.width == 794);
            for (auto const &part : page.parts) {
                CHECK(part.where.left >= 0);
                CHECK(part.where.right <= page.width);
                CHECK(part.where.bottom <= page.height);
                for (auto const &item : part.scenes.front()->items) {
                    if (auto const *const found = std::get_if<app::Text>(&item);
                        found != nullptr && part.where.left == 0) {
                        CHECK(found->at.y < page.height);
                        CHECK(found->at.x + press.fonts.width(found->face, found->utf8, found->size) <= 794 - 59);
                    }
                }
            }
        }
    }
}

TEST_CASE("what lies over a page does not cover it")
{
    Press const press;
    for (auto const &page : app::make_handout(press.input(false)).pages) {
        CHECK(page.parts.front().scenes.front()->background == app::Colour{255, 255, 255, 255});
        for (std::size_t i = 1; i < page.parts.size(); ++i) {
            bool const whole = page.parts[i].where.left == 0;
            CHECK(whole == (page.parts[i].scenes.front()->background.a == 0));
        }
    }
}

TEST_CASE("a blind map has no names but numbers, lines to write on and a key")
{
    Press const press;
    auto const words = words_of(app::make_handout(press.input(true)));
    CHECK(text(words) == Contains("Fill in the names:"));
    CHECK(text(words) == Contains("1 West · 2 East"));
    CHECK(words.find("\nWest\n") == std::string::npos);
    CHECK(words.find("\nTrain\n") == std::string::npos);
}

TEST_CASE("the handout of every bundled story is written in every language without a display, twice alike")
{
    auto const folder = std::filesystem::path{MARSHRUT_TEST_OUTPUT} / "handout";
    std::filesystem::create_directories(folder);
    for (auto const *const language : {"en", "az", "ru"}) {
        auto const file = folder / (std::string{"why-empty-"} + language + ".pdf");
        auto const run = test::run({"handout", "why-empty", "-o", file.string(), "--lang", language}, true);
        CHECK(run.err == "");
        CHECK(run.exit == 0);
        CHECK(test::content(file).starts_with("%PDF"));
    }
    auto const again = folder / "again.pdf";
    CHECK(test::run({"handout", "why-empty", "-o", again.string(), "--lang", "ru"}, true).exit == 0);
    CHECK(test::content(again) == test::content(folder / "why-empty-ru.pdf"));
    CHECK(test::run({"handout", "why-empty", "-o", again.string(), "--blind", "--steps", "s01"}, true).exit == 0);
    CHECK(test::content(again).size() < test::content(folder / "why-empty-ru.pdf").size());
}

TEST_CASE("what cannot be printed is said in one line")
{
    auto const file = (std::filesystem::path{MARSHRUT_TEST_OUTPUT} / "none.pdf").string();
    auto const story = test::run({"handout", "why-emty", "-o", file}, true);
    CHECK(story.exit == 2);
    CHECK(text(story.err) == Contains("marshrut: handout: there is no story 'why-emty' (did you mean 'why-empty'?); "
                                      "stories are "));
    auto const step = test::run({"handout", "why-empty", "-o", file, "--steps", "s01,s99"}, true);
    CHECK(step.exit == 2);
    CHECK(text(step.err) == Contains("--steps: the story 'why-empty' has no step 's99'; its steps are s01, s02"));
    auto const language = test::run({"handout", "why-empty", "-o", file, "--lang", "de"}, true);
    CHECK(language.exit == 2);
    CHECK(text(language.err) == Contains("--lang: the atlas is not written in 'de'; it is in en, az, ru"));
    auto const format = test::run({"handout", "why-empty", "-o", "x.txt"}, true);
    CHECK(format.exit == 2);
    CHECK(text(format.err) == Contains("'x.txt' does not end in .pdf"));
    auto const folder = test::run({"handout", "why-empty", "-o", "/nowhere/x.pdf"}, true);
    CHECK(folder.exit == 3);
    CHECK(text(folder.err) == Contains("/nowhere"));
    CHECK_FALSE(std::filesystem::exists(file));
}
