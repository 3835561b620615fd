#include "app/i18n/date_text.hpp"
#include "app/ui/card.hpp"
#include "app/ui/widgets.hpp"

#include <fmt/format.h>

namespace app {
namespace {

void draw_places(PanelContext const &context, geo::Indices const &places, Actions &actions)
{
    if (places.empty()) {
        return;
    }
    heading(context, context.texts.tr("PLACES"));
    for (auto const i : places) {
        ImGui::PushID(static_cast<int>(i));
        if (link(context, in(context.atlas.places[i].name, context))) {
            actions.emplace_back(GoTo{context.atlas.places[i].at});
        }
        ImGui::PopID();
    }
}

void draw_people(PanelContext const &context, geo::Indices const &people, Actions &actions)
{
    if (people.empty()) {
        return;
    }
    heading(context, context.texts.tr("PEOPLE"));
    for (auto const i : people) {
        auto const &person = context.atlas.people[i];
        ImGui::PushID(static_cast<int>(i));
        if (link(context, in(person.name, context))) {
            actions.emplace_back(Select{{Kind::person, i}});
        }
        ImGui::PopID();
        if (!person.office.empty()) {
            wrapped(context.fonts.note, context.theme.secondary, in(person.office, context));
        }
    }
}

void draw_claims(PanelContext const &context, geo::Indices const &claims)
{
    for (auto const i : claims) {
        auto const &claim = context.atlas.claims[i];
        draw_boxed(context, fmt::format("{} {}", context.texts.tr("The article says"), claim.id),
                   in(claim.wording, context));
        if (!claim.correction.empty()) {
            wrapped(context.fonts.strong, context.theme.text, context.texts.tr("To be said to it"));
            wrapped(context.fonts.note, context.theme.text, in(claim.correction, context));
        }
    }
}

} // namespace

void draw_event_card(PanelContext const &context, geo::Event const &event, Actions &actions)
{
    auto const &theme = context.theme;
    auto const colour = label_colour(context.atlas.info.categories, event.category, theme.accent);
    draw_card_head(context, event_date_text(context.texts, event), colour, in(event.title, context));
    chip(context, label_name(context.atlas.info.categories, event.category, context.state.language));
    chip(context, confidence_text(context.texts, event.confidence));
    if (event.time_basis == geo::TimeBasis::assumed) {
        chip(context, context.texts.tr("hour assumed"));
    }
    for (auto const &side : event.sides) {
        chip(context, label_name(context.atlas.info.sides, side, context.state.language));
    }
    ImGui::NewLine();
    ImGui::Separator();
    wrapped(context.fonts.body, theme.text, in(event.summary, context));
    draw_boxed(context, context.texts.tr("Others say"), in(event.disagreement, context));
    draw_sources(context, event.sources);
    draw_places(context, event.places, actions);
    draw_people(context, event.people, actions);
    draw_note(context, event.note);
    draw_claims(context, event.claims);
}

} // namespace app
