#include "app/i18n/date_text.hpp"
#include "app/i18n/number_text.hpp"
#include "app/ui/card.hpp"
#include "app/ui/widgets.hpp"

#include "geo/movement/trajectory.hpp"
#include "geo/state/accounts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace app {
namespace {

/// Kilometres of all legs before the one with this number.
double run_before(geo::Trajectory const &trajectory, std::size_t leg)
{
    double metres = 0;
    for (std::size_t i = 0; i < std::min(leg, trajectory.legs.size()); ++i) {
        metres += trajectory.legs[i].route.length();
    }
    return metres / 1000;
}

/// How far it had come by now, km, by its own fixes.
double run_so_far(geo::Trajectory const &trajectory, geo::UnitState const &state, geo::Instant now)
{
    if (state.leg) {
        return run_before(trajectory, *state.leg) + state.metres / 1000;
    }
    auto const arrived =
        std::ranges::count_if(trajectory.legs, [&](geo::Leg const &leg) { return leg.span.end <= now; });
    return run_before(trajectory, static_cast<std::size_t>(arrived));
}

std::string basis_text(Texts const &texts, geo::UnitState const &state)
{
    auto const *const basis = state.basis == geo::Basis::fixed        ? texts.tr("position named by a source")
                              : state.basis == geo::Basis::last_known ? texts.tr("last known position")
                                                                      : texts.tr("position interpolated");
    return fmt::format("{} · ±{}", basis, distance_text(texts, std::max(1.0, state.uncertainty_km)));
}

void draw_movement(PanelContext const &context, geo::UnitState const &state)
{
    auto const &texts = context.texts;
    auto const &trajectory = context.atlas.trajectories[state.mover];
    if (state.leg) {
        auto const &leg = trajectory.legs[*state.leg];
        auto const hours = std::chrono::duration<double, std::ratio<3600>>(leg.span.end - leg.span.begin).count();
        auto const speed = hours > 0 ? leg.route.length() / 1000 / hours : 0;
        wrapped(context.fonts.body, context.theme.text,
                fmt::format("{}: {}", texts.tr("Speed"), speed_text(texts, speed)));
        wrapped(context.fonts.note, context.theme.secondary,
                fmt::format(fmt::runtime(texts.tr("{0} of {1} of this leg")), distance_text(texts, state.metres / 1000),
                            distance_text(texts, leg.route.length() / 1000)));
    }
    if (!trajectory.legs.empty()) {
        wrapped(context.fonts.body, context.theme.text,
                fmt::format("{}: {}", texts.tr("Distance run"),
                            distance_text(texts, run_so_far(trajectory, state, context.state.now))));
    }
}

void draw_where(PanelContext const &context, geo::Index unit)
{
    auto const &texts = context.texts;
    auto const &theme = context.theme;
    auto const found = std::ranges::find(context.world.units, unit, &geo::UnitState::unit);
    if (found == context.world.units.end()) {
        wrapped(context.fonts.body, theme.secondary, texts.tr("No source tells where it is at this time."));
        return;
    }
    auto const &from = in(context.atlas.places[found->from].name, context);
    auto const &to = in(context.atlas.places[found->to].name, context);
    wrapped(context.fonts.strong, theme.text, full_date_text(texts, context.state.now));
    wrapped(context.fonts.body, theme.text,
            found->phase == geo::Phase::moving ? fmt::format(fmt::runtime(texts.tr("between {0} and {1}")), from, to)
                                               : fmt::format(fmt::runtime(texts.tr("at {}")), from));
    wrapped(context.fonts.note, theme.secondary, basis_text(texts, *found));
    if (found->time_basis == geo::TimeBasis::assumed) {
        wrapped(context.fonts.note, theme.secondary, texts.tr("hour assumed"));
    }
    if (found->parent) {
        wrapped(
            context.fonts.note, theme.secondary,
            fmt::format(fmt::runtime(texts.tr("within {}")), in(context.atlas.units[*found->parent].name, context)));
    }
    draw_movement(context, *found);
}

void draw_itinerary(PanelContext const &context, geo::Index index, Actions &actions)
{
    auto const &unit = context.atlas.units[index];
    if (unit.fixes.empty()) {
        return;
    }
    auto const &texts = context.texts;
    auto const &legs = context.atlas.trajectories[index].legs;
    heading(context, texts.tr("ITINERARY"));
    double run = 0;
    for (std::size_t i = 0; i < unit.fixes.size(); ++i) {
        auto const &fix = unit.fixes[i];
        if (i > 0 && i <= legs.size()) {
            run += legs[i - 1].route.length() / 1000;
        }
        ImGui::PushID(static_cast<int>(i));
        if (link(context, in(context.atlas.places[fix.place].name, context))) {
            actions.emplace_back(GoTo{context.atlas.places[fix.place].at});
        }
        ImGui::PopID();
        auto const when = fix.arrival ? date_text(texts, *fix.arrival)
                          : fix.departure
                              ? fmt::format(fmt::runtime(texts.tr("until {}")), date_text(texts, *fix.departure))
                              : std::string{texts.tr("date unknown")};
        wrapped(context.fonts.note, context.theme.secondary,
                i == 0 ? when : fmt::format("{} · {}", when, distance_text(texts, run)));
    }
}

/// The same movement as others tell it, and from there back.
void draw_accounts(PanelContext const &context, geo::Index index, Actions &actions)
{
    auto const of = geo::account_of(context.atlas, index);
    auto const linked = of ? geo::Indices{*of} : geo::accounts_of(context.atlas, index);
    if (linked.empty()) {
        return;
    }
    heading(context, of ? context.texts.tr("ANOTHER ACCOUNT OF") : context.texts.tr("OTHERS SAY"));
    for (auto const unit : linked) {
        ImGui::PushID(static_cast<int>(unit));
        if (link(context, in(context.atlas.units[unit].name, context))) {
            actions.emplace_back(Select{{Kind::unit, unit}});
        }
        ImGui::PopID();
    }
    if (link(context, context.texts.tr("Side by side"))) {
        actions.emplace_back(ShowDesk{DeskTab::itinerary});
    }
}

} // namespace

void draw_unit_card(PanelContext const &context, geo::Index index, Actions &actions)
{
    auto const &unit = context.atlas.units[index];
    auto const &theme = context.theme;
    auto const side = label_colour(context.atlas.info.sides, unit.side, theme.accent);
    draw_card_head(context, label_name(context.atlas.info.sides, unit.side, context.state.language), side,
                   in(unit.name, context));
    if (!unit.commander.empty()) {
        wrapped(context.fonts.body, theme.text, in(unit.commander, context));
    }
    if (!unit.strength.empty()) {
        wrapped(context.fonts.note, theme.secondary, in(unit.strength, context));
    }
    ImGui::Separator();
    draw_where(context, index);
    draw_accounts(context, index, actions);
    draw_itinerary(context, index, actions);
    draw_note(context, unit.note);
    draw_sources(context, unit.sources);
}

} // namespace app
