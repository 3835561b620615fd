#include "app/i18n/date_text.hpp"
#include "app/ui/widgets.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace app {
namespace {

/// One of two lists of a layer's columns; true if another was chosen.
bool choose_column(char const *id, char const *none, geo::GuestLayer const &layer, std::string &column)
{
    bool changed = false;
    ImGui::SetNextItemWidth(-1);
    if (ImGui::BeginCombo(id, column.empty() ? none : column.c_str())) {
        if (ImGui::Selectable(none, column.empty())) {
            column.clear();
            changed = true;
        }
        for (auto const &field : layer.fields) {
            if (ImGui::Selectable(field.c_str(), field == column)) {
                column = field;
                changed = true;
            }
        }
        ImGui::EndCombo();
    }
    return changed;
}

/// Where the layer's times were found, and what else they could be.
void draw_times(PanelContext const &context, geo::GuestLayer const &layer, Actions &actions)
{
    auto const &texts = context.texts;
    auto const note = [&](std::string const &words) { wrapped(context.fonts.note, context.theme.secondary, words); };
    bool const by_columns = !layer.begin_field.empty() || !layer.end_field.empty();
    if (!by_columns && layer.timed > 0) {
        note(texts.tr("Times: as the format gives them"));
    } else if (!layer.fields.empty()) {
        auto begin = layer.begin_field;
        auto end = layer.end_field;
        note(texts.tr("Begin, or the one time:"));
        bool changed = choose_column("##begin", texts.tr("none"), layer, begin);
        note(texts.tr("End:"));
        changed = choose_column("##end", texts.tr("none"), layer, end) || changed;
        if (changed) {
            actions.emplace_back(SetTimeColumns{layer.id, begin.empty() && end.empty() ? "-" : begin, end});
        }
    } else {
        note(texts.tr("Times: none"));
    }
    if (layer.has_time()) {
        auto const span =
            fmt::format("{} – {}", brief_date_text(texts, layer.span.begin), brief_date_text(texts, layer.span.end));
        note(layer.span_known ? span : fmt::format(fmt::runtime(texts.tr("About {}, by a sample")), span));
    }
    if (!layer.clock.empty()) {
        note(fmt::format(fmt::runtime(texts.tr("Clock: {}")), layer.clock));
    }
}

/// Why nothing of it is seen, if nothing is.
void draw_absence(PanelContext const &context, geo::GuestLayer const &layer)
{
    auto const &state = context.state;
    auto const &texts = context.texts;
    char const *why = nullptr;
    if (layer.features == 0) {
        why = layer.dropped.empty() ? texts.tr("The file holds no features.") : texts.tr("Nothing of it can be shown:");
    } else if (state.hidden.contains(layer.id)) {
        why = texts.tr("It is switched off.");
    } else if (layer.has_time() && layer.timed == layer.features &&
               (state.now < layer.span.begin || state.now > layer.span.end)) {
        why = texts.tr("At this time there is nothing of it.");
    }
    if (why != nullptr) {
        wrapped(context.fonts.note, context.theme.accent, why);
    }
}

void draw_layer(PanelContext const &context, geo::GuestLayer const &layer, Actions &actions)
{
    auto const &texts = context.texts;
    bool shown = !context.state.hidden.contains(layer.id);
    auto const colour = parse_colour(layer.colour).value_or(context.theme.text);
    ImGui::PushStyleColor(ImGuiCol_CheckMark, vec(visible(colour, context.theme)));
    if (layer.features > 0) {
        if (ImGui::Checkbox(layer.name.c_str(), &shown)) {
            actions.emplace_back(ToggleLayer{layer.id});
        }
    } else {
        wrapped(context.fonts.body, context.theme.text, layer.name);
    }
    ImGui::PopStyleColor();
    if (!layer.kinds.empty()) {
        wrapped(context.fonts.note, context.theme.text, layer.kinds);
    }
    draw_absence(context, layer);
    for (auto const &[reason, count] : layer.dropped) {
        wrapped(context.fonts.note, context.theme.text,
                fmt::format(fmt::runtime(texts.tr("Not used: {} × {}")), count, reason));
    }
    if (layer.features > 0) {
        draw_times(context, layer, actions);
        if (link(context, texts.tr("Show it whole"))) {
            actions.emplace_back(GoToGuest{layer.id});
        }
    }
}

} // namespace

/// The files of other people that are shown: what became of them, where their times stand, what was not used and why.
void draw_guests(PanelContext const &context, Actions &actions)
{
    if (!context.state.panels.has(Panel::files)) {
        return;
    }
    auto const &texts = context.texts;
    auto const &guests = context.atlas.guests;
    float const s = context.layout.scale;
    float const most = static_cast<float>(context.state.viewport.width) - 2 * context.layout.timeline.x;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2{8 * s, 5 * s});
    if (begin_sheet(context, "##files", std::min(400 * s, most))) {
        heading(context, texts.tr("FILES"));
        if (guests.empty()) {
            wrapped(context.fonts.note, context.theme.secondary, texts.tr("No file lies over the map."));
        }
        std::string file;
        for (auto const &layer : guests) {
            ImGui::PushID(layer.id.c_str());
            if (layer.file != file) {
                file = layer.file;
                ImGui::Separator();
                wrapped(context.fonts.strong, context.theme.text, fmt::format("{} ({})", layer.file, layer.format));
                if (link(context, texts.tr("Show it no more"))) {
                    actions.emplace_back(CloseFile{layer.file});
                }
            }
            draw_layer(context, layer, actions);
            ImGui::PopID();
        }
        ImGui::Separator();
        if (ImGui::Button(texts.tr("Open…"))) {
            actions.emplace_back(ChooseFile{FilePurpose::open});
        }
        ImGui::SameLine();
        if (ImGui::Button(texts.tr("Close"))) {
            actions.emplace_back(TogglePanel{Panel::files});
        }
    }
    ImGui::End();
    ImGui::PopStyleVar();
}

} // namespace app
