#include "app/scene/ghosts.hpp"

#include "app/scene/drawing.hpp"
#include "app/scene/symbols.hpp"
#include "app/scene/tracks.hpp"
#include "app/scene/unit_label.hpp"

#include "geo/state/accounts.hpp"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

constexpr double pale = 0.45;
constexpr float symbol_scale = 0.75F;
constexpr float apart = 28; ///< pixels: nearer, the ghost would hide the unit

/// Draws ghosts; lives for one call.
class GhostDrawer : private Drawing
{
public:
    GhostDrawer(SceneInput const &in, Scene &scene) : Drawing{in}, m_in{in}, m_atlas{*in.map.atlas}, m_scene{scene} {}

    void draw()
    {
        for (auto const &state : m_in.world.units) {
            if (state.parent || !m_in.map.looks.is_account(state.unit)) {
                continue;
            }
            if (auto const of = geo::account_of(m_atlas, state.unit)) {
                draw(state, *of);
            }
        }
    }

private:
    void draw(geo::UnitState const &state, geo::Index of)
    {
        auto const at = position_of(m_in, state);
        if (!in_view(at, 8)) {
            return;
        }
        auto const &unit = m_atlas.units[state.unit];
        auto const colour = colour_of(m_atlas.info.sides, unit.side, m_in.style);
        auto &out = m_scene.items;
        auto const main = std::ranges::find(m_in.world.units, of, &geo::UnitState::unit);
        if (main != m_in.world.units.end()) {
            auto const there = position_of(m_in, *main);
            if (std::hypot(there.x - at.x, there.y - at.y) < apart) {
                return;
            }
            out.emplace_back(stroke({there, at}, 1.6F, with_alpha(colour, pale), {2, 5}));
        }
        auto const side = std::ranges::find(m_atlas.info.sides, unit.side, &geo::Label::id);
        draw_unit(at, symbol_scale,
                  {frame_of(static_cast<std::size_t>(side - m_atlas.info.sides.begin())), unit.symbol, Echelon::none,
                   with_alpha(colour, pale), with_alpha(m_in.style.symbol_edge, 0.8)},
                  out);
        float const w = symbol_width * symbol_scale / 2;
        float const h = symbol_height * symbol_scale / 2;
        if (is_selected(state.unit) || is_selected(of)) { // else the pointer tells: a name beside would cover others
            draw_name(state.unit, {at.x + w + 4, at.y}, colour);
        }
        m_scene.targets.push_back({Kind::unit, state.unit, at.x - w, at.y - h, at.x + w, at.y + h});
    }

    [[nodiscard]] bool is_selected(geo::Index unit) const
    {
        return m_in.view.selection == Selection{Kind::unit, unit};
    }

    void draw_name(geo::Index unit, ScreenPoint at, Colour colour)
    {
        constexpr float size = 12;
        auto const ink = readable(colour, m_in.style.halo);
        m_scene.items.emplace_back(Text{{at.x, at.y + size * 0.36F},
                                        unit_name(m_in, unit),
                                        Face::sans_italic,
                                        size,
                                        with_alpha(ink, 0.8),
                                        m_in.style.halo,
                                        2,
                                        0,
                                        0,
                                        {}});
    }

    SceneInput const &m_in;
    geo::Atlas const &m_atlas;
    Scene &m_scene;
};

} // namespace

void draw_ghosts(SceneInput const &in, Scene &scene)
{
    GhostDrawer{in, scene}.draw();
}

} // namespace app
