#pragma once

#include "app/state/surroundings.hpp"
#include "app/state/viewer_state.hpp"

#include <string>
#include <string_view>
#include <variant>

namespace app {

/// A view as one word that can be copied, mailed and put on a command line.
/// "mv1/ATLAS/INSTANT/LON,LAT,METRES_A_PIXEL/SELECTION/HIDDEN_LAYERS/LANGUAGE/STYLE/CHECK"; `-` stands for nothing.
[[nodiscard]] std::string view_code(ViewerState const &state, Surroundings const &in);

/// The state with its camera moved by less than what can be seen, so that its code says all of it.
[[nodiscard]] ViewerState snapped(ViewerState state, Surroundings const &in);

/// The state with what the code says of it; or one sentence that says what is wrong with the code.
[[nodiscard]] std::variant<ViewerState, std::string> apply_view_code(ViewerState state, std::string_view code,
                                                                     Surroundings const &in);

} // namespace app
