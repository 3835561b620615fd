#include "app/i18n/number_text.hpp"
#include "app/ui/desk_data.hpp"
#include "app/ui/panel_desk.hpp"
#include "app/ui/scan_part.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <filesystem>

namespace app {
namespace {

/// Thousands of metres as kilometres, so that a bad point is seen by its unit.
std::string metres_text(Texts const &texts, double metres)
{
    return metres < 10'000 ? fmt::format(fmt::runtime(texts.tr("{} m")), number_text(texts, metres, metres < 10 ? 1 : 0))
                           : distance_text(texts, metres / 1000);
}

std::string state_of(PanelContext const &context, ScanStatus const &status)
{
    auto const &texts = context.texts;
    if (!status.error.empty()) {
        return status.error;
    }
    if (!status.opened) {
        return texts.tr("It is being opened …");
    }
    auto words = fmt::format("{} × {}", number_text(texts, status.width, 0), number_text(texts, status.height, 0));
    if (status.building) {
        words += " · " + fmt::format(fmt::runtime(texts.tr("smaller copies for looking from afar are being made: {} %")),
                                     std::lround(*status.building * 100));
    }
    if (!status.extent) {
        words += fmt::format(" · {}", texts.tr("nothing says where it lies: set control points"));
    }
    return words;
}

void draw_list(PanelContext const &context, Actions &actions)
{
    auto const &scans = context.state.desk.scans;
    for (std::size_t i = 0; i < scans.all.size(); ++i) {
        auto const &scan = scans.all[i];
        ImGui::PushID(static_cast<int>(i));
        bool shown = scan.shown;
        if (ImGui::Checkbox("##shown", &shown)) {
            actions.emplace_back(ShowScan{i, shown});
        }
        ImGui::SameLine();
        if (ImGui::SmallButton("×")) {
            actions.emplace_back(RemoveScan{i});
        }
        ImGui::SameLine();
        if (ImGui::Selectable(std::filesystem::path{scan.file}.filename().c_str(), i == scans.chosen)) {
            actions.emplace_back(ChooseScan{i});
        }
        ImGui::PopID();
    }
}

void draw_looks(PanelContext const &context, DeskScan const &scan, ScanStatus const &status, Actions &actions)
{
    auto const &texts = context.texts;
    float const s = context.layout.scale;
    int opacity = static_cast<int>(std::lround(scan.opacity * 100));
    ImGui::SetNextItemWidth(150 * s);
    if (ImGui::SliderInt(texts.tr("opacity"), &opacity, 0, 100, "%d %%")) {
        actions.emplace_back(SetScanOpacity{static_cast<float>(opacity) / 100});
    }
    int swipe = static_cast<int>(std::lround(context.state.desk.scans.swipe * 100));
    ImGui::SetNextItemWidth(150 * s);
    if (ImGui::SliderInt(texts.tr("map at the left"), &swipe, 0, 100, "%d %%")) {
        actions.emplace_back(SetSwipe{static_cast<float>(swipe) / 100});
    }
    if (status.extent && ImGui::Button(texts.tr("Go there"))) {
        auto const &e = *status.extent;
        actions.emplace_back(GoTo{context.projection.inverse({(e.left + e.right) / 2, (e.bottom + e.top) / 2})});
    }
}

void draw_fittings(PanelContext const &context, DeskScan const &scan, Actions &actions)
{
    auto const &texts = context.texts;
    std::array<std::pair<geo::Fitting, char const *>, 4> const fittings{
        {{geo::Fitting::affine, texts.tr("affine")},
         {geo::Fitting::polynomial2, texts.tr("polynomial 2")},
         {geo::Fitting::polynomial3, texts.tr("polynomial 3")},
         {geo::Fitting::thin_plate, texts.tr("thin plate")}}};
    for (auto const &[fitting, name] : fittings) {
        if (choice_button(context, name, scan.fitting == fitting)) {
            actions.emplace_back(SetFitting{fitting});
        }
        if (ImGui::IsItemHovered()) {
            ImGui::SetTooltip("%s", fmt::format(fmt::runtime(texts.tr("needs {} points")), geo::least_points(fitting)).c_str());
        }
        ImGui::SameLine(0, 4 * context.layout.scale);
    }
    ImGui::NewLine();
}

void draw_points(PanelContext const &context, DeskScan const &scan, ScanStatus const &status, Actions &actions)
{
    auto const &texts = context.texts;
    auto const flags = ImGuiTableFlags_RowBg | ImGuiTableFlags_SizingFixedFit | ImGuiTableFlags_NoSavedSettings;
    if (!ImGui::BeginTable("points", 5, flags)) {
        return;
    }
    for (std::size_t i = 0; i < scan.points.size(); ++i) {
        auto const &point = scan.points[i];
        ImGui::TableNextRow();
        ImGui::PushID(static_cast<int>(i));
        ImGui::TableNextColumn();
        if (ImGui::SmallButton("×")) {
            actions.emplace_back(RemoveControlPoint{i});
        }
        ImGui::TableNextColumn();
        if (ImGui::Selectable(std::to_string(i + 1).c_str())) {
            actions.emplace_back(GoTo{point.at});
            auto view = context.state.desk.scans.view;
            view.centre = {point.pixel, point.line};
            if (view.pixels > 0) {
                actions.emplace_back(SetScanView{view});
            }
        }
        ImGui::TableNextColumn();
        ImGui::TextUnformatted(fmt::format("{:.0f}, {:.0f}", point.pixel, point.line).c_str());
        ImGui::TableNextColumn();
        ImGui::TextUnformatted(position_text(texts, point.at).c_str());
        ImGui::TableNextColumn();
        if (i < status.residuals_m.size()) {
            bool const bad = scan.points.size() > 3 && status.residuals_m[i] > 2 * status.rms_m;
            ImGui::PushStyleColor(ImGuiCol_Text, vec(bad ? context.theme.accent : context.theme.text));
            ImGui::TextUnformatted(metres_text(texts, status.residuals_m[i]).c_str());
            ImGui::PopStyleColor();
        }
        ImGui::PopID();
    }
    ImGui::EndTable();
}

void draw_fit(PanelContext const &context, DeskScan const &scan, ScanStatus const &status)
{
    auto const &[texts, fonts, theme] = std::tie(context.texts, context.fonts, context.theme);
    auto const least = geo::least_points(scan.fitting);
    if (scan.points.size() < least) {
        wrapped(fonts.note, theme.secondary,
                fmt::format(fmt::runtime(texts.tr("{0} of at least {1} points")), scan.points.size(), least));
    } else if (!status.fit_error.empty()) {
        wrapped(fonts.note, theme.accent, status.fit_error);
    } else if (!status.residuals_m.empty()) {
        bool const exact = scan.points.size() == least || scan.fitting == geo::Fitting::thin_plate;
        wrapped(fonts.strong, theme.text,
                fmt::format(fmt::runtime(texts.tr("mean error {}")), metres_text(texts, status.rms_m)));
        if (exact) {
            wrapped(fonts.note, theme.secondary,
                    texts.tr("This fit goes through every point, so that its error says nothing."));
        }
    }
}

void draw_placing(PanelContext const &context, DeskScan const &scan, ScanStatus const &status, Actions &actions)
{
    auto const &[texts, fonts, theme] = std::tie(context.texts, context.fonts, context.theme);
    auto const &scans = context.state.desk.scans;
    heading(context, texts.tr("CONTROL POINTS"));
    draw_fittings(context, scan, actions);
    if (choice_button(context, texts.tr("Set points"), scans.placing)) {
        actions.emplace_back(SetPlacing{!scans.placing});
    }
    if (!scan.saved && !scan.points.empty()) {
        ImGui::SameLine();
        if (ImGui::Button(texts.tr("Save beside the scan"))) {
            context.desk->save_scan(scan);
        }
    }
    if (scans.placing) {
        wrapped(fonts.body, theme.accent,
                scans.spot ? texts.tr("Now click on the map where this spot lies.")
                           : texts.tr("Click on a spot of the picture that you can find on the map."));
    }
    draw_fit(context, scan, status);
    draw_points(context, scan, status, actions);
}

/// Numbered marks over the picture, which the shell paints under this panel.
void draw_marks(PanelContext const &context, DeskScan const &scan, ScanPart const &part, PanelRect const &area)
{
    float const s = context.layout.scale;
    auto &list = *ImGui::GetWindowDrawList();
    list.PushClipRect({area.x, area.y}, {area.x + area.width, area.y + area.height}, true);
    auto const mark = [&](double pixel, double line, std::string const &number, bool open) {
        ImVec2 const at{area.x + static_cast<float>((pixel - part.left) / part.pixels),
                        area.y + static_cast<float>((line - part.top) / part.pixels)};
        constexpr ImU32 white = IM_COL32(255, 253, 247, 255);
        constexpr ImU32 ink = IM_COL32(0x5B, 0x1F, 0x8A, 255);
        list.AddCircle(at, 7 * s, white, 0, 4 * s);
        list.AddCircle(at, 7 * s, ink, 0, 2 * s);
        list.AddCircleFilled(at, open ? 1 * s : 2 * s, ink);
        auto const size = ImGui::CalcTextSize(number.c_str());
        list.AddRectFilled({at.x + 9 * s, at.y - size.y / 2}, {at.x + 13 * s + size.x, at.y + size.y / 2}, white, 3 * s);
        list.AddText({at.x + 11 * s, at.y - size.y / 2}, ink, number.c_str());
    };
    for (std::size_t i = 0; i < scan.points.size(); ++i) {
        mark(scan.points[i].pixel, scan.points[i].line, std::to_string(i + 1), false);
    }
    if (auto const &spot = context.state.desk.scans.spot) {
        mark(spot->pixel, spot->line, "?", true);
    }
    list.PopClipRect();
}

void draw_picture(PanelContext const &context, DeskScan const &scan, ScanStatus const &status, Actions &actions)
{
    auto const area = scan_area(context.layout);
    if (status.width <= 0 || area.empty()) {
        return;
    }
    auto const &scans = context.state.desk.scans;
    auto const part = part_shown(scans.view, status.width, status.height, area);
    ImGui::SetCursorScreenPos({area.x, area.y});
    bool const released = ImGui::InvisibleButton("picture", {area.width, area.height});
    auto const &io = ImGui::GetIO();
    ScanSpot const under{part.left + (io.MousePos.x - area.x) * part.pixels,
                         part.top + (io.MousePos.y - area.y) * part.pixels};
    ScanView const now{{part.left + area.width / 2 * part.pixels, part.top + area.height / 2 * part.pixels}, part.pixels};
    if (ImGui::IsItemActive() && ImGui::IsMouseDragging(ImGuiMouseButton_Left) &&
        (io.MouseDelta.x != 0 || io.MouseDelta.y != 0)) {
        auto moved = now;
        moved.centre.pixel -= io.MouseDelta.x * part.pixels;
        moved.centre.line -= io.MouseDelta.y * part.pixels;
        actions.emplace_back(SetScanView{moved});
    } else if (ImGui::IsItemHovered() && io.MouseWheel != 0) {
        double const widest = part_shown({}, status.width, status.height, area).pixels;
        double const pixels = std::clamp(part.pixels * (io.MouseWheel > 0 ? 0.8 : 1.25), 0.05, widest);
        double const share = pixels / part.pixels; // the spot under the pointer stays there
        actions.emplace_back(SetScanView{{{under.pixel + (now.centre.pixel - under.pixel) * share,
                                           under.line + (now.centre.line - under.line) * share},
                                          pixels}});
    }
    auto const dragged = ImGui::GetMouseDragDelta(ImGuiMouseButton_Left, 0);
    bool const still = std::hypot(dragged.x, dragged.y) < io.MouseDragThreshold;
    bool const inside = under.pixel >= 0 && under.line >= 0 && under.pixel <= status.width && under.line <= status.height;
    if (released && still && inside && scans.placing) {
        actions.emplace_back(SetScanSpot{under});
    }
    draw_marks(context, scan, part, area);
}

} // namespace

void draw_desk_scans(PanelContext const &context, Actions &actions)
{
    auto const &scans = context.state.desk.scans;
    auto const &[texts, fonts, theme] = std::tie(context.texts, context.fonts, context.theme);
    auto const area = scan_area(context.layout);
    auto const *const scan = scans.chosen_scan();
    if (ImGui::BeginChild("scans", {area.x - ImGui::GetCursorScreenPos().x - 8 * context.layout.scale, 0})) {
        draw_list(context, actions);
        if (ImGui::Button(texts.tr("Open a scan …"))) {
            actions.emplace_back(ChooseFile{FilePurpose::scan});
        }
        if (scan == nullptr) {
            wrapped(fonts.body, theme.secondary,
                    texts.tr("A scanned map or any other picture can be laid over the map."));
        } else if (scans.chosen < context.desk->scans.size()) {
            auto const &status = context.desk->scans[scans.chosen];
            wrapped(fonts.note, status.error.empty() ? theme.secondary : theme.accent, state_of(context, status));
            ImGui::PushFont(fonts.note);
            draw_looks(context, *scan, status, actions);
            draw_placing(context, *scan, status, actions);
            ImGui::PopFont();
        }
    }
    ImGui::EndChild();
    if (scan != nullptr && scans.chosen < context.desk->scans.size()) {
        draw_picture(context, *scan, context.desk->scans[scans.chosen], actions);
    }
}

} // namespace app
