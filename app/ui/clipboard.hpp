#pragma once

#include "app/i18n/texts.hpp"
#include "app/state/action.hpp"

namespace app {

// To and from the clipboard. What was done is said.

void copy_view(ViewerState const &state, Surroundings const &in, Actions &actions);
void copy_citation(ViewerState const &state, Surroundings const &in, Texts const &texts, Actions &actions);
void paste_view(Actions &actions);

} // namespace app
