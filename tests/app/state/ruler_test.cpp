#include "support/atlas_folder.hpp"

#include "app/state/ruler.hpp"

#include <doctest/doctest.h>

using test::at;

namespace {

geo::Span const april{at("1920-04-01"), at("1920-05-01")};

} // namespace

TEST_CASE("a day's ruler is marked at round hours, its midnights as days")
{
    auto const ticks = app::ruler_ticks({at("1920-04-26T12:00"), at("1920-04-27T12:00")}, 800, 90);
    REQUIRE(ticks.size() == 8);
    CHECK(ticks.front().at == at("1920-04-26T12:00"));
    CHECK(ticks[1].at == at("1920-04-26T15:00"));
    CHECK(ticks[4].at == at("1920-04-27T00:00"));
    CHECK(ticks[4].day);
    CHECK_FALSE(ticks[5].day);
}

TEST_CASE("a year's ruler is marked at the beginnings of months")
{
    auto const ticks = app::ruler_ticks({at("1920-01-10"), at("1920-12-31")}, 1200, 90);
    REQUIRE(ticks.size() == 11);
    CHECK(ticks.front().at == at("1920-02-01"));
    CHECK(ticks.back().at == at("1920-12-01"));
}

TEST_CASE("a ruler before the common era is marked at round years")
{
    auto const ticks = app::ruler_ticks({at("-0495-06"), at("-0475-02")}, 400, 90);
    REQUIRE_FALSE(ticks.empty());
    CHECK(ticks.front().at == at("-0490-01-01"));
}

TEST_CASE("marks stay where they are while the ruler pans")
{
    auto const one = app::ruler_ticks({at("1920-04-26T12:10"), at("1920-04-27T12:10")}, 800, 90);
    auto const other = app::ruler_ticks({at("1920-04-26T12:50"), at("1920-04-27T12:50")}, 800, 90);
    CHECK(one.front().at == other.front().at);
}

TEST_CASE("zooming the ruler keeps the instant under the pointer in its place")
{
    geo::Span const ruler{at("1920-04-10"), at("1920-04-20")};
    auto const about = at("1920-04-12T12:00");
    auto const nearer = app::zoom_ruler(ruler, about, 4, april);
    CHECK(app::share_of(nearer, about) == doctest::Approx(app::share_of(ruler, about)).epsilon(1e-4));
    CHECK((nearer.end - nearer.begin) == std::chrono::hours{60});
}

TEST_CASE("the ruler neither leaves the atlas's time nor gets shorter than ten minutes")
{
    CHECK(app::zoom_ruler({at("1920-04-10"), at("1920-04-20")}, at("1920-04-12"), 1e-6, april) == april);
    auto const shortest = app::zoom_ruler({at("1920-04-10"), at("1920-04-20")}, at("1920-04-12"), 1e9, april);
    CHECK((shortest.end - shortest.begin) == std::chrono::minutes{10});
    CHECK(app::pan_ruler({at("1920-04-10"), at("1920-04-20")}, std::chrono::hours{24 * 90}, april).end == april.end);
}

TEST_CASE("the ruler follows an instant that leaves it, and only then")
{
    geo::Span const ruler{at("1920-04-10"), at("1920-04-12")};
    CHECK(app::follow(ruler, at("1920-04-11"), april) == ruler);
    CHECK(app::follow(ruler, at("1920-04-14"), april).contains(at("1920-04-14")));
    CHECK(app::follow(ruler, at("1920-04-02"), april).contains(at("1920-04-02")));
}
