#include "support/atlas_folder.hpp"
#include "support/text.hpp"

#include "app/core/paths.hpp"
#include "app/scene/style.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace {

std::string failure_of(std::string const &what, std::string const &with)
{
    test::AtlasFolder const folder;
    std::ostringstream text;
    text << std::ifstream{app::assets_dir() / "styles/light.json"}.rdbuf();
    auto json = text.str();
    json.replace(json.find(what), what.size(), with);
    auto const file = folder.path() / "style.json";
    std::ofstream{file} << json;
    try {
        (void)app::load_style(file);
    } catch (std::exception const &failure) {
        return failure.what();
    }
    return "";
}

} // namespace

TEST_CASE("every style that comes with the program loads")
{
    int styles = 0;
    for (auto const &entry : std::filesystem::directory_iterator{app::assets_dir() / "styles"}) {
        CHECK_NOTHROW(app::load_style(entry.path()));
        ++styles;
    }
    CHECK(styles >= 1);
}

TEST_CASE("a style with a fault says which key and why")
{
    CHECK(test::text(failure_of("\"#C4D8E2\"", "\"blue\"")) ==
          doctest::Contains("sea: is no colour; write it like \"#A8201A\""));
    CHECK(test::text(failure_of("\"sea\": ", "\"see\": ")) == doctest::Contains("the colour 'sea' is missing"));
    CHECK(test::text(failure_of("\"sea\": ", "\"extra\": \"#000000\", \"sea\": ")) ==
          doctest::Contains("the colour 'extra' is not known"));
}

TEST_CASE("a colour is read with and without its transparency, a broken one is none")
{
    CHECK(app::parse_colour("#A8201A") == app::Colour{0xA8, 0x20, 0x1A, 255});
    CHECK(app::parse_colour("#A8201A80") == app::Colour{0xA8, 0x20, 0x1A, 0x80});
    for (char const *const word : {"", "red", "#A8201", "#GGGGGG", "A8201A0"}) {
        CHECK_FALSE(app::parse_colour(word));
    }
}
