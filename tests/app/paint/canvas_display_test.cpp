// What the canvas puts into the window, piece by piece, equals the picture painted at once.

#include "app/paint/canvas.hpp"
#include "app/scene/drawing.hpp"

#include <SFML/Graphics/Image.hpp>
#include <SFML/Graphics/RenderWindow.hpp>
#include <doctest/doctest.h>

#include <cstring>

namespace {

app::Fill rectangle(float left, float top, float right, float bottom, app::Colour colour)
{
    app::Fill fill;
    fill.points = {{left, top}, {right, top}, {right, bottom}, {left, bottom}};
    fill.ring_ends = {4};
    fill.colour = colour;
    return fill;
}

/// Ground, something that moves on it, and a sheet that covers the lower half.
struct Shown
{
    sf::RenderWindow window{sf::VideoMode{320, 200}, "canvas"};
    app::FontMetrics metrics;
    app::Painter painter{metrics};
    app::Prepared ground;
    app::Prepared sheet;

    Shown()
    {
        app::Scene scene{320, 200, {}, {}, {}};
        scene.items.emplace_back(rectangle(0, 0, 320, 200, {200, 220, 230, 255}));
        scene.items.emplace_back(app::Drawing::stroke({{0, 10}, {320, 90}}, 5, {20, 20, 20, 128}));
        ground = painter.prepare(scene);
        scene.items = {rectangle(0, 100, 320, 200, {250, 250, 245, 255})};
        sheet = painter.prepare(scene);
    }

    [[nodiscard]] app::Prepared mover(float x)
    {
        app::Scene scene{320, 200, {}, {}, {}};
        scene.items.emplace_back(app::Drawing::stroke({{x, 20}, {x + 30, 130}}, 8, {160, 30, 20, 150}));
        scene.items.emplace_back(app::Text{{x, 50}, "Baku", app::Face::sans, 18, {}, {255, 255, 255, 200}, 2, 0, 0});
        return painter.prepare(scene);
    }

    sf::Image show(app::Canvas &canvas, float x, bool covered = true)
    {
        auto const moving = mover(x);
        app::Layers layers{&ground, {&moving}};
        if (covered) {
            layers.covers.push_back({0, 100, 320, 200});
            layers.above.push_back(&sheet);
        }
        canvas.present(layers, window);
        sf::Texture texture;
        REQUIRE(texture.create(320, 200));
        texture.update(window);
        return texture.copyToImage();
    }
};

bool alike(sf::Image const &a, sf::Image const &b)
{
    return std::memcmp(a.getPixelsPtr(), b.getPixelsPtr(), std::size_t{320} * 200 * 4) == 0;
}

} // namespace

TEST_CASE("a picture of which only the changed parts are painted is the picture painted at once, pixel for pixel")
{
    Shown shown;
    app::Canvas kept;
    for (float const x : {20.0F, 23.0F, 140.0F, 250.5F, 251.0F}) {
        auto const piecewise = shown.show(kept, x);
        app::Canvas fresh;
        CHECK(alike(piecewise, shown.show(fresh, x)));
    }
    CHECK(kept.changed_share() < 0.5);
    CHECK(kept.changed_share() > 0);
}

TEST_CASE("nothing is painted where nothing changed")
{
    Shown shown;
    app::Canvas canvas;
    auto const before = shown.show(canvas, 100);
    auto const after = shown.show(canvas, 100);
    CHECK(canvas.changed_share() == 0);
    CHECK(alike(before, after));
}

TEST_CASE("a sheet that is taken away shows what lies under it as it is now")
{
    Shown shown;
    app::Canvas canvas;
    (void)shown.show(canvas, 20);
    (void)shown.show(canvas, 60);
    auto const uncovered = shown.show(canvas, 60, false);
    app::Canvas fresh;
    CHECK(alike(uncovered, shown.show(fresh, 60, false)));
}
