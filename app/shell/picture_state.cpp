#include "app/shell/picture_state.hpp"

#include "app/scene/camera.hpp"
#include "app/state/reduce.hpp"
#include "app/state/view_code.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace app {

void require_layers(PictureWish const &wish)
{
    auto const &known = layer_names();
    for (auto const &name : wish.layers) {
        if (std::ranges::find(known, name) == known.end()) {
            throw WrongWord{
                fmt::format("--layers: there is no layer '{}'; layers are {}", name, fmt::join(known, ", "))};
        }
    }
}

ViewerState picture_state(PictureWish const &wish, Session const &session)
{
    Surroundings const in{*session.atlas, session.projection};
    auto state = opening_state(in, wish.size);
    if (!wish.view.empty()) {
        auto result = apply_view_code(std::move(state), wish.view, in);
        if (auto *const fault = std::get_if<std::string>(&result)) {
            throw WrongWord{"--view: " + *fault};
        }
        state = std::get<ViewerState>(std::move(result));
    }
    if (!wish.style.empty()) {
        state.style = wish.style;
    }
    if (!wish.language.empty()) {
        state.language = wish.language;
    }
    if (wish.extent) {
        state.camera = fit(session.projection, *wish.extent, wish.size);
    }
    if (!wish.layers.empty()) {
        for (auto const &name : layer_names()) {
            if (!wish.layers.contains(name)) {
                state.hidden.insert(name);
            }
        }
    }
    return state;
}

} // namespace app
