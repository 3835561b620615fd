#include "app/scene/camera.hpp"

#include <doctest/doctest.h>

using doctest::Approx;

namespace {

app::Camera const camera{{100'000, 200'000}, 250};
app::Viewport const view{1600, 900};

} // namespace

TEST_CASE("the camera's centre is in the middle of the view, north is up")
{
    CHECK(to_screen(camera, view, {100'000, 200'000}) == app::ScreenPoint{800, 450});
    CHECK(to_screen(camera, view, {100'250, 200'250}) == app::ScreenPoint{801, 449});
}

TEST_CASE("screen and map are inverse")
{
    auto const back = to_screen(camera, view, to_map(camera, view, {123, 456}));
    CHECK(back.x == Approx(123));
    CHECK(back.y == Approx(456));
}

TEST_CASE("zooming keeps the point under the pointer in its place")
{
    app::ScreenPoint const at{200, 700};
    auto const held = to_map(camera, view, at);
    auto const zoomed = zoom_at(camera, view, at, 1.5);
    CHECK(zoomed.metres_per_pixel == Approx(250 / 1.5));
    CHECK(to_screen(zoomed, view, held).x == Approx(200).epsilon(1e-4));
    CHECK(to_screen(zoomed, view, held).y == Approx(700).epsilon(1e-4));
}

TEST_CASE("the scale stays within its limits")
{
    CHECK(scale_denominator(zoom_at(camera, view, {0, 0}, 1e9)) == Approx(50'000));
    CHECK(scale_denominator(zoom_at(camera, view, {0, 0}, 1e-9)) == Approx(12'000'000));
}

TEST_CASE("panning by pixels moves the map by as many")
{
    auto const before = to_map(camera, view, {10, 10});
    CHECK(to_screen(pan_by(camera, 30, -20), view, before) == app::ScreenPoint{40, -10});
}

TEST_CASE("an extent that is fitted lies wholly in view")
{
    geo::Box const box{45, 38.5, 51.5, 43};
    geo::Projection const projection{"", box};
    auto const fitted = fit(projection, box, view);
    for (geo::LonLat const corner : {geo::LonLat{45, 38.5}, {51.5, 38.5}, {51.5, 43}, {45, 43}}) {
        auto const p = to_screen(fitted, view, projection.forward(corner));
        CHECK((p.x > -0.5F && p.x < 1600.5F && p.y > -0.5F && p.y < 900.5F));
    }
}

TEST_CASE("no precision is lost far from the origin: neighbours at the closest zoom are a pixel apart")
{
    app::Camera const far{{9'000'000, 5'000'000}, 13.23};
    auto const a = to_screen(far, view, {9'000'100, 5'000'000});
    auto const b = to_screen(far, view, {9'000'100 + 13.23, 5'000'000});
    CHECK(b.x - a.x == Approx(1).epsilon(1e-3));
}
