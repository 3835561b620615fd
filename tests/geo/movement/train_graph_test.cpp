#include "support/atlas_folder.hpp"

#include "geo/movement/train_graph.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using doctest::Approx;
using test::at;

namespace {

geo::LoadResult const &loaded()
{
    static geo::LoadResult const result = geo::load_atlas(MARSHRUT_SOURCE_DIR "/data/yalama-baku-1920");
    return result;
}

geo::TrainGraph graph_along(std::vector<char const *> const &ids, geo::Span window)
{
    geo::Indices along;
    for (auto const *const id : ids) {
        along.push_back(geo::index_of(loaded().atlas->places, id).value());
    }
    auto const graph = geo::train_graph(*loaded().atlas, along, window);
    REQUIRE(graph);
    return *graph;
}

geo::Span const day{at("1920-04-27T00:00"), at("1920-04-28T00:00")};

std::vector<geo::GraphRun> runs_of(geo::TrainGraph const &graph, char const *unit)
{
    std::vector<geo::GraphRun> found;
    std::ranges::copy_if(graph.runs, std::back_inserter(found),
                         [&](geo::GraphRun const &r) { return loaded().atlas->units[r.unit].id == unit; });
    return found;
}

} // namespace

TEST_CASE("the axis of a train graph has its stations in order, by the kilometres of the timetable")
{
    auto const graph = graph_along({"derbent", "baku_station"}, day);
    auto const &places = loaded().atlas->places;
    CHECK(places[graph.stations.front().place].id == "derbent");
    CHECK(places[graph.stations.back().place].id == "baku_station");
    CHECK(graph.length_km() == Approx(248));
    for (auto const &station : graph.stations) {
        CAPTURE(places[station.place].id);
        CHECK(station.km == Approx(248 - *places[station.place].railway_km));
    }
    CHECK(std::ranges::is_sorted(graph.stations, {}, &geo::GraphStation::km));
}

TEST_CASE("the armoured trains run down the graph from Samur to Biladzhari on 27 April")
{
    auto const graph = graph_along({"derbent", "baku_station"}, day);
    auto const runs = runs_of(graph, "r_atg");
    REQUIRE(runs.size() > 12);
    double reached = 0;
    for (auto const &run : runs) {
        CHECK(run.from_km >= reached - 1);
        CHECK(run.to_km >= run.from_km - 1);
        reached = run.to_km;
    }
    auto const khachmaz = std::ranges::find_if(
        runs, [](geo::GraphRun const &r) { return r.stay && r.span.begin == at("1920-04-27T11:00"); });
    REQUIRE(khachmaz != runs.end());
    CHECK(khachmaz->from_km == Approx(248 - 165).epsilon(0.01));
    CHECK(khachmaz->assumed);
    auto const samur = std::ranges::find_if(
        runs, [](geo::GraphRun const &r) { return !r.stay && r.span.begin == at("1920-04-27T00:05"); });
    REQUIRE(samur != runs.end());
    CHECK_FALSE(samur->assumed);
}

TEST_CASE("all trains and all events of the day are on the graph of the operation")
{
    auto const graph = graph_along({"petrovsk", "baku_station", "akstafa"}, day);
    CHECK(graph.length_km() == Approx(378 + 458));
    for (char const *const unit : {"r_11a", "r_atg", "r_20d", "r_28d", "r_32d", "a_at", "a_at2", "b_rn"}) {
        CAPTURE(unit);
        CHECK_FALSE(runs_of(graph, unit).empty());
    }
    std::size_t events = 0;
    for (auto const &event : loaded().atlas->events) {
        events += event.start && event.start->start && day.contains(event.start->start->first) ? 1 : 0;
    }
    CHECK(events > 15);
    CHECK(graph.events.size() == events);
}

TEST_CASE("a train that comes by the other branch stands on its own side of the common stretch")
{
    auto const graph = graph_along({"petrovsk", "baku_station", "akstafa"}, day);
    for (auto const &run : runs_of(graph, "b_rn")) { // from Tiflis
        CHECK(run.from_km >= 378 - 1);
        CHECK(run.to_km >= 378 - 1);
    }
    for (auto const &run : runs_of(graph, "r_atg")) { // from Derbent
        CHECK(run.to_km <= 378 + 1);
    }
}

TEST_CASE("places that no railway joins have no train graph")
{
    auto const &atlas = *loaded().atlas;
    auto const moscow = geo::index_of(atlas.places, "moscow").value();
    auto const baku = geo::index_of(atlas.places, "baku_station").value();
    CHECK_FALSE(geo::train_graph(atlas, {moscow, baku}, day));
    CHECK_FALSE(geo::train_graph(atlas, {baku}, day));
}
