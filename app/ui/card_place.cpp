#include "app/i18n/date_text.hpp"
#include "app/i18n/number_text.hpp"
#include "app/ui/card.hpp"
#include "app/ui/widgets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace app {
namespace {

constexpr std::array status_words{msg("sovereign"), msg("controlled"), msg("occupied"),
                                  msg("claimed"),   msg("disputed"),   msg("neutral")};
constexpr std::array line_words{msg("railway"), msg("road"), msg("sea lane"), msg("front"), msg("border")};

/// The other names of a place, each once.
std::string other_names(PanelContext const &context, geo::Place const &place)
{
    auto const &shown = in(place.name, context);
    std::vector<std::string> names;
    auto const add = [&](std::string const &name) {
        if (!name.empty() && name != shown && std::ranges::find(names, name) == names.end()) {
            names.push_back(name);
        }
    };
    add(place.name_period);
    for (auto const &[language, name] : place.name.all()) {
        add(name);
    }
    std::string joined;
    for (auto const &name : names) {
        joined += (joined.empty() ? "" : " · ") + name;
    }
    return joined;
}

geo::Indices events_with(PanelContext const &context, geo::Indices geo::Event::*members, geo::Index wanted)
{
    geo::Indices found;
    for (std::size_t i = 0; i < context.atlas.events.size(); ++i) {
        auto const &list = context.atlas.events[i].*members;
        if (std::ranges::find(list, wanted) != list.end()) {
            found.push_back(static_cast<geo::Index>(i));
        }
    }
    return found;
}

void draw_units_here(PanelContext const &context, geo::Index place, Actions &actions)
{
    bool first = true;
    for (auto const &unit : context.world.units) {
        if (unit.phase != geo::Phase::halted || unit.from != place) {
            continue;
        }
        if (std::exchange(first, false)) {
            heading(context, context.texts.tr("HERE NOW"));
        }
        ImGui::PushID(static_cast<int>(unit.unit));
        if (link(context, in(context.atlas.units[unit.unit].name, context))) {
            actions.emplace_back(Select{{Kind::unit, unit.unit}});
        }
        ImGui::PopID();
    }
}

/// What is so between two dates, in words.
std::string lifetime_text(Texts const &texts, geo::Lifetime const &life)
{
    std::string words;
    if (life.start) {
        words = fmt::format(fmt::runtime(texts.tr("from {}")), date_text(texts, *life.start));
    }
    if (life.end) {
        words +=
            (words.empty() ? "" : " ") + fmt::format(fmt::runtime(texts.tr("until {}")), date_text(texts, *life.end));
    }
    return words;
}

} // namespace

void draw_place_card(PanelContext const &context, geo::Index index, Actions &actions)
{
    auto const &place = context.atlas.places[index];
    auto const &theme = context.theme;
    auto const &texts = context.texts;
    draw_card_head(context, texts.tr("Place"), theme.secondary, in(place.name, context));
    if (auto const others = other_names(context, place); !others.empty()) {
        wrapped(context.fonts.note, theme.secondary, others);
    }
    ImGui::Separator();
    wrapped(context.fonts.note, theme.text,
            fmt::format("{} · ±{}", position_text(texts, place.at), distance_text(texts, place.uncertainty_km)));
    if (place.railway_km) {
        wrapped(context.fonts.note, theme.text,
                fmt::format("{}: {}", texts.tr("Railway kilometre by timetable"),
                            number_text(texts, *place.railway_km, 1)));
    }
    if (!place.note.empty()) {
        wrapped(context.fonts.body, theme.text, in(place.note, context));
    }
    draw_units_here(context, index, actions);
    if (auto const events = events_with(context, &geo::Event::places, index); !events.empty()) {
        heading(context, texts.tr("EVENTS"));
        draw_event_links(context, events, actions);
    }
    draw_sources(context, place.sources);
}

void draw_person_card(PanelContext const &context, geo::Index index, Actions &actions)
{
    auto const &person = context.atlas.people[index];
    draw_card_head(context, context.texts.tr("Person"), context.theme.secondary, in(person.name, context));
    if (!person.office.empty()) {
        wrapped(context.fonts.body, context.theme.text, in(person.office, context));
    }
    ImGui::Separator();
    if (auto const events = events_with(context, &geo::Event::people, index); !events.empty()) {
        heading(context, context.texts.tr("EVENTS"));
        draw_event_links(context, events, actions);
    }
    draw_sources(context, person.sources);
}

void draw_region_card(PanelContext const &context, geo::Region const &region)
{
    draw_card_head(context, label_name(context.atlas.info.polities, region.polity, context.state.language),
                   label_colour(context.atlas.info.polities, region.polity, context.theme.secondary),
                   in(region.name, context));
    wrapped(context.fonts.body, context.theme.text,
            context.texts.tr(status_words.at(static_cast<std::size_t>(region.status))));
    wrapped(context.fonts.note, context.theme.secondary, lifetime_text(context.texts, region.life));
    draw_note(context, region.note);
    draw_sources(context, region.sources);
}

void draw_line_card(PanelContext const &context, geo::Line const &line)
{
    draw_card_head(context, context.texts.tr(line_words.at(static_cast<std::size_t>(line.kind))),
                   context.theme.secondary, in(line.name, context));
    wrapped(context.fonts.note, context.theme.secondary, lifetime_text(context.texts, line.life));
    draw_note(context, line.note);
    draw_sources(context, line.sources);
}

} // namespace app
