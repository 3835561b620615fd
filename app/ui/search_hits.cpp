#include "app/ui/event_list.hpp"
#include "app/ui/widgets.hpp"

#include <fmt/format.h>

namespace app {
namespace {

std::string const &name_of(geo::Hit const &hit, PanelContext const &context)
{
    auto const &atlas = context.atlas;
    auto const &language = context.state.language;
    switch (hit.kind) {
    case geo::Named::place:
        return atlas.places[hit.index].name.in(language);
    case geo::Named::unit:
        return atlas.units[hit.index].name.in(language);
    case geo::Named::event:
        return atlas.events[hit.index].title.in(language);
    default:
        return atlas.people[hit.index].name.in(language);
    }
}

char const *kind_of(geo::Hit const &hit, Texts const &texts)
{
    switch (hit.kind) {
    case geo::Named::place:
        return texts.tr("place");
    case geo::Named::unit:
        return texts.tr("unit");
    case geo::Named::event:
        return texts.tr("event");
    default:
        return texts.tr("person");
    }
}

bool draw_hit(PanelContext const &context, geo::Hit const &hit)
{
    auto const &fonts = context.fonts;
    auto const &theme = context.theme;
    float const s = context.layout.scale;
    auto const &name = name_of(hit, context);
    auto const below = hit.by == name ? std::string{kind_of(hit, context.texts)}
                                      : fmt::format("{} · {}", kind_of(hit, context.texts), hit.by);
    float const width = ImGui::GetContentRegionAvail().x;
    auto const size = fonts.body->CalcTextSizeA(fonts.body->FontSize, FLT_MAX, width - 16 * s, name.c_str());
    auto const small = fonts.note->CalcTextSizeA(fonts.note->FontSize, FLT_MAX, width - 16 * s, below.c_str());
    float const height = size.y + small.y + 10 * s;
    auto const at = ImGui::GetCursorScreenPos();
    bool const pressed = ImGui::InvisibleButton("hit", {width, height});
    auto &list = *ImGui::GetWindowDrawList();
    if (ImGui::IsItemHovered()) {
        list.AddRectFilled(at, {at.x + width, at.y + height}, packed(theme.hovered), 4 * s);
    }
    focus_ring(context, {at.x + 3 * s, at.y + 3 * s}, {at.x + width - 3 * s, at.y + height - 3 * s}, 4 * s);
    list.AddText(fonts.body, fonts.body->FontSize, {at.x + 8 * s, at.y + 4 * s}, packed(theme.text), name.c_str(),
                 nullptr, width - 16 * s);
    list.AddText(fonts.note, fonts.note->FontSize, {at.x + 8 * s, at.y + 4 * s + size.y}, packed(theme.secondary),
                 below.c_str(), nullptr, width - 16 * s);
    return pressed;
}

} // namespace

Selection selection_of(geo::Hit const &hit)
{
    switch (hit.kind) {
    case geo::Named::place:
        return {Kind::place, hit.index};
    case geo::Named::unit:
        return {Kind::unit, hit.index};
    case geo::Named::event:
        return {Kind::event, hit.index};
    default:
        return {Kind::person, hit.index};
    }
}

void draw_hits(PanelContext const &context, Actions &actions)
{
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2{0, 0});
    ImGui::BeginChild("hits", {0, 0});
    auto const &hits = context.names.find(context.state.typing.query);
    for (std::size_t i = 0; i < hits.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        if (draw_hit(context, hits[i])) {
            actions.emplace_back(Reveal{selection_of(hits[i])});
        }
        ImGui::PopID();
    }
    if (hits.empty()) {
        wrapped(context.fonts.body, context.theme.secondary,
                context.texts.tr("Nothing in the atlas is called that, in any spelling."));
    }
    ImGui::EndChild();
    ImGui::PopStyleVar();
}

} // namespace app
