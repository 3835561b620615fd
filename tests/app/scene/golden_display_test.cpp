// Pictures of the bundled atlas beside those that were looked at and found right. To renew them after a change of the
// drawing, run this test with MARSHRUT_NEW_GOLDEN=1 and look at every one.

#include "support/atlas_folder.hpp"
#include "support/bundled_map.hpp"
#include "support/golden.hpp"
#include "support/temporary_folder.hpp"
#include "support/text.hpp"

#include "app/paint/painter.hpp"

#include <doctest/doctest.h>

namespace {

struct Golden
{
    char const *name;
    app::Viewport size;
    char const *style;
    char const *language;
    char const *at;
    geo::LonLat centre;
    double scale; ///< denominator
};

geo::LonLat constexpr baku{49.87, 40.4};
geo::LonLat constexpr biladzhari{49.81, 40.45};

constexpr Golden pictures[]{
    {"caucasus", {640, 420}, "light", "en", "1920-04-27T06:00", {46.5, 42}, 8e6},
    {"caucasus-print-ru", {560, 400}, "print", "ru", "1920-05-01T06:00", {46.5, 42}, 8e6},
    {"campaign", {640, 400}, "light", "en", "1920-04-27T14:00", {48.3, 41.2}, 2.5e6},
    {"campaign-dark-az", {560, 360}, "dark", "az", "1920-04-27T22:00", {48.3, 41.2}, 2.5e6},
    {"campaign-contrast-ru", {560, 360}, "contrast", "ru", "1920-04-28T04:00", {48.3, 41.2}, 2.5e6},
    {"campaign-print-az", {560, 360}, "print", "az", "1920-04-28T12:00", {48.3, 41.2}, 2.5e6},
    {"karabakh", {560, 360}, "light", "en", "1920-04-10T12:00", {46.8, 39.8}, 1.2e6},
    {"karabakh-az", {400, 300}, "light", "az", "1920-05-28T12:00", {46.8, 39.8}, 1.5e6},
    {"zakatala-ru", {480, 320}, "light", "ru", "1920-04-27T12:00", {46.6, 41.5}, 1.2e6},
    {"yalama-dark", {480, 320}, "dark", "en", "1920-04-27T02:30", {48.6, 41.8}, 6e5},
    {"baku-contrast-az", {480, 320}, "contrast", "az", "1920-04-28T02:00", baku, 4e5},
    {"biladzhari", {480, 320}, "light", "en", "1920-04-27T23:30", biladzhari, 1e5},
    {"biladzhari-print-ru", {320, 240}, "print", "ru", "1920-04-27T23:30", biladzhari, 1e5},
    {"small", {320, 200}, "light", "az", "1920-04-27T16:00", {48.3, 41.2}, 4e6},
};

sf::Image painted(std::vector<app::Scene const *> const &scenes, app::FontMetrics const &fonts)
{
    app::Painter painter{fonts};
    test::TemporaryFolder const folder;
    auto const file = folder.path() / "picture.png";
    save_png(painter, scenes, file);
    sf::Image image;
    REQUIRE(image.loadFromFile(file.string()));
    return image;
}

} // namespace

TEST_CASE("the map looks as it did: zooms, styles, languages and small sizes")
{
    for (auto const &golden : pictures) {
        test::MapView view{golden.size, golden.style, golden.language};
        view.state.now = test::at(golden.at);
        view.look_at(golden.centre, golden.scale);
        auto const picture = view.picture();
        CHECK(test::fault_of(painted(picture.layers(), view.fonts), golden.name) == "");
    }
}

TEST_CASE("a picture that differs from its golden one is told, and both are left side by side with the difference")
{
    sf::Image white;
    white.create(40, 30, sf::Color::White);
    auto spotted = white;
    for (unsigned i = 0; i < 5; ++i) {
        spotted.setPixel(10 + i, 10, sf::Color::Black);
    }
    CHECK(test::difference(white, white) == 0);
    CHECK(test::difference(white, spotted) == doctest::Approx(5.0 / 1200));
    test::TemporaryFolder const folder;
    REQUIRE(white.saveToFile((folder.path() / "spots.png").string()));
    CHECK(test::fault_of(white, "spots", folder.path()) == "");
    auto const fault = test::fault_of(spotted, "spots", folder.path());
    CHECK(test::text(fault) == doctest::Contains("spots: 0.42 % of the pixels differ from"));
    sf::Image sheet;
    REQUIRE(sheet.loadFromFile(MARSHRUT_TEST_OUTPUT "/golden/spots.png"));
    CHECK(sheet.getSize() == sf::Vector2u{136, 30});
    CHECK(sheet.getPixel(48 + 12, 10) == sf::Color::Black); // the actual one
    CHECK(sheet.getPixel(96 + 12, 10) == sf::Color::Red);   // the difference
    CHECK(sheet.getPixel(96 + 12, 12) == sf::Color::White);
}
