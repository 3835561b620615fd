#pragma once

#include "app/state/viewer_state.hpp"

namespace app {

/// A rectangle in pixels from the top left of the view.
struct PanelRect
{
    float x = 0;
    float y = 0;
    float width = 0;
    float height = 0;
    [[nodiscard]] bool empty() const { return width <= 0 || height <= 0; }
    friend bool operator==(PanelRect const &, PanelRect const &) = default;
};

/// Where the panels lie on the map. Closed panels are empty.
struct Layout
{
    float scale = 1;      ///< of type and spacing: the user's, but never so large that the panels find no room
    bool compact = false; ///< a small window: narrower margins, smaller date, less beside it
    PanelRect title;
    PanelRect tools;
    PanelRect events;
    PanelRect story; ///< stories and quizzes, in the place of the events
    PanelRect events_tab; ///< the handle by which the folded events are opened again
    PanelRect card;
    PanelRect timeline;
    PanelRect desk; ///< the researcher's, over the lower part of the map
};

/// Panels are paper lying on the map: the map is the whole window. Pure, so that tests can measure it.
[[nodiscard]] Layout lay_out(ViewerState const &state);

} // namespace app
