#include "geo/state/in_parts.hpp"

#include <doctest/doctest.h>

#include <numeric>
#include <stdexcept>

TEST_CASE("work in parts meets every item once, however many parts there are")
{
    for (std::size_t const items : {0U, 1U, 7U, 1000U}) {
        for (std::size_t const parts : {1U, 2U, 3U, 8U}) {
            CAPTURE(items);
            CAPTURE(parts);
            std::vector<int> met(items);
            geo::in_parts(items, parts, [&](std::size_t part, std::size_t begin, std::size_t end) {
                CHECK(part < parts);
                for (auto i = begin; i < end; ++i) {
                    ++met[i];
                }
            });
            CHECK(met == std::vector<int>(items, 1));
        }
    }
}

TEST_CASE("a fault in any part of a work reaches who asked for it, when all parts are done")
{
    for (std::size_t const faulty : {0U, 1U, 2U}) {
        CHECK_THROWS_WITH_AS(geo::in_parts(9, 3,
                                           [&](std::size_t part, std::size_t, std::size_t) {
                                               if (part == faulty) {
                                                   throw std::runtime_error{"no such unit"};
                                               }
                                           }),
                             "no such unit", std::runtime_error);
    }
}

TEST_CASE("few items are no work for several threads")
{
    CHECK(geo::parts_for(0) == 1);
    CHECK(geo::parts_for(100) == 1);
    CHECK(geo::parts_for(1'000'000) >= 1);
    CHECK(geo::parts_for(1'000'000) <= std::max(1U, std::thread::hardware_concurrency()));
}
