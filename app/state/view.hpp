#pragma once

#include "app/state/event_filter.hpp"
#include "app/state/selection.hpp"

#include "geo/project/projection.hpp"
#include "geo/time/instant.hpp"

#include <set>
#include <string>

namespace app {

/// Where the map is looked at from: the map point in the middle of the view, and its scale. North is up.
struct Camera
{
    geo::MapPoint centre;
    double metres_per_pixel = 1000;
    friend bool operator==(Camera const &, Camera const &) = default;
};

/// What is looked at: the part of the state that undo brings back.
struct View
{
    Camera camera;
    geo::Instant now{};
    geo::Span ruler;              ///< the part of the atlas's time that the slider shows
    std::set<std::string> hidden; ///< names of map layers that are switched off
    Selection selection;
    EventFilter filter; ///< of the list and the timeline
    friend bool operator==(View const &, View const &) = default;
};

} // namespace app
