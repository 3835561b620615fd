#pragma once

#include "app/ui/panels.hpp"

#include "geo/search/name_index.hpp"

namespace app {

// The parts of the panel at the left, each in the window that is open.

/// Events in step with the clock.
void draw_event_list(PanelContext const &context, Actions &actions);
/// Which events are shown: switches by category, side and certainty, and choices of place and source.
void draw_filter(PanelContext const &context, Actions &actions);
/// What answers to the search field.
void draw_hits(PanelContext const &context, Actions &actions);

/// One event as a row of a list: when, and what; true if it was pressed. `height` as of event_row_height().
bool draw_event_row(PanelContext const &context, geo::Index event, float height);
/// Pixels that the row needs in the window's width.
[[nodiscard]] float event_row_height(PanelContext const &context, geo::Index event);

[[nodiscard]] Selection selection_of(geo::Hit const &hit);

} // namespace app
