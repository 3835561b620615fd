#include "app/i18n/date_text.hpp"
#include "app/i18n/number_text.hpp"
#include "app/ui/card.hpp"
#include "app/ui/desk_data.hpp"
#include "app/ui/panel_desk.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

namespace app {
namespace {

constexpr double seconds_in_hour = 3600;

/// A doubt in the language of the view; the command line has its own, with more figures.
std::string doubt_text(Texts const &texts, geo::ItineraryRow const &row, geo::Doubt doubt)
{
    auto const leg = row.leg.value_or(geo::ItineraryLeg{});
    switch (doubt) {
    case geo::Doubt::too_fast:
        return fmt::format(fmt::runtime(texts.tr("{}: more than is likely")), speed_text(texts, leg.kmh));
    case geo::Doubt::very_slow:
        return fmt::format(
            fmt::runtime(texts.tr("{}: far below what is customary; it halted on the way, or an hour is wrong")),
            speed_text(texts, leg.kmh));
    case geo::Doubt::timetable_differs:
        return texts.tr("the kilometres of the timetable do not fit the drawn line");
    case geo::Doubt::hours_too_coarse:
        return fmt::format(
            fmt::runtime(texts.tr("the two hours may be off by {0} together and lie {1} apart: the speed says little")),
            duration_text(texts, leg.slack_hours * seconds_in_hour), duration_text(texts, leg.hours * seconds_in_hour));
    case geo::Doubt::departure_assumed:
        return texts.tr("no source says when it left; it leaves in time for the next arrival");
    }
    return {};
}

std::string doubts_text(Texts const &texts, geo::ItineraryRow const &row)
{
    std::string all;
    for (auto const &remark : row.remarks) {
        all += (all.empty() ? "" : "; ") + doubt_text(texts, row, remark.doubt);
    }
    return all;
}

/// What one row says, cell by cell.
struct Cells
{
    PanelContext const &context;
    geo::Itinerary const &itinerary;
    geo::ItineraryRow const &row;
    geo::Itinerary const *compared; ///< the account that this one differs from; null: none

    [[nodiscard]] geo::Fix const &fix() const { return context.atlas.units[itinerary.mover].fixes[row.fix]; }
    [[nodiscard]] std::string date(std::optional<geo::Edtf> const &date) const
    {
        return date ? date_text(context.texts, *date) : std::string{};
    }
    /// When it came, and how much later or earlier than the other account has it.
    [[nodiscard]] std::string arrival() const
    {
        auto words = date(fix().arrival);
        if (compared == nullptr || !row.arrival) {
            return words;
        }
        auto const other = std::ranges::find(compared->rows, row.place, &geo::ItineraryRow::place);
        if (other == compared->rows.end() || !other->arrival || *other->arrival == *row.arrival) {
            return words;
        }
        double const seconds = std::chrono::duration<double>(*row.arrival - *other->arrival).count();
        return fmt::format("{}  ({}{})", words, seconds > 0 ? "+" : "−",
                           duration_text(context.texts, std::abs(seconds)));
    }
    [[nodiscard]] std::string number(std::optional<double> value, int decimals) const
    {
        return value ? number_text(context.texts, *value, decimals) : std::string{};
    }
    [[nodiscard]] std::string height() const
    {
        return row.height ? fmt::format("{} ± {}", number(row.height->metres, 0), number(row.height->spread_m, 0))
                          : std::string{};
    }
    [[nodiscard]] std::string certainty() const
    {
        auto words = confidence_text(context.texts, fix().confidence);
        if (fix().time_basis == geo::TimeBasis::assumed) {
            words += fmt::format(", {}", context.texts.tr("hour assumed"));
        }
        return words;
    }
    [[nodiscard]] std::string sources() const
    {
        std::string all;
        for (auto const i : fix().sources) {
            all += (all.empty() ? "" : "; ") + context.atlas.sources[i].citation;
        }
        return all;
    }
};

void draw_cells(Cells const &cells)
{
    auto const &leg = cells.row.leg;
    for (auto const &text :
         {cells.arrival(), cells.date(cells.fix().departure), leg ? cells.number(leg->timetable_km, 1) : std::string{},
          cells.number(cells.row.timetable_total_km, 1), leg ? cells.number(leg->drawn_km, 1) : std::string{},
          cells.number(cells.row.drawn_total_km, 1), leg ? cells.number(leg->hours, 1) : std::string{},
          leg ? cells.number(leg->kmh, 0) : std::string{}, cells.height(), cells.certainty()}) {
        ImGui::TableNextColumn();
        ImGui::TextUnformatted(text.c_str());
    }
    ImGui::TableNextColumn();
    auto const sources = cells.sources();
    ImGui::TextUnformatted(sources.c_str());
    if (ImGui::IsItemHovered()) {
        ImGui::SetTooltip("%s", sources.c_str());
    }
}

void draw_row(Cells const &cells, Actions &actions)
{
    auto const &[context, itinerary, row, compared] = cells;
    auto const &place = context.atlas.places[row.place];
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    bool const now =
        (!row.arrival || *row.arrival <= context.state.now) && (!row.departure || context.state.now < *row.departure);
    if (ImGui::Selectable(in(place.name, context).c_str(), now)) {
        actions.emplace_back(GoTo{place.at});
        if (row.arrival) {
            actions.emplace_back(SetInstant{*row.arrival});
        }
    }
    draw_cells(cells);
    auto const doubts = doubts_text(context.texts, row);
    ImGui::TableNextColumn();
    if (!doubts.empty()) {
        ImGui::PushStyleColor(ImGuiCol_Text, vec(context.theme.accent));
        ImGui::TextUnformatted(doubts.c_str());
        ImGui::PopStyleColor();
    }
}

void draw_table(PanelContext const &context, geo::Itinerary const &itinerary, geo::Itinerary const *compared,
                Actions &actions)
{
    auto const &texts = context.texts;
    // As wide as what stands in them.
    std::array<std::string, 13> const columns{texts.tr("Place"),
                                              texts.tr("Arrival"),
                                              texts.tr("Departure"),
                                              texts.tr("km by timetable"),
                                              texts.tr("in all"),
                                              texts.tr("km drawn"),
                                              std::string{texts.tr("in all")} + "##drawn",
                                              texts.tr("hours"),
                                              texts.tr("km/h"),
                                              texts.tr("metres above the sea"),
                                              texts.tr("Certainty"),
                                              texts.tr("Sources"),
                                              texts.tr("Doubts")};
    auto const flags = ImGuiTableFlags_ScrollX | ImGuiTableFlags_ScrollY | ImGuiTableFlags_RowBg |
                       ImGuiTableFlags_Resizable | ImGuiTableFlags_BordersInnerV | ImGuiTableFlags_NoSavedSettings |
                       ImGuiTableFlags_SizingFixedFit;
    if (!ImGui::BeginTable("itinerary", static_cast<int>(columns.size()), flags, {0, 0})) {
        return;
    }
    ImGui::TableSetupScrollFreeze(1, 1);
    for (auto const &name : columns) {
        ImGui::TableSetupColumn(name.c_str(), ImGuiTableColumnFlags_WidthFixed);
    }
    ImGui::TableHeadersRow();
    for (auto const &row : itinerary.rows) {
        ImGui::PushID(static_cast<int>(row.fix));
        draw_row({context, itinerary, row, compared}, actions);
        ImGui::PopID();
    }
    ImGui::EndTable();
}

void draw_one(PanelContext const &context, geo::Itinerary const &itinerary, geo::Itinerary const *compared,
              Actions &actions)
{
    auto const &[texts, fonts, theme] = std::tie(context.texts, context.fonts, context.theme);
    wrapped(fonts.strong, theme.text, in(context.atlas.units[itinerary.unit].name, context));
    if (itinerary.mover != itinerary.unit) {
        wrapped(
            fonts.note, theme.secondary,
            fmt::format(fmt::runtime(texts.tr("within {}")), in(context.atlas.units[itinerary.mover].name, context)));
    }
    if (itinerary.rows.empty()) {
        wrapped(fonts.body, theme.secondary, texts.tr("No source dates a place of this unit."));
        return;
    }
    ImGui::PushFont(fonts.note);
    draw_table(context, itinerary, compared, actions);
    ImGui::PopFont();
}

} // namespace

void draw_desk_itinerary(PanelContext const &context, Actions &actions)
{
    auto const itineraries = context.desk->itineraries;
    if (itineraries.empty()) {
        wrapped(context.fonts.body, context.theme.secondary,
                context.texts.tr("Choose a unit on the map to see where it went."));
        return;
    }
    float const gap = 10 * context.layout.scale;
    auto const count = static_cast<float>(itineraries.size());
    float const width = (ImGui::GetContentRegionAvail().x - gap * (count - 1)) / count;
    for (std::size_t i = 0; i < itineraries.size(); ++i) {
        if (i > 0) {
            ImGui::SameLine(0, gap);
        }
        ImGui::PushID(static_cast<int>(i));
        if (ImGui::BeginChild("account", {width, 0})) {
            draw_one(context, itineraries[i], i > 0 ? &itineraries.front() : nullptr, actions);
        }
        ImGui::EndChild();
        ImGui::PopID();
    }
}

} // namespace app
