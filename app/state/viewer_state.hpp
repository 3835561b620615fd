#pragma once

#include "geo/model/atlas.hpp"
#include "geo/project/projection.hpp"

#include "app/scene/scene.hpp"

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

/// Size of the picture in pixels.
struct Viewport
{
    int width = 1280;
    int height = 720;
    friend bool operator==(Viewport const &, Viewport const &) = default;
};

struct Selection
{
    Kind kind = Kind::none;
    geo::Index index = 0;
    friend bool operator==(Selection const &, Selection const &) = default;
};

/// All that a view consists of. Small and copyable: undo is a ring of earlier ones.
struct ViewerState
{
    Camera camera;
    Viewport viewport;
    geo::Instant now{};
    double now_fraction = 0; ///< part of a second that playing has gathered
    bool playing = false;
    double rate = 3600; ///< seconds of the atlas a real second
    geo::Span ruler;    ///< the part of the atlas's time that the slider shows
    std::string language = "en";
    std::string style = "light";
    std::set<std::string> hidden; ///< names of map layers that are switched off
    Selection selection;
    bool events_open = true; ///< left panel
    bool card_open = true;   ///< right panel
    bool layers_open = false;
    bool keys_open = false;
    float ui_scale = 1; ///< of type and controls
    friend bool operator==(ViewerState const &, ViewerState const &) = default;
};

} // namespace app
