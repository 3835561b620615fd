#include "app/scene/drawing.hpp"
#include "app/scene/ground.hpp"
#include "app/scene/magnified.hpp"
#include "app/scene/names.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace app {

Colour colour_of(std::vector<geo::Label> const &labels, std::string const &id, Style const &style)
{
    auto const found = std::ranges::find(labels, id, &geo::Label::id);
    if (auto const given = found == labels.end() ? std::nullopt : parse_colour(found->colour)) {
        return *given;
    }
    std::size_t sum = 0;
    for (char const c : id) {
        sum = sum * 31 + static_cast<unsigned char>(c);
    }
    return style.palette[sum % style.palette.size()];
}

BaseScene build_base(SceneInput const &in)
{
    if (in.view.map_scale != 1) {
        Magnified const magnified{in};
        return magnified.enlarged(build_base(magnified.input()));
    }
    BaseScene base{{in.view.viewport.width, in.view.viewport.height, in.style.sea, {}, {}}, {}, in.plan};
    if (!base.plan || !still_holds(*base.plan, in)) {
        base.plan = plan_labels(in);
    }
    draw_ground(in, base.scene.items);
    draw_names(in, *base.plan, base);
    return base;
}

std::string base_key(SceneInput const &in)
{
    auto const &v = in.view;
    auto const place = v.selection.kind == Kind::place ? static_cast<long>(v.selection.index) : -1L;
    auto const planned = planned_span(v);
    return fmt::format("{}x{} {} {} {} {} {} {} {} {} {} {} {} {} {}", v.viewport.width, v.viewport.height, v.map_scale,
                       v.language, v.style, fmt::join(v.hidden, ","), place, in.free.left, in.free.top, in.free.right,
                       in.free.bottom, fmt::join(in.world.regions, ","), fmt::join(in.world.lines, ","),
                       in.world.places.size(), planned.begin.time_since_epoch().count());
}

std::vector<std::string> const &layer_names()
{
    static std::vector<std::string> const names{msg("relief"),    msg("regions"),   msg("borders"),  msg("fronts"),
                                                msg("rivers"),    msg("graticule"), msg("railways"), msg("roads"),
                                                msg("sea lanes"), msg("places"),    msg("labels"),   msg("tracks"),
                                                msg("units"),     msg("events"),    msg("legend"),   msg("furniture")};
    return names;
}

} // namespace app
