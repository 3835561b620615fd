#include "app/scene/refit_names.hpp"

#include "app/scene/region_borders.hpp"
#include "app/scene/unit_label.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace app {
namespace {

constexpr float step = 36;     ///< pixels between the places that are tried
constexpr float inset = 24;    ///< kept free along the edges of the free part, for degrees and attribution
constexpr float smallest = 14; ///< pixels of the letters
constexpr float sea_type = 30; ///< pixels of letters from which a water is a sea

/// Under one name, and both held or both not: a claim is no land of the claimant.
bool same_land(geo::Atlas const &atlas, geo::Index a, geo::Index b, std::string const &language)
{
    auto const name = [&](geo::Index i) {
        auto const polity = std::ranges::find(atlas.info.polities, atlas.regions[i].polity, &geo::Label::id);
        return polity == atlas.info.polities.end() ? std::string{} : polity->name.in(language);
    };
    auto const &x = atlas.regions[a];
    auto const &y = atlas.regions[b];
    return (holds_land(x.status) ? holds_land(y.status) : x.status == y.status) && name(a) == name(b);
}

} // namespace

bool NameRefitter::is_water(ScreenPoint at) const
{
    auto const point = to_map(m_in.view.camera, m_in.view.viewport, at);
    return std::ranges::none_of(m_in.world.regions, [&](geo::Index region) { return holds(m_in.map, region, point); });
}

/// True if the rectangle lies on one of the lands, so many pixels off its edges; of none: on water.
bool NameRefitter::lies_on(geo::Indices const &lands, Rect const &rect, float border) const
{
    auto const on = [&](float x, float y) {
        if (lands.empty()) {
            return is_water({x, y});
        }
        auto const at = to_map(m_in.view.camera, m_in.view.viewport, {x, y});
        return std::ranges::any_of(lands, [&](geo::Index i) { return holds(m_in.map, i, at); });
    };
    constexpr float fine = 18; // pixels
    auto const parts = static_cast<int>(std::ceil((rect.right - rect.left + 2 * border) / fine));
    for (int i = 0; i <= parts; ++i) {
        float const x =
            std::lerp(rect.left - border, rect.right + border, static_cast<float>(i) / static_cast<float>(parts));
        if (!on(x, rect.top - border / 2) || !on(x, rect.bottom + border / 2)) {
            return false;
        }
    }
    return true;
}

/// True if no land lies between two points of the view: seas have no bounds of their own, but the land between them.
bool NameRefitter::same_water(ScreenPoint a, ScreenPoint b) const
{
    constexpr float fine = 12; // pixels
    auto const parts = static_cast<int>(std::ceil(std::hypot(b.x - a.x, b.y - a.y) / fine));
    for (int i = 1; i <= parts; ++i) {
        float const share = static_cast<float>(i) / static_cast<float>(parts);
        if (!is_water({std::lerp(a.x, b.x, share), std::lerp(a.y, b.y, share)})) {
            return false;
        }
    }
    return true;
}

/// Names and panels, and where the labels and signs of units stand at any time of the plan.
void NameRefitter::gather_ground()
{
    m_ground.emplace();
    std::ranges::for_each(m_base.taken, [&](Rect const &r) { m_ground->add(r); });
    std::ranges::for_each(m_in.blocked, [&](Rect const &r) { m_ground->add(r); });
    auto const by = plan_shift(m_in.view.camera, m_in.view.viewport);
    auto const &courses = m_plan.courses;
    for (geo::Index unit = 0; unit < courses.at.size(); ++unit) {
        float const width = unit_label_width(m_in, unit);
        std::optional<ScreenPoint> before;
        UnitRun const *run_before = nullptr;
        for (std::size_t i = 0; i < courses.at[unit].size(); ++i) {
            auto const &at = courses.at[unit][i];
            auto const *const run = m_plan.run_of(unit, courses.begin + courses.step * static_cast<long>(i));
            if (!at || (before && *before == *at && run == run_before)) {
                continue;
            }
            before = at;
            run_before = run;
            auto const p = ScreenPoint{at->x + by.x, at->y + by.y};
            m_ground->add({p.x - 16, p.y - 13, p.x + 16, p.y + 13});
            if (run != nullptr) {
                m_ground->add({p.x + run->offset.x, p.y + run->offset.y, p.x + run->offset.x + width,
                               p.y + run->offset.y + unit_row});
            }
        }
    }
}

bool NameRefitter::in_room(Rect const &rect) const
{
    auto const f = m_in.room_for_large_names();
    return rect.left > f.left + inset && rect.top > f.top + inset && rect.right < f.right - inset &&
           rect.bottom < f.bottom - inset;
}

void NameRefitter::put(Text text, Rect const &rect)
{
    text.at = {std::round(rect.left), std::round(rect.bottom - text.size * 0.15F)};
    m_base.scene.items.emplace_back(std::move(text));
    m_base.taken.push_back(rect);
    m_ground->add(rect);
}

bool NameRefitter::refit(PlannedLabel const &label)
{
    auto text = label.texts.front();
    bool const sea = label.owner == PlannedLabel::Owner::nature;
    if (sea && text.size < sea_type) {
        return false;
    }
    if (!m_ground) {
        gather_ground();
    }
    geo::Indices lands;
    for (auto const i : m_in.world.regions) {
        if (!sea && same_land(*m_in.map.atlas, i, label.of.front(), m_in.view.language)) {
            lands.push_back(i);
        }
    }
    if (!sea && lands.empty()) {
        return false;
    }
    auto const by = plan_shift(m_in.view.camera, m_in.view.viewport);
    auto const box = label.box.moved(by);
    ScreenPoint const middle{(box.left + box.right) / 2, (box.top + box.bottom) / 2};
    // The places tried lie on the map, not on the screen, so that a small move of the map leaves the name where it is.
    auto const first = [](float edge, float shift) { return std::ceil((edge - shift) / step) * step + shift; };
    std::vector<ScreenPoint> spots;
    auto const room = m_in.room_for_large_names();
    for (float y = first(room.top, by.y); y < room.bottom; y += step) {
        for (float x = first(room.left, by.x); x < room.right; x += step) {
            spots.push_back({x, y});
        }
    }
    std::ranges::stable_sort(spots, {}, [&](ScreenPoint p) { return std::hypot(p.x - middle.x, p.y - middle.y); });
    text.letters.clear();
    struct Manner
    {
        float shrink, spread, border;
    };
    auto const letter = [&](Manner const &manner) {
        text.size = std::max(smallest, label.texts.front().size * manner.shrink);
        text.spacing = manner.spread * text.size;
        return m_in.fonts.width(text.face, text.utf8, text.size, text.spacing);
    };
    auto const about = [&](ScreenPoint p, float width) {
        return Rect{p.x - width / 2, p.y - text.size * 0.55F, p.x + width / 2, p.y + text.size * 0.45F};
    };
    auto const fits = [&](Rect const &rect, ScreenPoint spot, float border) {
        return in_room(rect) && lies_on(lands, rect, border) && (!sea || same_water(middle, spot));
    };
    // Well within the land rather than at its edge, and only then smaller and closer.
    for (auto const &manner : {Manner{1, 0.35F, 44}, {0.8F, 0.2F, 32}, {0.8F, 0.2F, 10}, {0.65F, 0.05F, 10}}) {
        float const width = letter(manner);
        for (auto const &spot : spots) {
            if (auto const rect = about(spot, width); !m_ground->meets(rect) && fits(rect, spot, manner.border)) {
                put(std::move(text), rect);
                return true;
            }
        }
    }
    return false;
}

} // namespace app
