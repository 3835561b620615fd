#include "app/ui/desk_data.hpp"
#include "app/ui/panel_desk.hpp"

#include "geo/network/measure.hpp"
#include "geo/project/coordinates.hpp"

#include <fmt/format.h>

#include <array>
#include <numeric>
#include <utility>

namespace app {
namespace {

void draw_kinds(PanelContext const &context, Actions &actions)
{
    auto const &measure = context.state.desk.measure;
    std::array<std::pair<MeasureKind, char const *>, 5> const kinds{
        {{MeasureKind::ground, context.texts.tr("along the ground")},
         {MeasureKind::area, context.texts.tr("area")},
         {MeasureKind::railway, context.texts.tr("along the railway")},
         {MeasureKind::road, context.texts.tr("along the road")},
         {MeasureKind::sea, context.texts.tr("along the sea lane")}}};
    for (auto const &[kind, name] : kinds) {
        bool const chosen = measure.active && measure.kind == kind;
        if (choice_button(context, name, chosen)) {
            actions.emplace_back(SetMeasuring{!chosen, kind});
        }
    }
    if (!measure.points.empty()) {
        if (ImGui::Button(context.texts.tr("Take back the last point"))) {
            actions.emplace_back(RemoveMeasurePoint{});
        }
        if (ImGui::Button(context.texts.tr("Clear"))) {
            actions.emplace_back(ClearMeasure{});
        }
    }
}

constexpr double metres_in_verst = 1066.8;

void draw_result(PanelContext const &context)
{
    auto const &[theme, fonts, texts] = std::tie(context.theme, context.fonts, context.texts);
    auto const &measure = context.state.desk.measure;
    if (measure.points.size() < 2) {
        wrapped(fonts.body, theme.secondary,
                measure.active ? texts.tr("Click on the map, point after point.")
                               : texts.tr("Choose what to measure, then click on the map."));
        return;
    }
    auto const ground = geo::measure_ground(measure.points);
    bool const network = !measure.ways.empty();
    double const total = network ? std::accumulate(measure.way_m.begin(), measure.way_m.end(), 0.0) : ground.length_m;
    wrapped(fonts.title, theme.text,
            fmt::format("{:.2f} km  ·  {:.1f} {}", total / 1000, total / metres_in_verst, texts.tr("versts")));
    if (measure.kind == MeasureKind::area && measure.points.size() > 2) {
        wrapped(fonts.title, theme.text, fmt::format("{:.1f} km²", ground.area_km2));
        wrapped(fonts.note, theme.secondary,
                fmt::format("{}: {:.2f} km", texts.tr("outline"), ground.perimeter_m / 1000));
    }
    for (std::size_t i = 0; i < ground.metres.size(); ++i) {
        bool const none = network && measure.ways[i].empty();
        wrapped(fonts.note, none ? theme.accent : theme.text,
                none ? fmt::format("{}: {}", i + 1, texts.tr("no way leads there"))
                     : fmt::format("{}: {:.2f} km, {:.1f}°", i + 1,
                                   (network ? measure.way_m[i] : ground.metres[i]) / 1000, ground.bearing_deg[i]));
    }
}

void draw_pointer(PanelContext const &context)
{
    heading(context, context.texts.tr("UNDER THE POINTER"));
    if (!context.desk->pointer) {
        wrapped(context.fonts.note, context.theme.secondary, "–");
        return;
    }
    for (auto const form : {geo::CoordinateForm::decimal, geo::CoordinateForm::dms, geo::CoordinateForm::utm,
                            geo::CoordinateForm::grid}) {
        auto const text = geo::to_text(*context.desk->pointer, form, context.desk->projection);
        auto const *const lead = form == geo::CoordinateForm::utm ? "UTM " : "";
        wrapped(context.fonts.note, context.theme.text, lead + text);
    }
}

void draw_go_to(PanelContext const &context, Actions &actions)
{
    heading(context, context.texts.tr("GO TO COORDINATES"));
    std::array<char, 128> typed{};
    auto const &text = context.state.desk.go_to;
    text.copy(typed.data(), typed.size() - 1);
    ImGui::SetNextItemWidth(-1);
    bool const entered = ImGui::InputTextWithHint("##go_to", "41.4631, 48.8055", typed.data(), typed.size(),
                                                  ImGuiInputTextFlags_EnterReturnsTrue);
    if (text != typed.data()) {
        actions.emplace_back(TypeCoordinates{typed.data()});
    }
    if (text.empty()) {
        return;
    }
    auto const parsed = geo::parse_coordinates(text, context.desk->projection);
    if (!parsed.at) {
        wrapped(context.fonts.note, context.theme.accent, parsed.error);
        return;
    }
    wrapped(context.fonts.note, context.theme.secondary,
            geo::to_text(*parsed.at, geo::CoordinateForm::dms, context.desk->projection));
    if (ImGui::Button(context.texts.tr("Go there")) || entered) {
        actions.emplace_back(GoTo{*parsed.at});
    }
}

} // namespace

void draw_desk_measure(PanelContext const &context, Actions &actions)
{
    float const s = context.layout.scale;
    float const kinds = 230 * s;
    float const pointer = 330 * s;
    if (ImGui::GetContentRegionAvail().x < kinds + pointer + 220 * s) { // no room beside one another
        draw_kinds(context, actions);
        draw_result(context);
        draw_pointer(context);
        draw_go_to(context, actions);
        return;
    }
    if (!ImGui::BeginTable("measure", 3, ImGuiTableFlags_SizingStretchProp)) {
        return;
    }
    ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthFixed, kinds);
    ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthStretch);
    ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthFixed, pointer);
    ImGui::TableNextColumn();
    draw_kinds(context, actions);
    ImGui::TableNextColumn();
    draw_result(context);
    ImGui::TableNextColumn();
    draw_pointer(context);
    draw_go_to(context, actions);
    ImGui::EndTable();
}

} // namespace app
