#include "app/scene/tracks.hpp"

#include "app/scene/drawing.hpp"
#include "app/scene/symbols.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace app {
namespace {

constexpr std::chrono::hours trail_lasts{36};
constexpr float widest_halo = 80; ///< pixels

/// The point of the plane `metres` along a way.
geo::MapPoint along(ModelRoute const &route, double metres)
{
    auto const after = std::ranges::upper_bound(route.metres, metres);
    auto const i = static_cast<std::size_t>(
        std::clamp<std::ptrdiff_t>(after - route.metres.begin(), 1, std::ssize(route.metres) - 1));
    double const l = route.metres[i] - route.metres[i - 1];
    double const t = l > 0 ? std::clamp((metres - route.metres[i - 1]) / l, 0.0, 1.0) : 0.0;
    auto const &[a, b] = std::pair{route.points[i - 1], route.points[i]};
    return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
}

/// Draws tracks; lives for one call.
class TrackBuilder : private Drawing
{
public:
    TrackBuilder(SceneInput const &in, std::vector<Item> &out)
    : Drawing{in}, m_in{in}, s{in.style}, m_atlas{*in.map.atlas}, m_out{out}
    {}

    void draw()
    {
        for (auto const &unit : m_in.world.units) {
            draw_track(unit);
        }
    }

private:
    [[nodiscard]] Colour side_colour(geo::Index unit) const
    {
        return colour_of(m_atlas.info.sides, m_atlas.units[unit].side, s);
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
            m_out.emplace_back(way);
            way.width = 5;
            way.colour = with_alpha(colour, 0.25 + 0.65 * fresh);
            m_out.emplace_back(std::move(way));
            if (running) {
                m_out.emplace_back(stroke(ahead, 2, with_alpha(colour, 0.65), {5, 5}));
                draw_head(gone, colour);
            }
        }
        if (state.basis == geo::Basis::interpolated) {
            draw_doubt(state, colour);
        }
    }

    /// A halo as wide as the possible error. Where that is far wider than the symbol, only the stretch of the way on
    /// which the unit may be is marked: a circle over half the map would hide more than it says.
    void draw_doubt(geo::UnitState const &state, Colour colour)
    {
        float const radius = std::max(18.0F, pixels(state.uncertainty_km * 1000));
        if (radius <= widest_halo) {
            auto const at = position_of(m_in, state);
            auto halo = ring(at, radius, 1.6F, with_alpha(colour, 0.75));
            halo.dash = {6, 5};
            m_out.emplace_back(disc(at, radius, with_alpha(colour, 0.07)));
            m_out.emplace_back(std::move(halo));
            return;
        }
        auto const &route = m_in.map.routes[state.mover][*state.leg];
        double const slack = state.uncertainty_km * 1000;
        auto const begin = std::max(0.0, state.metres - slack);
        std::vector<geo::MapPoint> stretch{along(route, begin)};
        for (std::size_t i = 0; i < route.points.size(); ++i) {
            if (route.metres[i] > begin && route.metres[i] < state.metres + slack) {
                stretch.push_back(route.points[i]);
            }
        }
        stretch.push_back(along(route, state.metres + slack));
        auto band = stroke(thinned(stretch), 22, with_alpha(colour, 0.13));
        band.cap = Cap::round;
        m_out.emplace_back(std::move(band));
    }

    /// The way run and the way ahead, in pixels.
    [[nodiscard]] std::pair<std::vector<ScreenPoint>, std::vector<ScreenPoint>> split(ModelRoute const &route,
                                                                                      double metres) const
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
        auto const at = [&](float f, float side) {
            return ScreenPoint{tip.x + dx * f - dy * side, tip.y + dy * f + dx * side};
        };
        Fill head;
        head.points = {at(13, 0), at(-9, 12), at(-4, 0), at(-9, -12)};
        head.ring_ends = {4};
        head.triangles =
            std::make_shared<std::vector<std::uint32_t> const>(std::vector<std::uint32_t>{0, 1, 2, 0, 2, 3});
        head.colour = colour;
        auto edge = stroke(head.points, 2.5F, s.symbol_edge);
        edge.closed = true;
        m_out.emplace_back(std::move(edge));
        m_out.emplace_back(std::move(head));
    }

    SceneInput const &m_in;
    Style const &s;
    geo::Atlas const &m_atlas;
    std::vector<Item> &m_out;
};

} // namespace

void draw_tracks(SceneInput const &in, std::vector<Item> &out)
{
    TrackBuilder{in, out}.draw();
}

ScreenPoint position_of(SceneInput const &in, geo::UnitState const &state)
{
    Drawing const drawing{in};
    if (state.leg) {
        auto const &route = in.map.routes[state.mover][*state.leg];
        if (route.points.size() > 1) {
            return drawing.screen(along(route, state.metres));
        }
    }
    return drawing.screen(in.map.places[state.from]);
}

} // namespace app
