#include "app/ui/desk_data.hpp"
#include "app/ui/panel_desk.hpp"

#include "geo/state/accounts.hpp"

#include "geo/cite/source_title.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace app {
namespace {

/// "Events 3 of 9": what remains.
void share(PanelContext const &context, char const *what, geo::Share const &share)
{
    auto const words =
        fmt::format("{} {}", what, fmt::format(fmt::runtime(context.texts.tr("{} of {}")), share.shown, share.all));
    wrapped(share.shown < share.all ? context.fonts.strong : context.fonts.note,
            share.shown < share.all ? context.theme.accent : context.theme.text, words);
}

void draw_traditions(PanelContext const &context, Actions &actions)
{
    auto filter = context.state.desk.filter;
    heading(context, context.texts.tr("ONLY WHAT THESE SOURCES SUPPORT"));
    for (auto const &label : context.atlas.info.traditions) {
        bool on = filter.traditions.contains(label.id);
        if (ImGui::Checkbox(label.name.in(context.state.language).c_str(), &on)) {
            if (on) {
                filter.traditions.insert(label.id);
            } else {
                filter.traditions.erase(label.id);
            }
            actions.emplace_back(SetSourceFilter{filter});
        }
    }
    if (context.atlas.info.traditions.empty()) {
        wrapped(context.fonts.note, context.theme.secondary,
                context.texts.tr("This atlas does not say whose accounts its sources are."));
    }
}

void draw_certainty(PanelContext const &context, Actions &actions)
{
    auto filter = context.state.desk.filter;
    heading(context, context.texts.tr("CERTAINTY"));
    auto const choice = [&](char const *name, geo::Confidence weakest) {
        if (ImGui::RadioButton(name, filter.weakest == weakest)) {
            filter.weakest = weakest;
            actions.emplace_back(SetSourceFilter{filter});
        }
    };
    choice(context.texts.tr("everything"), geo::Confidence::disputed);
    choice(context.texts.tr("attested and probable"), geo::Confidence::probable);
    choice(context.texts.tr("only attested"), geo::Confidence::attested);
    if (std::ranges::any_of(context.atlas.units, geo::is_account) &&
        ImGui::Checkbox(context.texts.tr("other accounts beside, as ghosts"), &filter.other_accounts)) {
        actions.emplace_back(SetSourceFilter{filter});
    }
}

void draw_remains(PanelContext const &context, Actions &actions)
{
    auto const &shown = context.desk->shown;
    heading(context, context.texts.tr("WHAT REMAINS"));
    if (auto const hidden = shown.hidden(); hidden > 0) {
        wrapped(context.fonts.strong, context.theme.accent,
                fmt::format(fmt::runtime(context.texts.tr("{} hidden by this filter")), hidden));
    }
    share(context, context.texts.tr("Units"), shown.units);
    share(context, context.texts.tr("Events"), shown.events);
    share(context, context.texts.tr("Regions"), shown.regions);
    share(context, context.texts.tr("Fronts and borders"), shown.lines);
    if (context.state.desk.filter.active() && ImGui::Button(context.texts.tr("Show all again"))) {
        actions.emplace_back(SetSourceFilter{});
    }
}

/// Who says so of the whole moment, those of most items first; a press looks through that source alone.
void draw_cited(PanelContext const &context, std::vector<geo::CitedSource> const &cited, Actions &actions)
{
    auto filter = context.state.desk.filter;
    heading(context, context.texts.tr("WHO SAYS SO, AT THIS MOMENT IN THIS VIEW"));
    for (auto const &[source, items] : cited) {
        bool const only = filter.sources.contains(source);
        ImGui::PushID(static_cast<int>(source));
        auto const words = fmt::format("{}  ·  {}", items.size(),
                                       geo::citation_in(context.atlas.sources[source], context.state.language));
        auto const at = ImGui::GetCursorPos();
        float const width = ImGui::GetContentRegionAvail().x;
        ImVec2 const size{width, ImGui::CalcTextSize(words.c_str(), nullptr, false, width).y};
        bool const pressed = ImGui::Selectable("##source", only, 0, size);
        bool const hovered = ImGui::IsItemHovered();
        ImGui::SetCursorPos(at);
        wrapped(context.fonts.body, context.theme.text, words);
        if (pressed) {
            filter.sources = only ? std::set<geo::Index>{} : std::set<geo::Index>{source};
            actions.emplace_back(SetSourceFilter{filter});
        }
        if (hovered) {
            ImGui::SetTooltip("%s", fmt::format("{}", fmt::join(items, "\n")).c_str());
        }
        ImGui::PopID();
    }
}

void draw_export(PanelContext const &context, geo::CitedView const &view, std::vector<geo::CitedSource> const &cited)
{
    wrapped(context.fonts.note, context.theme.secondary, context.texts.tr("Copy the citations as"));
    auto const button = [&](char const *name, auto const &text) {
        ImGui::SameLine();
        if (ImGui::SmallButton(name)) {
            ImGui::SetClipboardText(text(view, cited).c_str());
        }
    };
    button("CSL-JSON", geo::to_csl_json);
    button("BibTeX", geo::to_bibtex);
    button(context.texts.tr("footnotes"), geo::to_footnotes);
}

} // namespace

void draw_desk_sources(PanelContext const &context, Actions &actions)
{
    geo::CitedView const view{context.atlas, context.desk->shown.world, context.desk->extent};
    auto const cited = geo::cited_sources(view);
    float const s = context.layout.scale;
    float const traditions = 290 * s;
    float const certainty = 370 * s;
    if (ImGui::GetContentRegionAvail().x < traditions + certainty + 360 * s) { // no room beside one another
        draw_export(context, view, cited);
        draw_traditions(context, actions);
        draw_certainty(context, actions);
        draw_remains(context, actions);
        draw_cited(context, cited, actions);
        return;
    }
    if (!ImGui::BeginTable("sources", 3, ImGuiTableFlags_SizingFixedFit)) {
        return;
    }
    ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthFixed, traditions);
    ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthFixed, certainty);
    ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthStretch);
    ImGui::TableNextColumn();
    draw_traditions(context, actions);
    ImGui::TableNextColumn();
    draw_certainty(context, actions);
    draw_remains(context, actions);
    ImGui::TableNextColumn();
    draw_export(context, view, cited);
    if (ImGui::BeginChild("cited", {0, 0})) {
        draw_cited(context, cited, actions);
    }
    ImGui::EndChild();
    ImGui::EndTable();
}

void draw_filter_note(PanelContext const &context, Actions &actions)
{
    if (!context.state.desk.filter.active() || context.desk == nullptr || !context.layout.desk.empty()) {
        return;
    }
    auto const &layout = context.layout;
    ImGui::SetNextWindowPos(
        {layout.title.x + layout.title.width + 12 * layout.scale, layout.title.y + layout.title.height / 2},
        ImGuiCond_Always, {0, 0.5F});
    if (ImGui::Begin("##filtered", nullptr,
                     ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                         ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_AlwaysAutoResize |
                         ImGuiWindowFlags_NoFocusOnAppearing)) {
        ImGui::PushFont(context.fonts.strong);
        auto const words =
            fmt::format(fmt::runtime(context.texts.tr("{} hidden by this filter")), context.desk->shown.hidden());
        ImGui::TextUnformatted(words.c_str());
        ImGui::PopFont();
        ImGui::SameLine();
        if (ImGui::SmallButton(context.texts.tr("Show all again"))) {
            actions.emplace_back(SetSourceFilter{});
        }
    }
    ImGui::End();
}

} // namespace app
