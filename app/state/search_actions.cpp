#include "app/state/search_actions.hpp"

#include "app/i18n/texts.hpp"
#include "app/state/camera_follow.hpp"
#include "app/state/panel_actions.hpp"
#include "app/state/ruler.hpp"
#include "app/state/time_actions.hpp"
#include "app/state/typed_date.hpp"

namespace app {

void carry_out(TypeQuery const &action, ViewerState &state, Surroundings const &)
{
    state.typing.query = action.text;
    state.typing.focus_search = false;
}

void carry_out(FocusSearch const &, ViewerState &state, Surroundings const &)
{
    state.panels.set(Panel::events, true);
    state.typing.focus_search = true;
}

void carry_out(Reveal const &action, ViewerState &state, Surroundings const &in)
{
    if (action.what.kind == Kind::event) {
        carry_out(GoToEvent{action.what.index}, state, in);
    } else {
        carry_out(Select{action.what}, state, in);
    }
    bring_into_view(state, in);
}

void carry_out(SetFilter const &action, ViewerState &state, Surroundings const &)
{
    state.filter = action.filter;
}

void carry_out(OpenDateEntry const &action, ViewerState &state, Surroundings const &)
{
    state.typing.date_open = action.open;
    state.typing.date = action.open ? geo::to_iso(state.now).substr(0, geo::to_iso(state.now).rfind(':')) : "";
}

void carry_out(TypeDate const &action, ViewerState &state, Surroundings const &)
{
    state.typing.date = action.text;
}

void carry_out(GoToDate const &action, ViewerState &state, Surroundings const &in)
{
    auto const target = date_target(action.text, in.atlas.info.span);
    if (!target.error.empty()) {
        state.message = {msg("This date leads nowhere: {}"), target.error, true};
        return;
    }
    carry_out(SetInstant{target.at}, state, in);
    // A coarse date or an interval is shown whole.
    auto const meant = target.meant.end - target.meant.begin;
    if (meant > geo::Seconds{60} && meant > state.ruler.end - state.ruler.begin) {
        state.ruler = target.meant;
    }
    state.typing.date_open = false;
    state.message = {};
}

} // namespace app
