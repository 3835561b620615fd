#include "app/scene/way_density.hpp"

#include "app/scene/map_model.hpp"

#include <doctest/doctest.h>

namespace {

/// Two ways: 100 km eastwards along y = 0, and 50 km northwards along x = 100 km.
std::vector<std::vector<app::ModelRoute>> two_ways()
{
    return {{{{{0, 0}, {40'000, 0}, {100'000, 0}}, {0, 40'000, 100'000}}},
            {{{{100'000, 0}, {100'000, 50'000}}, {0, 50'000}}}};
}

} // namespace

TEST_CASE("the ways of all units are summed by rectangle")
{
    app::WayDensity const density{two_ways()};
    constexpr double of_a_cell = 300;
    CHECK(density.metres_in({-1e6, -1e6, 1e6, 1e6}) == doctest::Approx(150'000));
    CHECK(density.metres_in({10'000, -5000, 30'000, 5000}) == doctest::Approx(20'000).epsilon(of_a_cell / 20'000));
    CHECK(density.metres_in({90'000, 10'000, 110'000, 35'000}) == doctest::Approx(25'000).epsilon(of_a_cell / 25'000));
    CHECK(density.metres_in({10'000, 10'000, 90'000, 40'000}) == doctest::Approx(0));
    CHECK(density.metres_in({200'000, 0, 300'000, 50'000}) == doctest::Approx(0));
}

TEST_CASE("where nobody goes anywhere there is no way to sum")
{
    CHECK(app::WayDensity{}.metres_in({0, 0, 1, 1}) == 0);
    CHECK(app::WayDensity{{{}}}.metres_in({0, 0, 1, 1}) == 0);
    CHECK(app::WayDensity{{{{{{5, 5}}, {0}}}}}.metres_in({0, 0, 10, 10}) == 0);
}
