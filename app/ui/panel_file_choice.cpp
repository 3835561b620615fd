#include "app/ui/panel_file_choice.hpp"

#include "app/ui/files_data.hpp"
#include "app/ui/widgets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

namespace app {
namespace {

constexpr float wide = 760;
constexpr float high = 620;
constexpr float buttons_height = 38;

char const *title_of(FilePurpose purpose, Texts const &texts)
{
    return purpose == FilePurpose::scan ? texts.tr("LAY A SCAN OVER THE MAP") : texts.tr("OPEN AN ATLAS OR A FILE");
}

/// Where to begin, and the folders above this one, each to be pressed.
void draw_way(PanelContext const &context, FilesData const &files, Actions &actions)
{
    for (auto const &root : files.roots) {
        ImGui::PushID(root.folder.c_str());
        if (chip_switch(context, context.texts.tr(root.name), root.folder == files.listing.folder, {0, 0, 0, 0})) {
            actions.emplace_back(VisitFolder{root.folder.string()});
        }
        ImGui::PopID();
    }
    ImGui::NewLine();
    std::filesystem::path above;
    for (auto const &part : files.listing.folder) {
        above /= part;
        ImGui::PushID(above.c_str());
        ImGui::PushFont(context.fonts.strong);
        float const width = ImGui::CalcTextSize(part.c_str()).x + 2 * ImGui::GetStyle().FramePadding.x;
        if (ImGui::GetContentRegionAvail().x < width && part != "/") {
            ImGui::NewLine();
        }
        if (ImGui::SmallButton(part.c_str())) {
            actions.emplace_back(VisitFolder{above.string()});
        }
        ImGui::PopFont();
        ImGui::PopID();
        ImGui::SameLine(0, 2 * context.layout.scale);
    }
    ImGui::NewLine();
}

void draw_entry(PanelContext const &context, FilesData const &files, FolderEntry const &entry, Actions &actions)
{
    auto const &choice = context.state.file_choice;
    auto const words = entry.folder ? entry.name + "/" : entry.name;
    bool const enters = entry.folder && !entry.atlas;
    if (ImGui::Selectable(words.c_str(), choice.name == entry.name,
                          ImGuiSelectableFlags_SpanAllColumns | ImGuiSelectableFlags_AllowDoubleClick)) {
        if (enters) {
            actions.emplace_back(VisitFolder{(files.listing.folder / entry.name).string()});
        } else if (ImGui::IsMouseDoubleClicked(0)) {
            actions.emplace_back(PickFile{entry.name, false});
        } else {
            actions.emplace_back(NameFile{entry.name});
        }
    }
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(entry.atlas    ? context.texts.tr("atlas")
                           : entry.folder ? ""
                                          : size_text(entry.bytes).c_str());
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(entry.changed.c_str());
}

void draw_entries(PanelContext const &context, FilesData const &files, float height, Actions &actions)
{
    float const s = context.layout.scale;
    auto const flags = ImGuiTableFlags_ScrollY | ImGuiTableFlags_RowBg | ImGuiTableFlags_NoSavedSettings;
    if (!ImGui::BeginTable("entries", 3, flags, {0, height})) {
        return;
    }
    ImGui::TableSetupColumn("name", ImGuiTableColumnFlags_WidthStretch);
    ImGui::TableSetupColumn("size", ImGuiTableColumnFlags_WidthFixed, 90 * s);
    ImGui::TableSetupColumn("changed", ImGuiTableColumnFlags_WidthFixed, 110 * s);
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(files.listing.entries.size()));
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            ImGui::TableNextRow();
            ImGui::TableNextColumn();
            ImGui::PushID(i);
            draw_entry(context, files, files.listing.entries[static_cast<std::size_t>(i)], actions);
            ImGui::PopID();
        }
    }
    if (files.listing.entries.empty()) {
        ImGui::TableNextRow();
        ImGui::TableNextColumn();
        auto const &fault = files.listing.fault;
        wrapped(context.fonts.note, fault.empty() ? context.theme.secondary : context.theme.accent,
                fault.empty() ? context.texts.tr("There is nothing here that can be opened.")
                              : fmt::format(fmt::runtime(context.texts.tr("This folder cannot be read: {}")), fault));
    }
    ImGui::EndTable();
}

void draw_name(PanelContext const &context, Actions &actions)
{
    auto const &choice = context.state.file_choice;
    std::array<char, 4096> typed{};
    choice.name.copy(typed.data(), typed.size() - 1);
    ImGui::SetNextItemWidth(-1);
    if (ImGui::IsWindowAppearing()) {
        ImGui::SetKeyboardFocusHere();
    }
    bool const done = ImGui::InputTextWithHint("##name", context.texts.tr("name or path"), typed.data(), typed.size(),
                                               ImGuiInputTextFlags_EnterReturnsTrue);
    if (choice.name != typed.data()) {
        actions.emplace_back(NameFile{typed.data()});
    }
    if (done && typed.front() != '\0') {
        actions.emplace_back(PickFile{typed.data(), false});
    }
}

void draw_buttons(PanelContext const &context, Actions &actions)
{
    auto const &texts = context.texts;
    auto const &choice = context.state.file_choice;
    float const s = context.layout.scale;
    bool all = choice.all;
    if (ImGui::Checkbox(texts.tr("All files"), &all)) {
        actions.emplace_back(ShowAllFiles{all});
    }
    ImGui::BeginDisabled(choice.name.empty());
    if (choice.purpose == FilePurpose::open) {
        if (word_button(context, texts.tr("Open over this map"), 0)) {
            actions.emplace_back(PickFile{choice.name, false});
        }
        ImGui::SameLine(0, 8 * s);
        if (word_button(context, texts.tr("Open alone"), 0)) {
            actions.emplace_back(PickFile{choice.name, true});
        }
    } else if (word_button(context, texts.tr("Open"), 0)) {
        actions.emplace_back(PickFile{choice.name, false});
    }
    ImGui::EndDisabled();
    ImGui::SameLine(0, 8 * s);
    if (word_button(context, texts.tr("Cancel"), 0)) {
        actions.emplace_back(LeaveFileChoice{});
    }
}

} // namespace

std::span<std::string_view const> endings_for(FilePurpose purpose)
{
    static constexpr std::array<std::string_view, 21> open{
        ".gpkg", ".geojson", ".json", ".geojsonl", ".geojsons", ".ndjson", ".jsonl",
        ".topojson", ".kml", ".kmz",  ".gpx",      ".csv",      ".tsv",    ".czml",
        ".shp",  ".fgb",     ".gml",  ".tab",      ".mif",      ".sqlite", ".dxf"};
    static constexpr std::array<std::string_view, 9> scan{".tif", ".tiff", ".png", ".jpg",  ".jpeg",
                                                           ".jp2", ".webp", ".gif", ".bmp"};
    return purpose == FilePurpose::scan ? std::span<std::string_view const>{scan} : open;
}

void draw_file_choice(PanelContext const &context, Actions &actions)
{
    if (!context.state.file_choice.open || context.files == nullptr) {
        return;
    }
    auto const &viewport = context.state.viewport;
    float const s = context.layout.scale;
    ImVec2 const view{static_cast<float>(viewport.width), static_cast<float>(viewport.height)};
    ImGui::SetNextWindowPos({view.x / 2, view.y / 2}, ImGuiCond_Always, {0.5F, 0.5F});
    ImGui::SetNextWindowSize({std::min(wide * s, view.x - 16 * s), std::min(high * s, view.y - 16 * s)});
    ImGui::PushFont(context.fonts.body);
    if (ImGui::Begin("##file_choice", nullptr,
                     ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                         ImGuiWindowFlags_NoSavedSettings)) {
        heading(context, title_of(context.state.file_choice.purpose, context.texts));
        draw_way(context, *context.files, actions);
        float const below = ImGui::GetFrameHeightWithSpacing() * 2 + (buttons_height + 8) * s;
        draw_entries(context, *context.files, ImGui::GetContentRegionAvail().y - below, actions);
        draw_name(context, actions);
        draw_buttons(context, actions);
        if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape), false)) {
            actions.emplace_back(LeaveFileChoice{});
        }
    }
    ImGui::End();
    ImGui::PopFont();
}

} // namespace app
