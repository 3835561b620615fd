#include "app/state/view_actions.hpp"

#include "app/i18n/texts.hpp"
#include "app/state/camera_follow.hpp"
#include "app/state/view_code.hpp"

namespace app {

void carry_out(PasteView const &action, ViewerState &state, Surroundings const &in)
{
    auto result = apply_view_code(state, action.code, in);
    if (auto *const fault = std::get_if<std::string>(&result)) {
        state.message = {msg("Nothing was changed. {}"), std::move(*fault), true};
        return;
    }
    state = std::get<ViewerState>(std::move(result));
    state.following = false; // the code says where the map stands
    state.message = {};
}

void carry_out(SnapView const &, ViewerState &state, Surroundings const &in)
{
    state = snapped(std::move(state), in);
}

void carry_out(Say const &action, ViewerState &state, Surroundings const &)
{
    state.message = action.message;
}

void carry_out(Dismiss const &, ViewerState &state, Surroundings const &)
{
    state.message = {};
}

void carry_out(Hover const &action, ViewerState &state, Surroundings const &)
{
    state.hovered = action.what;
}

void carry_out(SetFollowing const &action, ViewerState &state, Surroundings const &in)
{
    state.following = action.on;
    follow_unit(state, in);
}

} // namespace app
