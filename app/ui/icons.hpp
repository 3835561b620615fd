#pragma once

#include <imgui.h>

#include <cstdint>

namespace app {

/// Signs of the interface, drawn from vectors at any size.
enum class Icon : std::uint8_t {
    play,
    pause,
    previous,
    next,
    back,
    forward,
    close,
    layers,
    keys,
    search,
    filter,
    fold,
    unfold,
    undo,
    redo,
    menu,
    loop,
    lanes,
    follow,
    desk,
    book,
};

/// Draws it about `centre` in a circle of radius `r`.
void draw_icon(ImDrawList &list, Icon icon, ImVec2 centre, float r, ImU32 colour);

} // namespace app
