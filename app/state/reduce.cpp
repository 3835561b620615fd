#include "app/state/reduce.hpp"

#include "app/scene/camera.hpp"
#include "app/story/telling.hpp"

#include <type_traits>

namespace app {
namespace {

template <typename One, typename... Others>
constexpr bool is_any = (std::is_same_v<One, Others> || ...);

/// Undo does not stop at these: the clock that runs by itself, the window's size, undo itself.
template <typename One>
constexpr bool passes_unrecorded =
    is_any<One, Tick, Resize, Undo, Redo, EndGesture, SnapView, Hover, TypeQuery, TypeDate>;

/// Who looks about by these while a story is told has left its step.
template <typename One>
constexpr bool explores = is_any<One, PanBy, ZoomAt, ZoomStep, FitExtent, GoTo, Home, SetInstant, StepTime, StepEvent,
                                 GoToEvent, GoToStart, GoToEnd, Select, ToggleLayer, Undo, Redo>;

/// These come in rows while a button or key is held or a wheel turns; a row is one step of undo.
template <typename One>
constexpr bool merges = is_any<One, PanBy, ZoomAt, ZoomStep, SetInstant, StepTime, ZoomRuler, ZoomRulerStep, PanRuler>;

} // namespace

ViewerState opening_state(Surroundings const &in, Viewport viewport)
{
    ViewerState state;
    state.viewport = viewport;
    state.camera = fit(in.projection, in.atlas.info.home, viewport);
    state.now = in.atlas.info.opening_at;
    state.ruler = in.atlas.info.opening_ruler;
    state.rate = in.atlas.info.opening_rate;
    if (!in.atlas.info.languages.empty()) {
        state.language = in.atlas.info.languages.front();
    }
    return state;
}

ViewerState reduce(ViewerState state, Action const &action, Surroundings const &in)
{
    std::visit(
        [&]<typename One>(One const &one) {
            if constexpr (explores<One>) {
                leave_step(state);
            }
            if constexpr (passes_unrecorded<One>) {
                carry_out(one, state, in);
            } else {
                if (!state.message.fault) {
                    state.message = {}; // it was read, or is of no more use
                }
                View const before = state;
                carry_out(one, state, in);
                if (View const &after = state; after != before) {
                    state.history.record(before, after, action.index(), merges<One>);
                }
            }
        },
        action);
    return state;
}

} // namespace app
