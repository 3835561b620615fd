#include "app/state/pace.hpp"

#include "support/atlas_folder.hpp"

#include <doctest/doctest.h>

using test::at;

TEST_CASE("story pace slows at events and passes over quiet days")
{
    std::vector const moments{at("1920-04-10T12:00"), at("1920-04-27T00:05")};
    CHECK(app::story_rate(moments, at("1920-04-27T00:05")) == 600);
    CHECK(app::story_rate(moments, at("1920-04-27T00:15")) == 600);
    CHECK(app::story_rate(moments, at("1920-04-27T06:05")) == 3 * 3600);
    CHECK(app::story_rate(moments, at("1920-04-26T18:05")) == 3 * 3600);
    CHECK(app::story_rate(moments, at("1920-04-20")) == app::fastest_rate);
    CHECK(app::story_rate({}, at("1920-04-20")) == app::fastest_rate);
}

TEST_CASE("story pace comes to the same instant however often frames come")
{
    std::vector const moments{at("1920-04-27T00:05")};
    auto const from = at("1920-04-26T12:00");
    auto const once = app::advance_story(moments, from, 0, 1.0);
    app::Advanced often{from, 0};
    for (int i = 0; i < 60; ++i) {
        often = app::advance_story(moments, often.at, often.fraction, 1 / 60.0);
    }
    CHECK(std::abs((once.at - often.at).count()) <= 60);
    CHECK(once.at > from);
}

TEST_CASE("story pace never stands still, so that it passes every event")
{
    std::vector const moments{at("1920-04-27T00:05")};
    auto const after = app::advance_story(moments, at("1920-04-26T23:55"), 0, 10);
    CHECK(after.at > at("1920-04-27T00:20"));
}

TEST_CASE("only events that are dated to the day or finer slow the story down")
{
    test::AtlasFolder folder;
    folder.replace("events.geojson", "\n]}",
                   R"(,
{"type":"Feature","properties":{"id":"ev2","start_date":"1920-05","title_en":"Some time in May","category":"political"},"geometry":null}
]})");
    auto const atlas = folder.load().atlas;
    REQUIRE(atlas->events.size() == 2);
    CHECK(app::pace_moments(*atlas) == std::vector{at("1920-04-27T00:00")});
}
