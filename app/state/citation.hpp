#pragma once

#include "app/i18n/texts.hpp"
#include "app/state/surroundings.hpp"
#include "app/state/viewer_state.hpp"

#include <string>

namespace app {

/// How to cite what is seen: atlas, version, instant, and the code that brings the view back.
[[nodiscard]] std::string citation_of(ViewerState const &state, Surroundings const &in, Texts const &texts);

} // namespace app
