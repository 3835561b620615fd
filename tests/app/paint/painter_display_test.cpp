#include "support/atlas_folder.hpp"

#include "app/paint/painter.hpp"
#include "app/scene/drawing.hpp"

#include <SFML/Graphics/Image.hpp>
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

namespace {

app::Scene sheet()
{
    return {200, 100, {255, 255, 255, 255}, {}, {}};
}

app::Fill rectangle(float left, float top, float right, float bottom, app::Colour colour)
{
    app::Fill fill;
    fill.points = {{left, top}, {right, top}, {right, bottom}, {left, bottom}};
    fill.ring_ends = {4};
    fill.colour = colour;
    return fill;
}

/// The scene as the painter puts it on disk.
struct Painted
{
    test::AtlasFolder folder; // a temporary folder
    std::string bytes;
    sf::Image image;

    explicit Painted(app::Scene const &scene)
    {
        app::FontMetrics const metrics;
        app::Painter painter{metrics};
        auto const file = folder.path() / "out.png";
        save_png(painter, {&scene}, file);
        std::ostringstream text;
        text << std::ifstream{file, std::ios::binary}.rdbuf();
        bytes = text.str();
        REQUIRE(image.loadFromFile(file.string()));
    }
    [[nodiscard]] sf::Color at(unsigned x, unsigned y) const { return image.getPixel(x, y); }
};

} // namespace

TEST_CASE("a fill has its colour inside and the ground outside")
{
    auto scene = sheet();
    scene.items.emplace_back(rectangle(20, 20, 60, 60, {200, 10, 20, 255}));
    Painted const picture{scene};
    CHECK(picture.at(40, 40) == sf::Color{200, 10, 20});
    CHECK(picture.at(100, 40) == sf::Color::White);
}

TEST_CASE("the edge of a slanting stroke is smooth")
{
    auto scene = sheet();
    scene.items.emplace_back(app::Drawing::stroke({{10, 10}, {190, 70}}, 6, {0, 0, 0, 255}));
    Painted const picture{scene};
    int between = 0; // at both edges of most columns
    for (unsigned x = 50; x < 150; ++x) {
        for (unsigned y = 0; y < 100; ++y) {
            auto const grey = picture.at(x, y).r;
            between += grey > 20 && grey < 235 ? 1 : 0;
        }
    }
    CHECK(between > 120);
}

TEST_CASE("text in the letters of all three languages leaves ink, and its halo lies under it")
{
    for (char const *const word : {"Khachmaz", "Xaçmaz Şəki Ğ", "Хачмас Ёё"}) {
        auto scene = sheet();
        scene.background = {100, 150, 200, 255};
        scene.items.emplace_back(
            app::Text{{10, 60}, word, app::Face::sans_bold, 24, {0, 0, 0, 255}, {255, 255, 255, 255}, 2, 0, 0});
        Painted const picture{scene};
        int dark = 0;
        int light = 0;
        for (unsigned x = 0; x < 200; ++x) {
            for (unsigned y = 0; y < 100; ++y) {
                dark += picture.at(x, y) == sf::Color::Black ? 1 : 0;
                light += picture.at(x, y) == sf::Color::White ? 1 : 0;
            }
        }
        CHECK(dark > 200);
        CHECK(light > 200);
    }
}

TEST_CASE("a multiplied picture darkens what lies below and leaves it where it is white")
{
    auto scene = sheet();
    scene.items.emplace_back(rectangle(0, 0, 200, 100, {200, 100, 50, 255}));
    auto raster = std::make_shared<app::Raster>();
    *raster = {2, 1, {255, 255, 255, 255, 128, 128, 128, 255}};
    app::Image image;
    image.raster = raster;
    image.multiply = true;
    image.corners[0] = {0, 0};
    image.corners[1] = {200, 0};
    image.corners[2] = {200, 100};
    image.corners[3] = {0, 100};
    scene.items.emplace_back(image);
    Painted const picture{scene};
    CHECK(picture.at(5, 50) == sf::Color{200, 100, 50});
    CHECK(picture.at(195, 50).r == doctest::Approx(100).epsilon(0.02));
}

TEST_CASE("a hatched area leaves ground between its lines")
{
    auto scene = sheet();
    auto area = rectangle(0, 0, 200, 100, {0, 0, 0, 255});
    area.pattern = app::Pattern::hatch;
    scene.items.emplace_back(area);
    Painted const picture{scene};
    int white = 0;
    int black = 0;
    for (unsigned x = 0; x < 64; ++x) {
        white += picture.at(x, 30) == sf::Color::White ? 1 : 0;
        black += picture.at(x, 30) == sf::Color::Black ? 1 : 0;
    }
    CHECK(white >= 24);
    CHECK(black >= 12);
}

TEST_CASE("the same scene gives the same bytes")
{
    auto scene = sheet();
    scene.items.emplace_back(app::Drawing::stroke({{10, 10}, {190, 70}}, 3, {0, 0, 0, 255}, {7, 4}));
    scene.items.emplace_back(app::Text{{10, 60}, "Baku", app::Face::serif, 24, {0, 0, 0, 255}, {}, 0, 0, 12});
    CHECK(Painted{scene}.bytes == Painted{scene}.bytes);
}
