#include "support/atlas_folder.hpp"
#include "support/text.hpp"

#include "app/cli/options.hpp"

#include <doctest/doctest.h>

using doctest::Contains;
using test::text;

namespace {

app::Notice notice(std::vector<std::string> const &words)
{
    auto const command = app::parse_options(words);
    REQUIRE(std::holds_alternative<app::Notice>(command));
    return std::get<app::Notice>(command);
}

} // namespace

TEST_CASE("with no words the viewer opens on the bundled atlas")
{
    auto const command = app::parse_options({});
    REQUIRE(std::holds_alternative<app::ViewOptions>(command));
    CHECK(std::get<app::ViewOptions>(command).atlas.filename() == "yalama-baku-1920.gpkg");
}

TEST_CASE("a path as the first word opens the viewer on it")
{
    auto const command = app::parse_options({"/tmp", "--lang", "az"});
    REQUIRE(std::holds_alternative<app::ViewOptions>(command));
    CHECK(std::get<app::ViewOptions>(command).atlas == "/tmp");
    CHECK(std::get<app::ViewOptions>(command).language == "az");
}

TEST_CASE("a first word that is neither command nor path is wrong usage and names the nearest command")
{
    auto const told = notice({"chekc"});
    CHECK(told.exit == app::Exit::wrong_usage);
    CHECK(told.text ==
          "marshrut: 'chekc' is neither a command nor an existing file (did you mean 'check'?); see marshrut --help");
}

TEST_CASE("render reads its options")
{
    auto const command = app::parse_options({"render", "--at", "1920-04-27T12:00", "-o", "a.png", "--size", "800x600",
                                             "--bbox", "48,40,50.5,42", "--layers", "places,units", "--lang", "ru"});
    REQUIRE(std::holds_alternative<app::RenderOptions>(command));
    auto const &options = std::get<app::RenderOptions>(command);
    CHECK(options.at == test::at("1920-04-27T12:00"));
    CHECK(options.size == app::Viewport{800, 600});
    CHECK(options.extent == geo::Box{48, 40, 50.5, 42});
    CHECK(options.layers == std::set<std::string>{"places", "units"});
    CHECK(options.language == "ru");
}

TEST_CASE("a coarse date means its earliest instant")
{
    auto const command = app::parse_options({"state", "--at", "1920-04"});
    REQUIRE(std::holds_alternative<app::StateOptions>(command));
    CHECK(std::get<app::StateOptions>(command).at == test::at("1920-04-01T00:00"));
}

TEST_CASE("wrong words are one line that says what is wrong and where help is")
{
    for (auto const &[words, part] : std::vector<std::pair<std::vector<std::string>, char const *>>{
             {{"state", "--at", "1920-13-01"}, "'1920-13-01' is not a date"},
             {{"state"}, "--at is required"},
             {{"render", "--at", "1920", "-o", "a.gif"}, "'a.gif' does not end in .png"},
             {{"render", "--at", "1920", "-o", "a.png", "--size", "big"}, "'big' is no size; write it like 1920x1080"},
             {{"render", "--at", "1920", "-o", "a.png", "--bbox", "50,40,48,42"}, "'50,40,48,42' is no extent"},
             {{"view", "--no-such-thing"}, "--no-such-thing"}}) {
        auto const told = notice(words);
        CAPTURE(told.text);
        CHECK(told.exit == app::Exit::wrong_usage);
        CHECK(text(told.text) == Contains(part));
        CHECK(text(told.text) == Contains("see marshrut --help"));
        CHECK(told.text.find('\n') == std::string::npos);
    }
}

TEST_CASE("help and version are no errors")
{
    CHECK(notice({"--help"}).exit == app::Exit::done);
    CHECK(text(notice({"--help"}).text) == Contains("render"));
    CHECK(text(notice({"render", "--help"}).text) == Contains("--bbox"));
    CHECK(text(notice({"--version"}).text) == Contains("marshrut 0.1.0"));
}
