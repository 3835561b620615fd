#include "app/kiosk/skin_builder.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace app {
namespace {

std::string name_of(SkinBuilder const &b, Target const &target)
{
    auto const &atlas = b.in.atlas;
    return target.kind == Kind::unit    ? atlas.units[target.index].name.in(b.language())
           : target.kind == Kind::event ? atlas.events[target.index].title.in(b.language())
                                        : std::string{};
}

} // namespace

void build_marks(SkinBuilder &b)
{
    if (b.in.state.focus < 0 || b.in.marks == nullptr) {
        return;
    }
    auto const &map = b.in.layout.map;
    for (auto const &target : *b.in.marks) {
        ScreenPoint const middle{(target.left + target.right) / 2, (target.top + target.bottom) / 2};
        auto const name = name_of(b, target);
        if (name.empty() || middle.x < map.left || middle.x >= map.right || middle.y < map.top ||
            middle.y >= map.bottom || b.skin.covers(middle)) {
            continue;
        }
        auto const id = std::string{target.kind == Kind::unit ? "unit-" : "event-"} + std::to_string(target.index);
        if (b.skin.find(id) != nullptr) {
            continue; // sign and name of one unit
        }
        Rect const rect{target.left, target.top, target.right, target.bottom};
        if (b.is_focused()) {
            float const more = b.u(6);
            b.brush.outline({rect.left - more, rect.top - more, rect.right + more, rect.bottom + more}, b.u(10), b.u(5),
                            b.colours.focus);
        }
        KioskControl mark{id, name, rect, {Do{Select{{target.kind, target.index}}}}};
        mark.by_keys = true;
        b.skin.controls.push_back(std::move(mark));
    }
}

} // namespace app
