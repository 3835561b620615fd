#include "app/i18n/date_text.hpp"
#include "app/i18n/number_text.hpp"
#include "app/ui/card.hpp"
#include "app/ui/widgets.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace app {
namespace {

void line(PanelContext const &context, ImFont *font, Colour colour, std::string const &text)
{
    wrapped(font, colour, text, 320 * context.layout.scale);
}

void tell_unit(PanelContext const &context, geo::Index index)
{
    line(context, context.fonts.strong, context.theme.text, in(context.atlas.units[index].name, context));
    auto const found = std::ranges::find(context.world.units, index, &geo::UnitState::unit);
    if (found == context.world.units.end()) {
        return;
    }
    auto const &texts = context.texts;
    auto const &from = in(context.atlas.places[found->from].name, context);
    auto const &to = in(context.atlas.places[found->to].name, context);
    line(context, context.fonts.note, context.theme.text,
         found->phase == geo::Phase::moving ? fmt::format(fmt::runtime(texts.tr("between {0} and {1}")), from, to)
                                            : fmt::format(fmt::runtime(texts.tr("at {}")), from));
    if (found->basis != geo::Basis::fixed) {
        line(context, context.fonts.note, context.theme.secondary,
             found->basis == geo::Basis::last_known ? texts.tr("last known position")
                                                    : texts.tr("position interpolated"));
    }
}

void tell(PanelContext const &context, std::string const &name, std::string const &below)
{
    line(context, context.fonts.strong, context.theme.text, name);
    if (!below.empty() && below != name) {
        line(context, context.fonts.note, context.theme.secondary, below);
    }
}

} // namespace

void draw_hover(PanelContext const &context)
{
    auto const [kind, index] = context.state.hovered;
    if (kind == Kind::none || ImGui::GetIO().WantCaptureMouse) {
        return;
    }
    auto const &atlas = context.atlas;
    ImGui::BeginTooltip();
    if (kind == Kind::unit) {
        tell_unit(context, index);
    } else if (kind == Kind::place) {
        tell(context, in(atlas.places[index].name, context), atlas.places[index].name_period);
    } else if (kind == Kind::event) {
        tell(context, in(atlas.events[index].title, context), event_time_text(context.texts, atlas.events[index]));
    } else if (kind == Kind::region) {
        tell(context, in(atlas.regions[index].name, context),
             label_name(atlas.info.polities, atlas.regions[index].polity, context.state.language));
    } else if (kind == Kind::line) {
        tell(context, in(atlas.lines[index].name, context), "");
    }
    ImGui::EndTooltip();
}

} // namespace app
