#include "app/i18n/date_text.hpp"
#include "app/ui/widgets.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace app {
namespace {

std::string const &in(geo::LocalText const &text, PanelContext const &context)
{
    return text.in(context.state.language);
}

void sources(PanelContext const &context, geo::Indices const &ids)
{
    if (ids.empty()) {
        return;
    }
    heading(context, context.texts.tr("WHO SAYS SO"));
    for (auto const i : ids) {
        wrapped(context.fonts.note, context.theme.text, "· " + context.atlas.sources[i].citation);
    }
}

/// "Others say": a bar at the left on a ground of its own.
void boxed(PanelContext const &context, char const *lead, std::string const &text)
{
    if (text.empty()) {
        return;
    }
    float const s = context.layout.scale;
    ImGui::Dummy({0, 2 * s});
    auto &list = *ImGui::GetWindowDrawList();
    list.ChannelsSplit(2);
    list.ChannelsSetCurrent(1);
    auto const at = ImGui::GetCursorScreenPos();
    float const width = ImGui::GetContentRegionAvail().x;
    ImGui::Dummy({0, 4 * s});
    ImGui::Indent(14 * s);
    wrapped(context.fonts.note, context.theme.secondary, lead);
    wrapped(context.fonts.note, context.theme.text, text);
    ImGui::Unindent(14 * s);
    ImGui::Dummy({0, 4 * s});
    float const bottom = ImGui::GetCursorScreenPos().y - ImGui::GetStyle().ItemSpacing.y;
    list.ChannelsSetCurrent(0);
    list.AddRectFilled(at, {at.x + width, bottom}, packed(context.theme.note_ground), 4 * s);
    list.AddRectFilled(at, {at.x + 4 * s, bottom}, packed(context.theme.note_bar));
    list.ChannelsMerge();
}

std::string confidence_word(PanelContext const &context, geo::Confidence confidence)
{
    switch (confidence) {
    case geo::Confidence::attested:
        return context.texts.tr("attested");
    case geo::Confidence::probable:
        return context.texts.tr("probable");
    case geo::Confidence::disputed:
        return context.texts.tr("disputed");
    }
    return {};
}

void place_links(PanelContext const &context, geo::Indices const &places, Actions &actions)
{
    if (places.empty()) {
        return;
    }
    heading(context, context.texts.tr("PLACES"));
    for (auto const i : places) {
        auto const &place = context.atlas.places[i];
        ImGui::PushID(static_cast<int>(i));
        ImGui::PushStyleColor(ImGuiCol_Text, vec(context.theme.accent));
        if (ImGui::Selectable(in(place.name, context).c_str())) {
            actions.emplace_back(GoTo{place.at});
        }
        ImGui::PopStyleColor();
        ImGui::PopID();
    }
}

void claims(PanelContext const &context, geo::Indices const &ids)
{
    for (auto const i : ids) {
        auto const &claim = context.atlas.claims[i];
        boxed(context, fmt::format("{} {}", context.texts.tr("The article says"), claim.id).c_str(),
              in(claim.wording, context));
        if (!claim.correction.empty()) {
            wrapped(context.fonts.note, context.theme.text, in(claim.correction, context));
        }
    }
}

void event_card(PanelContext const &context, geo::Event const &event, Actions &actions)
{
    auto const &[theme, fonts] = std::tie(context.theme, context.fonts);
    auto const colour = label_colour(context.atlas.info.categories, event.category, theme.accent);
    wrapped(fonts.note, contrast(colour, theme.paper) >= 4.5 ? colour : theme.text,
            event_date_text(context.texts, event));
    wrapped(fonts.card, theme.text, in(event.title, context));
    chip(context, label_name(context.atlas.info.categories, event.category, context.state.language));
    chip(context, confidence_word(context, event.confidence));
    if (event.time_basis == geo::TimeBasis::assumed) {
        chip(context, context.texts.tr("hour assumed"));
    }
    ImGui::NewLine();
    ImGui::Separator();
    wrapped(fonts.body, theme.text, in(event.summary, context));
    boxed(context, context.texts.tr("Others say"), in(event.disagreement, context));
    sources(context, event.sources);
    place_links(context, event.places, actions);
    if (!event.people.empty()) {
        heading(context, context.texts.tr("PEOPLE"));
        for (auto const i : event.people) {
            auto const &person = context.atlas.people[i];
            wrapped(fonts.note, theme.text,
                    fmt::format("{} – {}", in(person.name, context), in(person.office, context)));
        }
    }
    if (!event.note.empty()) {
        wrapped(fonts.note, theme.secondary, in(event.note, context));
    }
    claims(context, event.claims);
}

void unit_card(PanelContext const &context, geo::Index index, Actions &actions)
{
    auto const &unit = context.atlas.units[index];
    auto const &[theme, fonts, texts] = std::tie(context.theme, context.fonts, context.texts);
    auto const side = label_colour(context.atlas.info.sides, unit.side, theme.accent);
    wrapped(fonts.note, contrast(side, theme.paper) >= 4.5 ? side : theme.text,
            label_name(context.atlas.info.sides, unit.side, context.state.language));
    wrapped(fonts.card, theme.text, in(unit.name, context));
    if (!unit.commander.empty()) {
        wrapped(fonts.body, theme.text, in(unit.commander, context));
    }
    if (!unit.strength.empty()) {
        wrapped(fonts.note, theme.secondary, in(unit.strength, context));
    }
    ImGui::Separator();
    auto const found = std::ranges::find(context.world.units, index, &geo::UnitState::unit);
    if (found == context.world.units.end()) {
        wrapped(fonts.body, theme.secondary, texts.tr("No source tells where it is at this time."));
    } else {
        auto const &from = in(context.atlas.places[found->from].name, context);
        auto const &to = in(context.atlas.places[found->to].name, context);
        wrapped(fonts.body, theme.text, found->phase == geo::Phase::moving ? fmt::format("{} › {}", from, to) : from);
        auto const basis = found->basis == geo::Basis::fixed        ? texts.tr("position named by a source")
                           : found->basis == geo::Basis::last_known ? texts.tr("last known position")
                                                                    : texts.tr("position interpolated");
        wrapped(fonts.note, theme.secondary,
                fmt::format("{} · ±{:.0f} km", basis, std::max(1.0, found->uncertainty_km)));
    }
    if (!unit.fixes.empty()) {
        heading(context, texts.tr("ITINERARY"));
        for (auto const &fix : unit.fixes) {
            auto const when = fix.arrival ? date_text(texts, *fix.arrival) : std::string{"…"};
            ImGui::PushID(&fix);
            if (ImGui::Selectable(
                    fmt::format("{} – {}", in(context.atlas.places[fix.place].name, context), when).c_str())) {
                actions.emplace_back(GoTo{context.atlas.places[fix.place].at});
            }
            ImGui::PopID();
        }
    }
    if (!unit.note.empty()) {
        wrapped(fonts.note, theme.secondary, in(unit.note, context));
    }
    sources(context, unit.sources);
}

void place_card(PanelContext const &context, geo::Place const &place)
{
    auto const &[theme, fonts] = std::tie(context.theme, context.fonts);
    wrapped(fonts.card, theme.text, in(place.name, context));
    if (!place.name_period.empty() && place.name_period != in(place.name, context)) {
        wrapped(fonts.note, theme.secondary, place.name_period);
    }
    ImGui::Separator();
    wrapped(fonts.note, theme.text,
            fmt::format("{:.4f}° N  {:.4f}° E  ±{:.1f} km", place.at.lat, place.at.lon, place.uncertainty_km));
    if (place.railway_km) {
        wrapped(fonts.note, theme.text,
                fmt::format("{}: {:.1f} km", context.texts.tr("Railway kilometre by timetable"), *place.railway_km));
    }
    if (!place.note.empty()) {
        wrapped(fonts.body, theme.text, in(place.note, context));
    }
    sources(context, place.sources);
}

} // namespace

void draw_card(PanelContext const &context, Actions &actions)
{
    auto const &layout = context.layout;
    if (layout.card.empty()) {
        return;
    }
    if (begin_paper("##card", layout.card)) {
        float const size = 30 * layout.scale;
        auto const start = ImGui::GetCursorPos();
        ImGui::SetCursorPosX(ImGui::GetWindowContentRegionMax().x - size);
        if (icon_button("close", Icon::close, size, false, context.texts.tr("Close"), context)) {
            actions.emplace_back(Select{});
        }
        ImGui::SetCursorPos(start);
        auto const [kind, index] = context.state.selection;
        if (kind == Kind::event) {
            event_card(context, context.atlas.events[index], actions);
        } else if (kind == Kind::unit) {
            unit_card(context, index, actions);
        } else if (kind == Kind::place) {
            place_card(context, context.atlas.places[index]);
        }
    }
    end_paper();
}

} // namespace app
