#include "app/core/csv.hpp"
#include "app/ui/desk_data.hpp"
#include "app/ui/panel_desk.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

namespace app {
namespace {

/// The feature of a row, where the map can show it.
std::optional<Selection> selection_of(geo::Atlas const &atlas, std::string const &table, std::string const &id)
{
    auto const as = [](Kind kind, std::optional<geo::Index> index) {
        return index ? std::optional{Selection{kind, *index}} : std::nullopt;
    };
    if (table == "places") {
        return as(Kind::place, geo::index_of(atlas.places, id));
    }
    if (table == "events") {
        return as(Kind::event, geo::index_of(atlas.events, id));
    }
    return table == "units" || table == "fixes" ? as(Kind::unit, geo::index_of(atlas.units, id)) : std::nullopt;
}

std::string count_words(PanelContext const &context, geo::TableResult const &table)
{
    return fmt::format(fmt::runtime(context.texts.tr("{} of {}")), table.rows.size(), table.all);
}

/// Of the count and the two buttons beside the condition.
float width_of_buttons(PanelContext const &context, geo::TableResult const &table)
{
    auto const &style = ImGui::GetStyle();
    return ImGui::CalcTextSize(count_words(context, table).c_str()).x +
           ImGui::CalcTextSize(context.texts.tr("Copy")).x + ImGui::CalcTextSize(context.texts.tr("Save CSV")).x +
           4 * style.FramePadding.x + 3 * style.ItemSpacing.x;
}

/// \param beside what is to stand beside the condition, pixels
void draw_query(PanelContext const &context, float beside, Actions &actions)
{
    auto query = context.state.desk.table;
    float const s = context.layout.scale;
    ImGui::SetNextItemWidth(150 * s);
    if (ImGui::BeginCombo("##table", query.table.c_str())) {
        for (auto const &name : context.desk->table_names) {
            if (ImGui::Selectable(name.c_str(), name == query.table)) {
                actions.emplace_back(SetTable{{name, {}, {}, false}});
            }
        }
        ImGui::EndCombo();
    }
    ImGui::SameLine();
    std::array<char, 512> typed{};
    query.where.copy(typed.data(), typed.size() - 1);
    ImGui::SetNextItemWidth(beside > 0 ? -beside : -1);
    if (ImGui::InputTextWithHint("##where",
                                 context.texts.tr("condition in SQL, such as rank <= 2 AND name_en LIKE 'B%'"),
                                 typed.data(), typed.size())) {
        query.where = typed.data();
        actions.emplace_back(SetTable{query});
    }
}

/// All rows found, with tabs for a spreadsheet or as CSV.
std::string as_text(geo::TableResult const &table, bool csv)
{
    std::string out;
    auto const add = [&](std::vector<std::string> const &cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            out += i == 0 ? "" : csv ? "," : "\t";
            auto cell = csv ? csv_cell(cells[i]) : cells[i];
            if (!csv) { // a spreadsheet takes tabs and line ends for the next cell
                std::ranges::replace_if(
                    cell, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
            }
            out += cell;
        }
        out += '\n';
    };
    add(table.fields);
    for (auto const &row : table.rows) {
        add(row.cells);
    }
    return out;
}

void draw_buttons(PanelContext const &context, geo::TableResult const &table)
{
    wrapped(context.fonts.note, context.theme.secondary, count_words(context, table));
    ImGui::SameLine();
    if (ImGui::Button(context.texts.tr("Copy"))) {
        ImGui::SetClipboardText(as_text(table, false).c_str());
    }
    ImGui::SameLine();
    if (ImGui::Button(context.texts.tr("Save CSV"))) {
        context.desk->save_table(as_text(table, true));
    }
}

void sort_by_header(PanelContext const &context, geo::TableResult const &table, Actions &actions)
{
    auto *const specs = ImGui::TableGetSortSpecs();
    if (specs == nullptr || !specs->SpecsDirty) {
        return;
    }
    specs->SpecsDirty = false;
    auto query = context.state.desk.table;
    query.order_by.clear();
    if (specs->SpecsCount > 0) {
        query.order_by = table.fields[static_cast<std::size_t>(specs->Specs[0].ColumnIndex)];
        query.descending = specs->Specs[0].SortDirection == ImGuiSortDirection_Descending;
    }
    if (query != context.state.desk.table) {
        actions.emplace_back(SetTable{query});
    }
}

void draw_rows(PanelContext const &context, geo::TableResult const &table, Actions &actions)
{
    auto const &name = context.state.desk.table.table;
    constexpr std::size_t most = 64; // that ImGui lays out; no table of the format has as many
    auto const columns = static_cast<int>(std::min(table.fields.size(), most));
    auto const flags = ImGuiTableFlags_Sortable | ImGuiTableFlags_SortTristate | ImGuiTableFlags_ScrollX |
                       ImGuiTableFlags_ScrollY | ImGuiTableFlags_RowBg | ImGuiTableFlags_Resizable |
                       ImGuiTableFlags_BordersInnerV | ImGuiTableFlags_NoSavedSettings;
    if (!ImGui::BeginTable(name.c_str(), columns, flags, {0, 0})) {
        return;
    }
    ImGui::TableSetupScrollFreeze(1, 1);
    for (int i = 0; i < columns; ++i) {
        ImGui::TableSetupColumn(table.fields[static_cast<std::size_t>(i)].c_str(), ImGuiTableColumnFlags_WidthFixed,
                                150 * context.layout.scale);
    }
    ImGui::TableHeadersRow();
    sort_by_header(context, table, actions);
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(table.rows.size()));
    while (clipper.Step()) {
        for (int r = clipper.DisplayStart; r < clipper.DisplayEnd; ++r) {
            auto const &row = table.rows[static_cast<std::size_t>(r)];
            auto const selection = selection_of(context.atlas, name, row.id);
            ImGui::TableNextRow();
            ImGui::PushID(r);
            for (int c = 0; c < columns; ++c) {
                ImGui::TableNextColumn();
                auto const &cell = row.cells[static_cast<std::size_t>(c)];
                bool const chosen = selection && context.state.selection == *selection;
                if (c == 0 && ImGui::Selectable(cell.c_str(), chosen, ImGuiSelectableFlags_SpanAllColumns) &&
                    selection) {
                    actions.emplace_back(Select{*selection});
                } else if (c > 0) {
                    ImGui::TextUnformatted(cell.c_str());
                }
            }
            ImGui::PopID();
        }
    }
    ImGui::EndTable();
}

} // namespace

void draw_desk_table(PanelContext const &context, Actions &actions)
{
    auto const *const table = context.desk->table;
    if (table == nullptr) {
        return;
    }
    float const buttons = width_of_buttons(context, *table);
    constexpr float least = 330; // of the list of tables and the condition
    bool const beside = ImGui::GetContentRegionAvail().x - buttons > least * context.layout.scale;
    draw_query(context, beside ? buttons : 0, actions);
    if (beside) {
        ImGui::SameLine();
    }
    draw_buttons(context, *table);
    if (!table->error.empty()) {
        wrapped(context.fonts.note, context.theme.accent, table->error);
    }
    if (!table->fields.empty()) {
        ImGui::PushFont(context.fonts.note);
        draw_rows(context, *table, actions);
        ImGui::PopFont();
    }
}

} // namespace app
