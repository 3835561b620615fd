#include "app/state/make_actions.hpp"

#include <algorithm>

namespace app {

void carry_out(SetMaking const &action, ViewerState &state, Surroundings const &)
{
    state.making = action.making;
    state.making.film_seconds = std::clamp(state.making.film_seconds, 1, 3600);
}

void carry_out(Make const &, ViewerState &, Surroundings const &) {}

void carry_out(StopMaking const &, ViewerState &, Surroundings const &) {}

} // namespace app
