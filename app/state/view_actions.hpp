#pragma once

#include "app/state/surroundings.hpp"
#include "app/state/viewer_state.hpp"

#include <string>
#include <variant>

namespace app {

// View codes, messages, the pointer, and whether the map follows. carry_out() of each is in view_actions.cpp.

/// Goes to the view of a code; a text that is none opens a message that says why.
struct PasteView
{
    std::string code;
};
/// The camera moves by less than what can be seen, so that the code of the view says all of it.
struct SnapView
{};
struct Say
{
    Message message;
};
/// Takes away the message.
struct Dismiss
{};
/// What lies under the pointer.
struct Hover
{
    Selection what;
};
/// Whether the map follows the selected unit.
struct SetFollowing
{
    bool on = true;
};

using ViewActions = std::variant<PasteView, SnapView, Say, Dismiss, Hover, SetFollowing>;

void carry_out(PasteView const &action, ViewerState &state, Surroundings const &in);
void carry_out(SnapView const &action, ViewerState &state, Surroundings const &in);
void carry_out(Say const &action, ViewerState &state, Surroundings const &in);
void carry_out(Dismiss const &action, ViewerState &state, Surroundings const &in);
void carry_out(Hover const &action, ViewerState &state, Surroundings const &in);
void carry_out(SetFollowing const &action, ViewerState &state, Surroundings const &in);

} // namespace app
