#include "app/story/flight.hpp"

#include <doctest/doctest.h>

#include <cmath>

namespace {

constexpr double view = 1000;

} // namespace

TEST_CASE("a flight begins and ends exactly where it should")
{
    app::Camera const from{{0, 0}, 100};
    app::Camera const to{{200'000, -50'000}, 400};
    app::Flight const flight{from, to, view};
    CHECK(flight.at(-1) == from);
    CHECK(flight.at(0) == from);
    CHECK(flight.at(flight.seconds()) == to);
    CHECK(flight.at(99) == to);
    auto const nearly = flight.at(flight.seconds() * 0.9999);
    CHECK(nearly.centre.x == doctest::Approx(to.centre.x).epsilon(1e-3));
    CHECK(nearly.metres_per_pixel == doctest::Approx(to.metres_per_pixel).epsilon(1e-3));
}

TEST_CASE("between far places the camera rises, and nearer the ends it does not jump")
{
    app::Camera const from{{0, 0}, 50};
    app::Camera const to{{800'000, 0}, 50};
    app::Flight const flight{from, to, view};
    CHECK(flight.at(flight.seconds() / 2).metres_per_pixel > 200);
    auto before = from;
    for (int i = 1; i <= 200; ++i) {
        auto const now = flight.at(flight.seconds() * i / 200);
        CHECK(now.centre.x >= before.centre.x);
        // No more than a twentieth of what is seen passes by from one frame to the next.
        CHECK(now.centre.x - before.centre.x < view * now.metres_per_pixel / 20);
        CHECK(std::abs(std::log(now.metres_per_pixel / before.metres_per_pixel)) < 0.1);
        before = now;
    }
}

TEST_CASE("on one spot the camera only zooms, at an even rate, and without a change there is no flight")
{
    app::Camera const from{{10, 10}, 1600};
    app::Camera const to{{10, 10}, 100};
    app::Flight const flight{from, to, view};
    CHECK(flight.at(flight.seconds() / 2).metres_per_pixel == doctest::Approx(400));
    CHECK(flight.at(flight.seconds() / 2).centre == from.centre);
    CHECK(app::Flight{to, to, view}.seconds() == 0);
    CHECK(app::Flight{to, to, view}.at(0) == to);
}

TEST_CASE("a flight takes a time that the eye can follow, however far it goes")
{
    for (double const distance : {1e3, 1e5, 1e7}) {
        app::Flight const flight{{{0, 0}, 100}, {{distance, 0}, 80}, view};
        CHECK(flight.seconds() >= 0.8);
        CHECK(flight.seconds() <= 5);
    }
}
