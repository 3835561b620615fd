#pragma once

#include "app/ui/widgets.hpp"

namespace app {

// The tabs of the researcher's desk.
void draw_desk_sources(PanelContext const &context, Actions &actions);
void draw_desk_itinerary(PanelContext const &context, Actions &actions);
void draw_desk_scans(PanelContext const &context, Actions &actions);
void draw_desk_graph(PanelContext const &context, Actions &actions);
void draw_desk_measure(PanelContext const &context, Actions &actions);
void draw_desk_table(PanelContext const &context, Actions &actions);

/// One of several buttons of which one is chosen.
bool choice_button(PanelContext const &context, char const *name, bool chosen);

} // namespace app
