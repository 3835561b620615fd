#include "app/scene/unit_drawing.hpp"

#include "app/scene/drawing.hpp"
#include "app/scene/symbols.hpp"
#include "app/scene/tracks.hpp"
#include "app/scene/unit_label.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace app {
namespace {

constexpr float frame_inset = 22; ///< pixels along the edges that degrees and attribution have for themselves

constexpr float badge = 7.5F; ///< radius of the disc that says how many stand together

/// A unit in view and where its label stands.
struct Shown
{
    geo::UnitState const *state = nullptr;
    ScreenPoint at;
    std::optional<Rect> label;
};

/// Groups by the cell of the view in which their first unit stands, cells as wide as what stands together.
class GroupGrid
{
public:
    GroupGrid(Viewport const &view, float cell)
    : m_cell{cell}, m_columns{static_cast<int>(static_cast<float>(view.width) / cell) + 1},
      m_rows{static_cast<int>(static_cast<float>(view.height) / cell) + 1},
      m_first(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows), none)
    {}

    /// The next group stands here.
    void add(ScreenPoint at)
    {
        auto &first = m_first[index(column(at.x), row(at.y))];
        m_next.push_back(first);
        first = m_next.size() - 1;
    }

    /// A group in the cell of a point or beside it for which `fits` holds.
    template <typename Fits>
    [[nodiscard]] std::optional<std::size_t> find(ScreenPoint at, Fits const &fits) const
    {
        int const x = column(at.x);
        int const y = row(at.y);
        for (int const dy : {0, -1, 1}) {
            for (int const dx : {0, -1, 1}) {
                if (x + dx < 0 || x + dx >= m_columns || y + dy < 0 || y + dy >= m_rows) {
                    continue;
                }
                for (auto group = m_first[index(x + dx, y + dy)]; group != none; group = m_next[group]) {
                    if (fits(group)) {
                        return group;
                    }
                }
            }
        }
        return std::nullopt;
    }

private:
    static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

    [[nodiscard]] int column(float x) const { return std::clamp(static_cast<int>(x / m_cell), 0, m_columns - 1); }
    [[nodiscard]] int row(float y) const { return std::clamp(static_cast<int>(y / m_cell), 0, m_rows - 1); }
    [[nodiscard]] std::size_t index(int column, int row) const
    {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) + static_cast<std::size_t>(column);
    }

    float m_cell;
    int m_columns;
    int m_rows;
    std::vector<std::size_t> m_first; ///< group by cell
    std::vector<std::size_t> m_next;  ///< in the same cell, by group
};

/// Draws units; lives for one call.
class UnitDrawer : private Drawing
{
public:
    UnitDrawer(SceneInput const &in, LabelPlan const &plan, Scene &scene)
    : Drawing{in}, m_in{in}, s{in.style}, m_atlas{*in.map.atlas}, m_plan{plan}, m_scene{scene}
    {}

    void draw(std::vector<UnitSpot> const &spots)
    {
        gather(spots);
        for (auto const &unit : m_units) {
            if (unit.label) {
                draw_leader(unit);
            }
        }
        draw_unnamed();
        for (auto const &unit : m_units) {
            if (unit.label) {
                draw_row(unit);
            }
        }
    }

private:
    std::vector<Item> &out() { return m_scene.items; }

    void gather(std::vector<UnitSpot> const &spots)
    {
        m_units.reserve(spots.size());
        for (auto const &[state, at] : spots) {
            bool const covered = std::ranges::any_of(m_in.blocked, [&](Rect const &r) {
                return r.meets({at.x - 1, at.y - 1, at.x + 1, at.y + 1});
            });
            if (!covered) {
                auto const &unit = m_units.emplace_back(Shown{state, at, place_of(*state, at)});
                if (unit.label) {
                    m_labels.push_back(*unit.label);
                }
            }
        }
    }

    /// Where the plan has the label, if nothing in front of the map would cut it there. What is selected always has
    /// one.
    [[nodiscard]] std::optional<Rect> place_of(geo::UnitState const &state, ScreenPoint at) const
    {
        auto const *const run = m_plan.run_of(state.unit, m_in.world.at);
        bool const selected = m_in.view.selection == Selection{Kind::unit, state.unit};
        if (run == nullptr && !selected) {
            return std::nullopt;
        }
        float const width = unit_label_width(m_in, state.unit);
        auto const about = [&](ScreenPoint offset) {
            float const x = std::round(at.x + offset.x);
            float const y = std::round(at.y + offset.y);
            return Rect{x, y, x + width, y + unit_row};
        };
        if (run != nullptr) {
            auto const rect = about(run->offset);
            auto const &f = m_in.free;
            bool const whole = rect.left > f.left + 4 && rect.top > f.top + frame_inset &&
                               rect.right < f.right - frame_inset && rect.bottom < f.bottom - frame_inset;
            if (whole && std::ranges::none_of(m_in.blocked, [&](Rect const &r) { return r.meets(rect); })) {
                return rect;
            }
        }
        if (selected) {
            return chosen_place(at, width);
        }
        return std::nullopt;
    }

    /// Beside, over or under what is selected, where it is whole; else pushed into the free part of the view.
    [[nodiscard]] Rect chosen_place(ScreenPoint at, float width) const
    {
        constexpr float gap = 16;
        constexpr float h = unit_row;
        auto const &f = m_in.free;
        Rect const first{at.x + gap, at.y - h / 2, at.x + gap + width, at.y + h / 2};
        for (ScreenPoint const by : {ScreenPoint{0, 0},
                                     {-2 * gap - width, 0},
                                     {-gap - width / 2, -gap - h / 2},
                                     {-gap - width / 2, gap + h / 2}}) {
            auto const rect = first.moved({std::round(by.x), std::round(by.y)});
            if (rect.left > f.left + 4 && rect.right < f.right - 4 && rect.top > f.top + 4 &&
                rect.bottom < f.bottom - 4 &&
                std::ranges::none_of(m_in.blocked, [&](Rect const &r) { return r.meets(rect); })) {
                return rect;
            }
        }
        float const aside = std::min(0.0F, f.right - 4 - first.right);
        return first.moved({std::round(std::max(aside, f.left + 4 - first.left)), aside < 0 ? -gap - h / 2 : 0});
    }

    [[nodiscard]] Colour side_colour(geo::Index unit) const
    {
        return colour_of(m_atlas.info.sides, m_atlas.units[unit].side, s);
    }

    [[nodiscard]] UnitSymbol symbol_of(geo::UnitState const &state, double strength) const
    {
        auto const &look = m_in.map.looks.all()[m_in.map.looks.of(state.unit)];
        return {frame_of(look.side), look.symbol, look.echelon, with_alpha(side_colour(state.unit), strength),
                s.symbol_edge};
    }

    void draw_row(Shown const &unit)
    {
        auto const &state = *unit.state;
        auto const colour = side_colour(state.unit);
        auto const ink = readable(colour, s.halo);
        auto const &box = *unit.label;
        ScreenPoint const middle{box.left + unit_symbol / 2, box.top + unit_row / 2};
        bool const selected = m_in.view.selection == Selection{Kind::unit, state.unit};
        if (selected) {
            draw_plate(box, colour);
        }
        draw_unit(middle, unit_scale, symbol_of(state, state.basis == geo::Basis::last_known ? 0.6 : 1.0), out());
        if (state.confidence == geo::Confidence::disputed) { // one fixed mark for what the sources dispute
            ScreenPoint const mark{middle.x + unit_symbol / 2 - 5, middle.y - unit_row / 2 + 7};
            draw_badge(mark, 7, "?", colour);
        }
        auto const second = unit_remark(m_in, state);
        float const left = box.left + unit_symbol + 6;
        float const baseline = std::round(second.empty() ? middle.y + 5 : middle.y - 1.5F);
        out().emplace_back(Text{{left, baseline},
                                unit_name(m_in, state.unit),
                                Face::sans_bold,
                                unit_name_size,
                                ink,
                                s.halo,
                                2.5F,
                                0,
                                0,
                                {}});
        if (!second.empty()) {
            out().emplace_back(
                Text{{left, baseline + 14}, second, Face::sans, unit_remark_size, s.secondary, s.halo, 2, 0, 0, {}});
        }
        m_scene.targets.push_back({Kind::unit, state.unit, box.left, box.top, box.right, box.bottom});
    }

    void draw_plate(Rect const &box, Colour edge)
    {
        Fill plate;
        plate.points = {{box.left - 4, box.top - 2},
                        {box.right + 4, box.top - 2},
                        {box.right + 4, box.bottom + 2},
                        {box.left - 4, box.bottom + 2}};
        plate.ring_ends = {4};
        plate.colour = s.plate;
        auto frame = stroke(plate.points, 2, edge);
        frame.closed = true;
        out().emplace_back(std::move(plate));
        out().emplace_back(std::move(frame));
    }

    void draw_badge(ScreenPoint at, float radius, std::string const &words, Colour colour)
    {
        auto const ink = readable(colour, s.symbol_edge);
        float const size = radius * 1.5F;
        float const half = m_in.fonts.width(Face::sans_bold, words, size) / 2;
        out().emplace_back(disc(at, radius, s.symbol_edge));
        out().emplace_back(ring(at, radius, 1.2F, colour));
        out().emplace_back(
            Text{{at.x - half, at.y + size * 0.36F}, words, Face::sans_bold, size, ink, {}, 0, 0, 0, {}});
    }

    /// A thin line from the label to where its unit stands, where that is not beside it, and a dot on the spot.
    void draw_leader(Shown const &unit)
    {
        auto const &box = *unit.label;
        ScreenPoint const end{std::clamp(unit.at.x, box.left + 2, box.right - 8),
                              std::clamp(unit.at.y, box.top + 8, box.bottom - 8)};
        if (std::hypot(end.x - unit.at.x, end.y - unit.at.y) > 22) {
            out().emplace_back(stroke({unit.at, end}, 3.2F, s.halo));
            out().emplace_back(stroke({unit.at, end}, 1.2F, s.secondary));
        }
        if (unit.state->phase != geo::Phase::moving) {
            out().emplace_back(disc(unit.at, 4, s.symbol_edge));
            out().emplace_back(disc(unit.at, 2.6F, s.place_mark));
        }
    }

    /// To a quarter of a pixel: the eye sees no step, and most of many symbols are the same picture from frame to
    /// frame.
    static ScreenPoint on_step(ScreenPoint at)
    {
        constexpr float steps = 4;
        return {std::round(at.x * steps) / steps, std::round(at.y * steps) / steps};
    }

    /// Units that the map has no room to name: one symbol for all that stand together.
    void draw_unnamed()
    {
        constexpr float together = 26;
        constexpr std::size_t most_symbols = 200; // more would hide the map, and one another
        auto groups = grouped(together, most_symbols);
        if (groups.size() > most_symbols) {
            auto const &viewport = m_in.view.viewport;
            groups = grouped(std::max(2 * together, std::sqrt(static_cast<float>(viewport.width * viewport.height) /
                                                              static_cast<float>(most_symbols))),
                             m_units.size());
        }
        for (auto const &[unit, count] : groups) {
            draw_compact({unit->state, on_step(unit->at), {}}, count);
        }
    }

    using Groups = std::vector<std::pair<Shown const *, int>>;

    /// Units without a label, each with the first one of its group and how many those are.
    /// \param most groups: where there are more, the rest is not looked for
    [[nodiscard]] Groups grouped(float together, std::size_t most) const
    {
        GroupGrid grid{m_in.view.viewport, together};
        Groups groups;
        for (auto const &unit : m_units) {
            if (unit.label) {
                continue;
            }
            auto const near = [&](std::size_t group) {
                auto const &q = groups[group].first->at;
                float const dx = q.x - unit.at.x;
                float const dy = q.y - unit.at.y;
                return dx * dx + dy * dy < together * together;
            };
            if (auto const group = grid.find(unit.at, near)) {
                ++groups[*group].second;
            } else if (groups.emplace_back(&unit, 1); groups.size() > most) {
                break;
            } else {
                grid.add(unit.at);
            }
        }
        return groups;
    }

    /// At a corner of the symbol or farther off, where no label stands.
    [[nodiscard]] ScreenPoint badge_spot(ScreenPoint at, float w, float h) const
    {
        std::vector<ScreenPoint> spots;
        for (float const far : {1.0F, 1.6F, 2.2F, 2.8F}) {
            for (auto const &[x, y] : {ScreenPoint{1, -1}, {-1, -1}, {1, 1}, {-1, 1}, {0, -1.5F}, {0, 1.5F}}) {
                spots.push_back({at.x + x * w * far, at.y + y * h * far});
            }
        }
        auto const by = plan_shift(m_in.view.camera, m_in.view.viewport);
        auto const clear = [&](ScreenPoint p) {
            Rect const own{p.x - badge, p.y - badge, p.x + badge, p.y + badge};
            auto const own_plan = own.moved({-by.x, -by.y});
            return std::ranges::none_of(m_labels, [&](Rect const &label) { return label.meets(own); }) &&
                   std::ranges::none_of(m_plan.labels, [&](PlannedLabel const &label) {
                       return label.box.meets(own_plan) &&
                              std::ranges::any_of(label.ground, [&](Rect const &g) { return g.meets(own_plan); });
                   });
        };
        auto const found = std::ranges::find_if(spots, clear);
        return found == spots.end() ? spots.front() : *found;
    }

    void draw_compact(Shown const &unit, int count)
    {
        constexpr float scale = 0.62F;
        float const w = symbol_width * scale / 2;
        float const h = symbol_height * scale / 2;
        auto symbol = symbol_of(*unit.state, unit.state->basis == geo::Basis::last_known ? 0.6 : 1.0);
        symbol.echelon = Echelon::none;
        draw_unit(unit.at, scale, symbol, out());
        if (count > 1) {
            draw_badge(badge_spot(unit.at, w, h), badge, std::to_string(count), side_colour(unit.state->unit));
        }
        m_scene.targets.push_back(
            {Kind::unit, unit.state->unit, unit.at.x - w - 3, unit.at.y - h - 3, unit.at.x + w + 3, unit.at.y + h + 3});
    }

    SceneInput const &m_in;
    Style const &s;
    geo::Atlas const &m_atlas;
    LabelPlan const &m_plan;
    Scene &m_scene;
    std::vector<Shown> m_units;
    std::vector<Rect> m_labels; ///< of those that have one
};

} // namespace

void draw_units(SceneInput const &in, LabelPlan const &plan, std::vector<UnitSpot> const &spots, Scene &scene)
{
    UnitDrawer{in, plan, scene}.draw(spots);
}

} // namespace app
