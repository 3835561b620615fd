#pragma once

#include "app/state/viewer_state.hpp"

#include <string>
#include <variant>
#include <vector>

namespace app {

// Everything a user can do to a view. Panels, mouse and keys make these; reduce() carries them out.
struct PanBy
{
    double dx = 0, dy = 0;
}; ///< pixels the map moves under the view
struct ZoomAt
{
    ScreenPoint at;
    double factor = 1;
}; ///< > 1 comes nearer; the point stays
struct ZoomStep
{
    int steps = 1;
}; ///< about the middle of the view
struct FitExtent
{
    geo::Box extent;
};
struct GoTo
{
    geo::LonLat at;
}; ///< centre, coming nearer only if far out
struct Home
{};
struct Resize
{
    Viewport viewport;
};
struct TogglePlay
{};
struct SetPlaying
{
    bool playing = false;
};
struct SetInstant
{
    geo::Instant at{};
};
struct StepTime
{
    int steps = 1;
}; ///< by a unit that fits the rate
struct StepEvent
{
    int steps = 1;
}; ///< to the start of the next or previous event
struct GoToStart
{};
struct GoToEnd
{};
struct ZoomRuler
{
    geo::Instant about{};
    double factor = 1;
}; ///< > 1 shows a shorter time; `about` stays in its place
struct PanRuler
{
    geo::Seconds by{};
};
struct SetRate
{
    double rate = 3600;
};
struct Tick
{
    double seconds = 0;
}; ///< real time that has passed
struct Select
{
    Selection what;
};
struct SetLanguage
{
    std::string code;
};
struct SetStyle
{
    std::string id;
};
struct ToggleLayer
{
    std::string name;
};
enum class Panel { events, card, layers, keys };
struct TogglePanel
{
    Panel panel = Panel::events;
};
struct SetScale
{
    float scale = 1;
};

using Action = std::variant<PanBy, ZoomAt, ZoomStep, FitExtent, GoTo, Home, Resize, TogglePlay, SetPlaying, SetInstant,
                            StepTime, StepEvent, GoToStart, GoToEnd, ZoomRuler, PanRuler, SetRate, Tick, Select,
                            SetLanguage, SetStyle, ToggleLayer, TogglePanel, SetScale>;
using Actions = std::vector<Action>;

} // namespace app
