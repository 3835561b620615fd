#include "app/scene/names.hpp"

#include "app/scene/drawing.hpp"
#include "app/scene/place_ranks.hpp"
#include "app/scene/refit_names.hpp"
#include "app/scene/symbols.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace app {
namespace {

constexpr float land_repeats = 900; ///< pixels between two namings of one land that are seen together

/// Draws everything that is named; lives for one call.
class NameDrawer : private Drawing
{
public:
    NameDrawer(SceneInput const &in, LabelPlan const &plan, BaseScene &base)
    : Drawing{in}, m_in{in}, s{in.style}, m_atlas{*in.map.atlas}, m_plan{plan}, m_base{base}
    {}

    void draw()
    {
        if (shown("places")) {
            draw_marks();
        }
        for (auto const &label : m_plan.labels) {
            if (holds(label) && !named_near(label)) {
                draw_label(label);
            }
        }
        draw_again();
        refit_large();
        if (m_in.view.selection.kind == Kind::place && shown("labels")) {
            draw_selected(m_in.view.selection.index);
        }
    }

private:
    void draw_marks()
    {
        int const deepest = deepest_rank(denominator());
        for (auto const i : m_in.world.places) {
            bool const selected = m_in.view.selection == Selection{Kind::place, i};
            auto const &place = m_atlas.places[i];
            auto const at = screen(m_in.map.places[i]);
            if ((place.rank > deepest && !selected) || !in_view(at, 12)) {
                continue;
            }
            draw_place(at, place.kind, place.rank, s.place_mark, s.symbol_edge, m_base.scene.items);
            if (place.kind != "region") {
                m_base.taken.push_back({at.x - 6, at.y - 6, at.x + 6, at.y + 6});
                m_base.scene.targets.push_back({Kind::place, i, at.x - 9, at.y - 9, at.x + 9, at.y + 9});
            }
            if (selected) {
                m_base.scene.items.emplace_back(ring(at, 13, 2.5F, s.front));
            }
        }
    }

    /// Whether what the label names exists now.
    [[nodiscard]] bool holds(PlannedLabel const &label) const
    {
        auto const &living = label.owner == PlannedLabel::Owner::place ? m_in.world.places : m_in.world.regions;
        return label.owner == PlannedLabel::Owner::nature ||
               std::ranges::any_of(label.of, [&](geo::Index i) { return std::ranges::binary_search(living, i); });
    }

    /// Whether the land has its name in sight already: a plan has more of them, for views that show other parts.
    [[nodiscard]] bool named_near(PlannedLabel const &label) const
    {
        auto const middle = [](PlannedLabel const &l) {
            return ScreenPoint{(l.box.left + l.box.right) / 2, (l.box.top + l.box.bottom) / 2};
        };
        auto const at = middle(label);
        return label.owner == PlannedLabel::Owner::land && std::ranges::any_of(m_lands, [&](PlannedLabel const *other) {
                   auto const o = middle(*other);
                   return other->texts.front().utf8 == label.texts.front().utf8 &&
                          std::hypot(o.x - at.x, o.y - at.y) < land_repeats;
               });
    }

    /// Names of places that the frame would cut, although the place is in view: on the other side, if there is room.
    void draw_again()
    {
        if (m_cut.empty()) {
            return;
        }
        auto const width = static_cast<float>(m_base.scene.width);
        LabelPlacer placer{m_in.fonts, width, static_cast<float>(m_base.scene.height)};
        std::ranges::for_each(m_base.taken, [&](Rect const &rect) { placer.block(rect); });
        std::ranges::for_each(m_in.blocked, [&](Rect const &rect) { placer.block(rect); });
        placer.block(attribution_ground());
        auto const &f = m_in.free;
        placer.block({-1e6F, -1e6F, f.left, 1e6F});
        placer.block({f.right, -1e6F, 1e6F, 1e6F});
        placer.block({-1e6F, -1e6F, 1e6F, f.top});
        placer.block({-1e6F, f.bottom, 1e6F, 1e6F});
        for (auto const index : m_cut) {
            std::vector<Text> texts;
            auto const wish = wish_for_place(m_in, m_atlas.places[index], screen(m_in.map.places[index]));
            if (auto const box = placer.place(wish, texts)) {
                std::ranges::move(texts, std::back_inserter(m_base.scene.items));
                m_base.taken.push_back(*box);
                m_base.scene.targets.push_back({Kind::place, index, box->left, box->top, box->right, box->bottom});
            }
        }
    }

    /// Lands and seas in view that no name tells, since the frame, a panel or the legend would cut it or it stands out
    /// of view: named elsewhere on the same land or sea.
    void refit_large()
    {
        NameRefitter refitter{m_in, m_plan, m_base};
        for (auto const &[label, drawable] : m_unseen) {
            bool const named = std::ranges::any_of(m_lands, [&](PlannedLabel const *other) {
                return other->texts.front().utf8 == label->texts.front().utf8;
            });
            if (!named && refitter.refit(*label)) {
                m_lands.push_back(label);
            } else if (!named && drawable) {
                put(*label);
            }
        }
    }

    [[nodiscard]] Rect attribution_ground() const
    {
        return {m_in.free.left, m_in.free.bottom - 22, m_in.free.right, m_in.free.bottom};
    }

    static bool contains(Rect const &outer, Rect const &inner)
    {
        return inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top &&
               inner.bottom <= outer.bottom;
    }

    /// A name that the frame or something before the map would cut is left out: half a name tells nothing.
    void draw_label(PlannedLabel const &label)
    {
        auto const by = plan_shift(m_in.view.camera, m_in.view.viewport);
        auto const box = label.box.moved(by);
        bool const whole = box.left >= 2 && box.top >= 2 && box.right <= static_cast<float>(m_base.scene.width) - 2 &&
                           box.bottom <= static_cast<float>(m_base.scene.height) - 2 && !under_panels(box);
        auto const cut_by = [&](Rect const &r) {
            return std::ranges::any_of(label.ground, [&](Rect const &g) { return g.moved(by).meets(r); });
        };
        bool const place = label.owner == PlannedLabel::Owner::place;
        auto const room = m_in.room_for_large_names();
        bool const astray = !place && m_in.seen && !contains(room, box);
        bool const drawable = whole && !cut_by(attribution_ground()) && std::ranges::none_of(m_in.blocked, cut_by);
        if (!drawable || astray) {
            auto const mark = place ? screen(m_in.map.places[label.of.front()]) : ScreenPoint{};
            if (!whole && place && in_view(mark, -8) && m_in.free.meets({mark.x, mark.y, mark.x + 1, mark.y + 1})) {
                m_cut.push_back(label.of.front());
            }
            if (label.owner == PlannedLabel::Owner::land || (!place && room.meets(box))) {
                m_unseen.emplace_back(&label,
                                      drawable && !room.meets(box)); // out of sight now, seen if the map is moved
                return;
            }
            if (!drawable) {
                return;
            }
        }
        put(label);
    }

    void put(PlannedLabel const &label)
    {
        auto const by = plan_shift(m_in.view.camera, m_in.view.viewport);
        auto const box = label.box.moved(by);
        for (auto text : label.texts) {
            text.at = {text.at.x + by.x, text.at.y + by.y};
            for (auto &pose : text.letters) {
                pose.at = {pose.at.x + by.x, pose.at.y + by.y};
            }
            m_base.scene.items.emplace_back(std::move(text));
        }
        for (auto const &ground : label.ground) {
            m_base.taken.push_back(ground.moved(by));
        }
        if (label.owner == PlannedLabel::Owner::land && m_in.room_for_large_names().meets(box)) {
            m_lands.push_back(&label);
        }
        if (label.owner == PlannedLabel::Owner::place) {
            m_base.scene.targets.push_back({Kind::place, label.of.front(), box.left, box.top, box.right, box.bottom});
        }
    }

    /// Whether a panel beside the free part of the view would hide a part of it; what lies wholly under panels comes
    /// out again when they fold away or the map is dragged.
    [[nodiscard]] bool under_panels(Rect const &box) const
    {
        auto const &f = m_in.free;
        return f.meets(box) && (box.left < f.left || box.right > f.right || box.top < f.top || box.bottom > f.bottom);
    }

    /// The name of a selected place that the plan has no room for.
    void draw_selected(geo::Index index)
    {
        bool const planned = std::ranges::any_of(m_plan.labels, [&](PlannedLabel const &label) {
            return label.owner == PlannedLabel::Owner::place && label.of.front() == index;
        });
        if (planned) {
            return;
        }
        LabelPlacer placer{m_in.fonts};
        std::vector<Text> texts;
        auto wish = wish_for_place(m_in, m_atlas.places[index], screen(m_in.map.places[index]));
        wish.gap_x += 8;
        if (auto const box = placer.place(wish, texts)) {
            m_base.scene.items.insert(m_base.scene.items.end(), texts.begin(), texts.end());
            m_base.taken.push_back(*box);
        }
    }

    SceneInput const &m_in;
    Style const &s;
    geo::Atlas const &m_atlas;
    LabelPlan const &m_plan;
    BaseScene &m_base;
    std::vector<PlannedLabel const *> m_lands; ///< names of lands that stand in the free part of the view
    /// Names of lands and waters that are not seen whole where they are planned, and whether they could be drawn there.
    std::vector<std::pair<PlannedLabel const *, bool>> m_unseen;
    geo::Indices m_cut; ///< places whose planned names the frame cuts
};

} // namespace

void draw_names(SceneInput const &in, LabelPlan const &plan, BaseScene &base)
{
    NameDrawer{in, plan, base}.draw();
}

} // namespace app
