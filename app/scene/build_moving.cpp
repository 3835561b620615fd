#include "app/scene/drawing.hpp"
#include "app/scene/symbols.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>

namespace app {
namespace {

constexpr std::chrono::hours trail_lasts{36};

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
    : Drawing{in}, m_in{in}, s{in.style}, m_atlas{*in.map.atlas},
      m_placer{in.fonts, static_cast<float>(in.view.viewport.width), static_cast<float>(in.view.viewport.height)}
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
            for (auto const &unit : m_in.world.units) {
                draw_track(unit);
            }
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

    [[nodiscard]] Colour side_colour(geo::Index unit) const { return colour_of(m_atlas.info.sides, m_atlas.units[unit].side, s); }

    [[nodiscard]] std::size_t side_number(geo::Index unit) const
    {
        auto const found = std::ranges::find(m_atlas.info.sides, m_atlas.units[unit].side, &geo::Label::id);
        return static_cast<std::size_t>(found - m_atlas.info.sides.begin());
    }

    /// The ways of the last day and a half, fading with age; the rest of the present leg thin and dashed.
    void draw_track(geo::UnitState const &state)
    {
        if (state.parent) {
            return;
        }
        auto const &trajectory = m_atlas.trajectories[state.unit];
        auto const &routes = m_in.map.routes[state.unit];
        auto const colour = side_colour(state.unit);
        for (std::size_t l = 0; l < trajectory.legs.size(); ++l) {
            auto const &leg = trajectory.legs[l];
            if (leg.span.begin > m_in.world.at || routes[l].points.size() < 2) {
                continue;
            }
            bool const running = state.leg && *state.leg == l;
            auto const age = running ? geo::Seconds{0} : m_in.world.at - leg.span.end;
            if (age >= trail_lasts) {
                continue;
            }
            double const fresh = 1 - std::chrono::duration<double>(age) / std::chrono::duration<double>(trail_lasts);
            auto const [gone, ahead] = split(routes[l], running ? state.metres : routes[l].metres.back());
            auto way = stroke(gone, 7.5F, with_alpha(s.symbol_edge, 0.75 * fresh));
            way.cap = Cap::round;
            out().emplace_back(way);
            way.width = 5;
            way.colour = with_alpha(colour, 0.25 + 0.65 * fresh);
            out().emplace_back(std::move(way));
            if (running) {
                out().emplace_back(stroke(ahead, 2, with_alpha(colour, 0.65), {5, 5}));
                draw_head(gone, colour);
            }
        }
        if (state.basis == geo::Basis::interpolated) {
            auto const at = position(state);
            float const radius = std::clamp(pixels(state.uncertainty_km * 1000), 18.0F, 420.0F);
            auto halo = ring(at, radius, 1.6F, with_alpha(colour, 0.75));
            halo.dash = {6, 5};
            auto inside = disc(at, radius, with_alpha(colour, 0.07));
            out().emplace_back(std::move(inside));
            out().emplace_back(std::move(halo));
        }
    }

    [[nodiscard]] ScreenPoint position(geo::UnitState const &state) const
    {
        if (state.leg) {
            auto const &route = m_in.map.routes[state.mover][*state.leg];
            if (route.points.size() > 1) {
                return screen(along(route, state.metres));
            }
        }
        return screen(m_in.map.places[state.from]);
    }

    [[nodiscard]] static geo::MapPoint along(ModelRoute const &route, double metres)
    {
        auto const after = std::ranges::upper_bound(route.metres, metres);
        auto const i = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(after - route.metres.begin(), 1, std::ssize(route.metres) - 1));
        double const l = route.metres[i] - route.metres[i - 1];
        double const t = l > 0 ? std::clamp((metres - route.metres[i - 1]) / l, 0.0, 1.0) : 0.0;
        auto const &[a, b] = std::pair{route.points[i - 1], route.points[i]};
        return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
    }

    /// The way run and the way ahead, in pixels.
    [[nodiscard]] std::pair<std::vector<ScreenPoint>, std::vector<ScreenPoint>> split(ModelRoute const &route, double metres) const
    {
        std::vector<geo::MapPoint> gone;
        std::vector<geo::MapPoint> ahead{along(route, metres)};
        for (std::size_t i = 0; i < route.points.size(); ++i) {
            (route.metres[i] <= metres ? gone : ahead).push_back(route.points[i]);
        }
        gone.push_back(ahead.front());
        return {thinned(gone), thinned(ahead)};
    }

    /// An arrow head in the direction of the last stretch.
    void draw_head(std::vector<ScreenPoint> const &way, Colour colour)
    {
        auto const tip = way.back();
        auto from = way.front();
        for (auto const &p : way) { // the last point that is far enough to give a steady direction
            if (std::hypot(tip.x - p.x, tip.y - p.y) > 10) {
                from = p;
            }
        }
        float const l = std::hypot(tip.x - from.x, tip.y - from.y);
        if (l < 1) {
            return;
        }
        float const dx = (tip.x - from.x) / l;
        float const dy = (tip.y - from.y) / l;
        auto const at = [&](float f, float side) { return ScreenPoint{tip.x + dx * f - dy * side, tip.y + dy * f + dx * side}; };
        Fill head;
        head.points = {at(13, 0), at(-9, 12), at(-4, 0), at(-9, -12)};
        head.ring_ends = {4};
        head.triangles = std::make_shared<std::vector<std::uint32_t> const>(std::vector<std::uint32_t>{0, 1, 2, 0, 2, 3});
        head.colour = colour;
        auto edge = stroke(head.points, 2.5F, s.symbol_edge);
        edge.closed = true;
        out().emplace_back(std::move(edge));
        out().emplace_back(std::move(head));
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
            for (auto const place : event.places) {
                auto const at = screen(m_in.map.places[place]);
                bool const taken = std::ranges::find(marked, place) != marked.end();
                if (m_atlas.places[place].kind == "region" || !in_view(at) || (taken && !selected)) {
                    continue;
                }
                marked.push_back(place);
                draw_event(at, colour_of(m_atlas.info.categories, event.category, s), s.symbol_edge, out());
                if (selected) {
                    out().emplace_back(ring(at, 20, 2.5F, colour_of(m_atlas.info.categories, event.category, s)));
                }
                m_scene.targets.push_back({Kind::event, index, at.x - 14, at.y - 14, at.x + 14, at.y + 14});
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
            if (!unit.parent && in_view(position(unit), 40)) {
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
            auto const at = position(m_in.world.units[i]);
            auto const found = std::ranges::find_if(stacks, [&](Stack const &k) { return std::hypot(k.at.x - at.x, k.at.y - at.y) < together; });
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
            width = std::max({width, m_in.fonts.width(Face::sans_bold, name(state), 14.5F), m_in.fonts.width(Face::sans, remark(state), 12)});
        }
        float const symbol = symbol_width * scale + 6;
        float const total = symbol + width + 6;
        float const height = row * static_cast<float>(count) + (more ? 18.0F : 0.0F);
        auto const corner = find_room(stack.at, total, height);
        draw_leader(stack.at, corner, total, height);
        float y = corner.y;
        for (std::size_t k = 0; k < count; ++k, y += row) {
            draw_row(m_in.world.units[stack.members[k]], {corner.x, y}, scale, symbol, row);
        }
        if (more) {
            auto const words = fmt::format(fmt::runtime(m_in.texts.trn("and {} more", "and {} more", static_cast<long>(stack.members.size() - most))),
                                           stack.members.size() - most);
            out().emplace_back(Text{{corner.x + symbol + 6, y + 12}, words, Face::sans_italic, 13, s.secondary, s.halo, 2, 0, 0});
        }
    }

    [[nodiscard]] std::string const &name(geo::UnitState const &state) const { return m_atlas.units[state.unit].name.in(language()); }

    void draw_row(geo::UnitState const &state, ScreenPoint corner, float scale, float symbol, float row)
    {
        auto const &unit = m_atlas.units[state.unit];
        auto const colour = side_colour(state.unit);
        double const strength = state.basis == geo::Basis::last_known ? 0.55 : 1.0;
        ScreenPoint const middle{corner.x + symbol / 2, corner.y + row / 2};
        draw_unit(middle, scale, frame_of(side_number(state.unit)), unit.symbol, with_alpha(colour, strength), s.symbol_edge, out());
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
        m_scene.targets.push_back({Kind::unit, state.unit, corner.x, corner.y, left + m_in.fonts.width(Face::sans_bold, name(state), 14.5F), corner.y + row});
    }

    /// The top left corner of free ground beside a point: first to the right, then about it, ever farther out.
    ScreenPoint find_room(ScreenPoint at, float width, float height)
    {
        for (float const far : {16.0F, 34.0F, 60.0F, 96.0F, 140.0F}) {
            ScreenPoint const corners[]{{at.x + far, at.y - height / 2}, {at.x + far * 0.8F, at.y - height - far * 0.4F}, {at.x + far * 0.8F, at.y + far * 0.4F},
                                        {at.x - far - width, at.y - height / 2}, {at.x - far * 0.8F - width, at.y - height - far * 0.4F},
                                        {at.x - far * 0.8F - width, at.y + far * 0.4F}, {at.x - width / 2, at.y - far - height}, {at.x - width / 2, at.y + far}};
            for (auto const &c : corners) {
                if (m_placer.take({c.x - 2, c.y - 2, c.x + width + 2, c.y + height + 2})) {
                    return c;
                }
            }
        }
        m_placer.block({at.x + 16, at.y - height / 2, at.x + 16 + width, at.y + height / 2});
        return {at.x + 16, at.y - height / 2};
    }

    /// A thin line from the column to where its units stand.
    void draw_leader(ScreenPoint at, ScreenPoint corner, float width, float height)
    {
        ScreenPoint const end{std::clamp(at.x, corner.x, corner.x + width), std::clamp(at.y, corner.y + 12, corner.y + std::max(13.0F, height - 12))};
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
    return MovingBuilder{in, base}.build();
}

Selection hit_test(Scene const &base, Scene const &moving, ScreenPoint at)
{
    auto const found = hit(moving.targets, at);
    return found.kind != Kind::none ? found : hit(base.targets, at);
}

} // namespace app
