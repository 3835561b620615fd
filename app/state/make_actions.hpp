#pragma once

#include "app/state/surroundings.hpp"
#include "app/state/viewer_state.hpp"

#include <variant>

namespace app {

// Writing films, pictures and data from the viewer. carry_out() of each is in make_actions.cpp.

struct SetMaking
{
    Making making;
};
/// Writes it, beside the map. The shell does so.
struct Make
{};
/// It is not wanted after all. The shell stops it; nothing of it stays.
struct StopMaking
{};

using MakeActions = std::variant<SetMaking, Make, StopMaking>;

void carry_out(SetMaking const &action, ViewerState &state, Surroundings const &in);
void carry_out(Make const &action, ViewerState &state, Surroundings const &in);
void carry_out(StopMaking const &action, ViewerState &state, Surroundings const &in);

} // namespace app
