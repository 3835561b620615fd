#include "app/state/camera_follow.hpp"

#include "app/scene/camera.hpp"

#include "geo/state/world_state.hpp"

#include <algorithm>

namespace app {
namespace {

/// The part of the view, in shares of it, that no panel covers as a rule.
constexpr float left = 0.34F;
constexpr float right = 0.66F;
constexpr float top = 0.2F;
constexpr float bottom = 0.62F;

} // namespace

std::optional<geo::LonLat> position_of(geo::Event const &event, geo::Atlas const &atlas)
{
    return event.spot             ? event.spot
           : event.places.empty() ? std::nullopt
                                  : std::optional{atlas.places[event.places.front()].at};
}

std::optional<geo::LonLat> position_of(Selection const &what, geo::Instant now, geo::Atlas const &atlas)
{
    switch (what.kind) {
    case Kind::place:
        return atlas.places[what.index].at;
    case Kind::event:
        return position_of(atlas.events[what.index], atlas);
    case Kind::unit:
        if (auto const unit = geo::unit_at(atlas, what.index, now)) {
            return unit->at;
        }
        return std::nullopt;
    default:
        return std::nullopt;
    }
}

void bring_into_view(ViewerState &state, Surroundings const &in)
{
    auto const at = position_of(state.selection, state.now, in.atlas);
    if (!at) {
        return;
    }
    auto const width = static_cast<float>(state.viewport.width);
    auto const height = static_cast<float>(state.viewport.height);
    auto const on_screen = to_screen(state.camera, state.viewport, in.projection.forward(*at));
    auto const dx = std::clamp(on_screen.x, left * width, right * width) - on_screen.x;
    auto const dy = std::clamp(on_screen.y, top * height, bottom * height) - on_screen.y;
    state.camera = pan_by(state.camera, static_cast<double>(dx), static_cast<double>(dy));
}

void follow_unit(ViewerState &state, Surroundings const &in)
{
    if (state.following && state.selection.kind == Kind::unit) {
        bring_into_view(state, in);
    }
}

} // namespace app
