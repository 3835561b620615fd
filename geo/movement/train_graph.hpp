#pragma once

#include "geo/model/atlas.hpp"
#include "geo/movement/trajectory.hpp"

#include <optional>
#include <vector>

namespace geo {

/// A station on the axis of a train graph.
struct GraphStation
{
    Index place = 0;
    double km = 0; ///< along the axis from its first station, by timetable
};

/// A stretch of a unit's run on the axis: a slanted line, or a level one where it stands.
struct GraphRun
{
    Index unit = 0;
    Span span;
    double from_km = 0;
    double to_km = 0;
    bool assumed = false; ///< one of its hours, or the departure, is our assumption
    bool stay = false;
    Confidence confidence = Confidence::attested;
};

/// An arrival or departure hour that the data give, and how far off it may be.
struct GraphCall
{
    Index unit = 0;
    Instant at{};
    double km = 0;
    double slack_s = 0;
    bool assumed = false;
};

/// An event, at one of its places on the axis or elsewhere.
struct GraphEvent
{
    Index event = 0;
    Span span;              ///< as the text says, without the widening of "~"
    std::vector<double> km; ///< empty: elsewhere
};

/// The run of all trains along one line of railway, as railwaymen draw it.
struct TrainGraph
{
    std::vector<GraphStation> stations; ///< in order along the axis, two at least
    Span window;
    std::vector<GraphRun> runs;
    std::vector<GraphCall> calls;
    std::vector<GraphEvent> events;
    [[nodiscard]] double length_km() const { return stations.back().km; }
};

/**
 * The train graph of a time along the railway that joins the places, in their order. Only what lies on that railway is
 * on it; a train that leaves it ends there. Events that begin in the window are on it, wherever they are.
 * \return nothing if no railway joins the places, or fewer than two stations on it have kilometres by timetable
 */
[[nodiscard]] std::optional<TrainGraph> train_graph(Atlas const &atlas, Indices const &along, Span window);

/// What of a graph lies in a shorter window. Cheap: for every frame.
[[nodiscard]] TrainGraph cut(TrainGraph const &graph, Span window);

/// The places of a unit's fixes by rail, in order: the axis of its own graph. Fewer than two: it did not go by rail.
[[nodiscard]] Indices rail_places(Atlas const &atlas, Index unit);

} // namespace geo
