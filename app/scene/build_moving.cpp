#include "app/scene/drawing.hpp"
#include "app/scene/magnified.hpp"
#include "app/scene/symbols.hpp"
#include "app/scene/tracks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <optional>
#include <string>

namespace app {
namespace {

/// Units whose symbols would cover one another, drawn as one column.
struct Stack
{
    ScreenPoint at;
    std::vector<std::size_t> members; ///< into WorldState::units
};

/// Draws the moving scene; lives for one call.
class MovingBuilder : private Drawing
{
public:
    MovingBuilder(SceneInput const &in, BaseScene const &base)
    : Drawing{in}, m_in{in}, s{in.style}, m_atlas{*in.map.atlas}, m_placer{in.fonts,
                                                                           static_cast<float>(in.view.viewport.width),
                                                                           static_cast<float>(in.view.viewport.height)}
    {
        for (auto const &rect : base.taken) {
            m_placer.block(rect);
        }
    }

    Scene build()
    {
        m_scene.width = m_in.view.viewport.width;
        m_scene.height = m_in.view.viewport.height;
        if (shown("tracks")) {
            draw_tracks(m_in, out());
        }
        if (shown("events")) {
            draw_events();
        }
        if (shown("units")) {
            draw_units();
        }
        return std::move(m_scene);
    }

private:
    std::vector<Item> &out() { return m_scene.items; }

    [[nodiscard]] Colour side_colour(geo::Index unit) const
    {
        return colour_of(m_atlas.info.sides, m_atlas.units[unit].side, s);
    }

    [[nodiscard]] std::size_t side_number(geo::Index unit) const
    {
        auto const found = std::ranges::find(m_atlas.info.sides, m_atlas.units[unit].side, &geo::Label::id);
        return static_cast<std::size_t>(found - m_atlas.info.sides.begin());
    }

    void draw_events()
    {
        std::vector<geo::Index> marked; // one mark a place
        for (auto const &[index, phase] : m_in.world.events) {
            auto const &event = m_atlas.events[index];
            bool const selected = m_in.view.selection == Selection{Kind::event, index};
            // What lasts for weeks is in the list; on the map it would only hide what happens.
            bool const brief = event.span.end - event.span.begin <= std::chrono::hours{48};
            if ((phase != geo::EventPhase::now || !brief) && !selected) {
                continue;
            }
            // An hour that a source gives pulses on the map; what is only dated to the day is a small mark, and what is
            // told of many places is marked at the first.
            bool const sharp =
                event.start && event.start->start && event.start->start->precision >= geo::Precision::minute;
            auto const count = selected || event.places.size() <= 2 ? event.places.size() : 1;
            for (std::size_t k = 0; k < count; ++k) {
                auto const place = event.places[k];
                auto const at = screen(m_in.map.places[place]);
                bool const taken = std::ranges::find(marked, place) != marked.end();
                if (m_atlas.places[place].kind == "region" || !in_view(at) || (taken && !selected)) {
                    continue;
                }
                marked.push_back(place);
                auto const colour = colour_of(m_atlas.info.categories, event.category, s);
                draw_event(at, colour, s.symbol_edge, sharp || selected, out());
                if (selected) {
                    out().emplace_back(ring(at, 20, 2.5F, colour));
                }
                m_scene.targets.push_back({Kind::event, index, at.x - 11, at.y - 11, at.x + 11, at.y + 11});
            }
        }
    }

    void draw_units()
    {
        auto const stacks = stacked();
        for (auto const &stack : stacks) { // no symbol may cover where another unit stands
            m_placer.block({stack.at.x - 7, stack.at.y - 7, stack.at.x + 7, stack.at.y + 7});
        }
        for (auto const &stack : stacks) {
            draw_stack(stack);
        }
    }

    /// Moving units first, so that they keep their places while garrisons give way.
    [[nodiscard]] std::vector<Stack> stacked() const
    {
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < m_in.world.units.size(); ++i) {
            auto const &unit = m_in.world.units[i];
            if (auto const at = position_of(m_in, unit); !unit.parent && at.x > m_in.free.left &&
                                                         at.x < m_in.free.right && at.y > m_in.free.top &&
                                                         at.y < m_in.free.bottom) {
                order.push_back(i);
            }
        }
        auto const weight = [&](std::size_t i) {
            auto const &u = m_in.world.units[i];
            bool const selected = m_in.view.selection == Selection{Kind::unit, u.unit};
            return selected ? 0 : u.phase == geo::Phase::moving ? 1 : u.basis == geo::Basis::fixed ? 2 : 3;
        };
        std::ranges::stable_sort(order, {}, weight);
        std::vector<Stack> stacks;
        constexpr float together = 30;
        for (auto const i : order) {
            auto const at = position_of(m_in, m_in.world.units[i]);
            auto const found = std::ranges::find_if(
                stacks, [&](Stack const &k) { return std::hypot(k.at.x - at.x, k.at.y - at.y) < together; });
            if (found == stacks.end()) {
                stacks.push_back({at, {i}});
            } else {
                found->members.push_back(i);
            }
        }
        return stacks;
    }

    [[nodiscard]] std::string remark(geo::UnitState const &state) const
    {
        if (!shown("labels")) {
            return {};
        }
        auto const &unit = m_atlas.units[state.unit];
        std::string words = unit.commander.in(language());
        if (words.size() > 40 || words.find(';') != std::string::npos) {
            words = words.substr(0, words.find(';'));
        }
        if (words.size() > 40) {
            words.clear();
        }
        char const *const basis = state.basis == geo::Basis::interpolated ? m_in.texts.tr("interpolated")
                                  : state.basis == geo::Basis::last_known ? m_in.texts.tr("last known")
                                                                          : "";
        return words + (words.empty() || *basis == '\0' ? "" : " · ") + basis;
    }

    void draw_stack(Stack const &stack)
    {
        constexpr std::size_t most = 3;
        constexpr float scale = 0.86F;
        constexpr float row = symbol_height * scale + 9;
        auto const count = std::min(stack.members.size(), most);
        bool const more = stack.members.size() > most;
        float width = 0;
        for (std::size_t k = 0; k < count; ++k) {
            auto const &state = m_in.world.units[stack.members[k]];
            width = std::max({width, m_in.fonts.width(Face::sans_bold, name(state), 14.5F),
                              m_in.fonts.width(Face::sans, remark(state), 12)});
        }
        float const symbol = symbol_width * scale + 6;
        float const total = symbol + width + 6;
        float const height = row * static_cast<float>(count) + (more ? 18.0F : 0.0F);
        auto const room = find_room(stack.at, total, height);
        if (!room) {
            draw_compact(stack);
            return;
        }
        auto const corner = *room;
        draw_leader(stack.at, corner, total, height);
        float y = corner.y;
        for (std::size_t k = 0; k < count; ++k, y += row) {
            draw_row(m_in.world.units[stack.members[k]], {corner.x, y}, scale, symbol, row);
        }
        if (more && shown("labels")) {
            auto const words = fmt::format(fmt::runtime(m_in.texts.trn("and {} more", "and {} more",
                                                                       static_cast<long>(stack.members.size() - most))),
                                           stack.members.size() - most);
            out().emplace_back(
                Text{{corner.x + symbol + 6, y + 12}, words, Face::sans_italic, 13, s.secondary, s.halo, 2, 0, 0});
        }
    }

    [[nodiscard]] std::string const &name(geo::UnitState const &state) const
    {
        static std::string const unnamed; // on a blind map
        return shown("labels") ? m_atlas.units[state.unit].name.in(language()) : unnamed;
    }

    void draw_row(geo::UnitState const &state, ScreenPoint corner, float scale, float symbol, float row)
    {
        auto const &unit = m_atlas.units[state.unit];
        auto const colour = side_colour(state.unit);
        double const strength = state.basis == geo::Basis::last_known ? 0.55 : 1.0;
        ScreenPoint const middle{corner.x + symbol / 2, corner.y + row / 2};
        draw_unit(middle, scale, frame_of(side_number(state.unit)), unit.symbol, with_alpha(colour, strength),
                  s.symbol_edge, out());
        if (state.confidence == geo::Confidence::disputed) { // one fixed mark for what the sources dispute
            ScreenPoint const mark{middle.x + symbol / 2 - 5, middle.y - row / 2 + 7};
            out().emplace_back(disc(mark, 7, s.symbol_edge));
            out().emplace_back(ring(mark, 7, 1.2F, colour));
            out().emplace_back(Text{{mark.x - 3, mark.y + 4.5F}, "?", Face::sans_bold, 12, colour, {}, 0, 0, 0});
        }
        if (m_in.view.selection == Selection{Kind::unit, state.unit}) {
            out().emplace_back(ring(middle, 25, 2.5F, colour));
        }
        auto const second = remark(state);
        float const left = corner.x + symbol + 6;
        float const baseline = second.empty() ? middle.y + 5 : middle.y - 1.5F;
        out().emplace_back(Text{{left, baseline}, name(state), Face::sans_bold, 14.5F, colour, s.halo, 2.5F, 0, 0});
        if (!second.empty()) {
            out().emplace_back(Text{{left, baseline + 14}, second, Face::sans, 12, s.secondary, s.halo, 2, 0, 0});
        }
        m_scene.targets.push_back({Kind::unit, state.unit, corner.x, corner.y,
                                   left + m_in.fonts.width(Face::sans_bold, name(state), 14.5F), corner.y + row});
    }

    /// The top left corner of free ground beside a point: first to the right, then about it, ever farther out.
    std::optional<ScreenPoint> find_room(ScreenPoint at, float width, float height)
    {
        // Directions from the point to the middle of the column, the preferred first.
        constexpr std::array directions{ScreenPoint{1, 0},     ScreenPoint{0.9F, -0.5F},  ScreenPoint{0.9F, 0.5F},
                                        ScreenPoint{-1, 0},    ScreenPoint{-0.9F, -0.5F}, ScreenPoint{-0.9F, 0.5F},
                                        ScreenPoint{0.5F, -1}, ScreenPoint{0.5F, 1},      ScreenPoint{-0.5F, -1},
                                        ScreenPoint{-0.5F, 1}, ScreenPoint{0, -1},        ScreenPoint{0, 1}};
        for (float const far : {14.0F, 28.0F, 46.0F, 68.0F, 94.0F, 124.0F}) {
            for (auto const &d : directions) {
                ScreenPoint const middle{at.x + d.x * (far + width / 2), at.y + d.y * (far + height / 2)};
                if (m_placer.take({middle.x - width / 2 - 2, middle.y - height / 2 - 2, middle.x + width / 2 + 2,
                                   middle.y + height / 2 + 2})) {
                    return ScreenPoint{middle.x - width / 2, middle.y - height / 2};
                }
            }
        }
        return std::nullopt;
    }

    /// Where the map is too full for names: one symbol on the spot, with the number of those it stands for.
    void draw_compact(Stack const &stack)
    {
        constexpr float scale = 0.62F;
        auto const &state = m_in.world.units[stack.members.front()];
        auto const colour = side_colour(state.unit);
        draw_unit(stack.at, scale, frame_of(side_number(state.unit)), m_atlas.units[state.unit].symbol,
                  with_alpha(colour, state.basis == geo::Basis::last_known ? 0.6 : 1.0), s.symbol_edge, out());
        float const w = symbol_width * scale / 2;
        float const h = symbol_height * scale / 2;
        if (stack.members.size() > 1) {
            ScreenPoint const badge{stack.at.x + w, stack.at.y - h};
            auto const words = std::to_string(stack.members.size());
            out().emplace_back(disc(badge, 8, s.symbol_edge));
            out().emplace_back(ring(badge, 8, 1.2F, colour));
            float const half = m_in.fonts.width(Face::sans_bold, words, 11) / 2;
            out().emplace_back(Text{{badge.x - half, badge.y + 4}, words, Face::sans_bold, 11, colour, {}, 0, 0, 0});
        }
        m_scene.targets.push_back(
            {Kind::unit, state.unit, stack.at.x - w - 3, stack.at.y - h - 3, stack.at.x + w + 3, stack.at.y + h + 3});
    }

    /// A thin line from the column to where its units stand.
    void draw_leader(ScreenPoint at, ScreenPoint corner, float width, float height)
    {
        ScreenPoint const end{std::clamp(at.x, corner.x, corner.x + width),
                              std::clamp(at.y, corner.y + 12, corner.y + std::max(13.0F, height - 12))};
        if (std::hypot(end.x - at.x, end.y - at.y) > 24) {
            out().emplace_back(stroke({at, end}, 3.2F, s.halo));
            out().emplace_back(stroke({at, end}, 1.2F, s.secondary));
        }
        out().emplace_back(disc(at, 4, s.symbol_edge));
        out().emplace_back(disc(at, 2.6F, s.place_mark));
    }

    SceneInput const &m_in;
    Style const &s;
    geo::Atlas const &m_atlas;
    LabelPlacer m_placer;
    Scene m_scene;
};

Selection hit(std::vector<Target> const &targets, ScreenPoint at)
{
    Selection found;
    for (auto const &t : targets) {
        if (at.x >= t.left && at.x <= t.right && at.y >= t.top && at.y <= t.bottom) {
            found = {t.kind, t.index};
        }
    }
    return found;
}

} // namespace

Scene build_moving(SceneInput const &in, BaseScene const &base)
{
    if (in.view.map_scale != 1) {
        Magnified const magnified{in};
        return magnified.enlarged(build_moving(magnified.input(), magnified.reduced(base)));
    }
    return MovingBuilder{in, base}.build();
}

Selection hit_test(Scene const &base, Scene const &moving, ScreenPoint at)
{
    auto const found = hit(moving.targets, at);
    return found.kind != Kind::none ? found : hit(base.targets, at);
}

} // namespace app
