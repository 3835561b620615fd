#include "app/ui/layout.hpp"

#include <algorithm>

namespace app {

Layout lay_out(ViewerState const &state)
{
    auto const width = static_cast<float>(state.viewport.width);
    auto const height = static_cast<float>(state.viewport.height);
    // On a small window the type stays readable, but the paper gives way to the map.
    float const s = state.ui_scale;
    float const margin = 16 * s;
    float const side = std::min(370 * s, width * 0.3F);

    Layout layout;
    layout.scale = s;
    float const timeline = 158 * s;
    layout.timeline = {margin, height - margin - timeline, width - 2 * margin, timeline};
    layout.tools = {width - margin - 354 * s, margin, 354 * s, 56 * s};
    layout.title = {margin, margin, std::min(620 * s, layout.tools.x - 2 * margin), 56 * s};
    float const top = layout.title.y + layout.title.height + margin;
    float const bottom = layout.timeline.y - margin;
    if (state.panels.has(Panel::events)) {
        layout.events = {margin, top, side, bottom - top};
    }
    if (state.panels.has(Panel::card) && state.selection.kind != Kind::none) {
        float const card = std::min(400 * s, width * 0.32F);
        layout.card = {width - margin - card, top, card, bottom - top};
    }
    if (state.panels.has(Panel::desk)) {
        float const left = layout.events.empty() ? margin : layout.events.x + layout.events.width + margin;
        float const right = layout.card.empty() ? width - margin : layout.card.x - margin;
        float const high = std::min((bottom - top) * 0.52F, 430 * s);
        layout.desk = {left, bottom - high, right - left, high};
    }
    return layout;
}

} // namespace app
