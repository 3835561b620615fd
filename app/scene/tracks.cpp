#include "app/scene/tracks.hpp"

#include "app/scene/drawing.hpp"
#include "app/scene/symbols.hpp"

#include "geo/state/in_parts.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <optional>
#include <ratio>

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

    void draw(bool all)
    {
        for (auto const &unit : m_in.world.units) {
            if (all || m_in.view.selection == Selection{Kind::unit, unit.unit}) {
                draw_track(unit);
            }
        }
    }

private:
    [[nodiscard]] Colour side_colour(geo::Index unit) const
    {
        return colour_of(m_atlas.info.sides, m_atlas.units[unit].side, s);
    }

    /// The ways of the last day and a half, fading and thinning with age as on printed campaign maps; the rest of the
    /// present leg thin and dashed, and an arrow head where the unit is.
    void draw_track(geo::UnitState const &state)
    {
        if (state.parent || m_in.map.looks.is_account(state.unit)) {
            return;
        }
        auto const &trajectory = m_atlas.trajectories[state.unit];
        auto const colour = side_colour(state.unit);
        std::vector<Piece> pieces;
        for (std::size_t l = 0; l < trajectory.legs.size(); ++l) {
            auto const &leg = trajectory.legs[l];
            bool const running = state.leg && *state.leg == l;
            if (leg.span.begin <= m_in.world.at && (running || m_in.world.at - leg.span.end < trail_lasts) &&
                m_in.map.routes[state.unit][l].points.size() > 1) {
                add_pieces(leg, m_in.map.routes[state.unit][l], running ? std::optional{state.metres} : std::nullopt,
                           pieces);
            }
        }
        draw_pieces(pieces, colour);
        if (state.leg && state.mover == state.unit && m_in.map.routes[state.unit][*state.leg].points.size() > 1) {
            auto const [gone, ahead] = split(m_in.map.routes[state.unit][*state.leg], state.metres);
            m_out.emplace_back(stroke(ahead, 1.8F, with_alpha(colour, 0.7), {6, 5}));
            draw_head(pieces.empty() ? gone : tail_of(pieces), colour);
        }
        if (state.basis == geo::Basis::interpolated) {
            draw_doubt(state, colour);
        }
    }

    /// A stretch of a way that was run at about one time.
    struct Piece
    {
        std::vector<ScreenPoint> points;
        double fresh = 1; ///< 1: now, 0: as old as the trail lasts
    };

    /// A leg cut into stretches of at most three hours, the newest last.
    void add_pieces(geo::Leg const &leg, ModelRoute const &route, std::optional<double> until,
                    std::vector<Piece> &pieces) const
    {
        double const metres = until.value_or(route.metres.back());
        auto const last = until ? m_in.world.at : leg.span.end;
        double const hours = std::chrono::duration<double, std::ratio<3600>>(last - leg.span.begin).count();
        int const parts = std::clamp(static_cast<int>(hours / 3) + 1, 1, 12);
        for (int i = 0; i < parts; ++i) {
            auto const middle = leg.span.begin + (last - leg.span.begin) * (2 * i + 1) / (2 * parts);
            double const age = std::chrono::duration<double>(m_in.world.at - middle) / trail_lasts;
            auto points = thinned(stretch(route, metres * i / parts, metres * (i + 1) / parts));
            if (age < 1 && points.size() > 1 && near_view(points)) {
                pieces.push_back({std::move(points), std::clamp(1 - age, 0.0, 1.0)});
            }
        }
    }

    /// Whether any stretch of a line may reach into the view, with what is drawn beside it.
    [[nodiscard]] bool near_view(std::vector<ScreenPoint> const &points) const
    {
        constexpr float beside = 64;
        auto const right = static_cast<float>(m_in.view.viewport.width) + beside;
        auto const bottom = static_cast<float>(m_in.view.viewport.height) + beside;
        for (std::size_t i = 0; i + 1 < points.size(); ++i) {
            auto const &[a, b] = std::pair{points[i], points[i + 1]};
            if (std::max(a.x, b.x) > -beside && std::min(a.x, b.x) < right && std::max(a.y, b.y) > -beside &&
                std::min(a.y, b.y) < bottom) {
                return true;
            }
        }
        return false;
    }

    void draw_pieces(std::vector<Piece> const &pieces, Colour colour)
    {
        auto const width = [](Piece const &piece) { return 2.6F + 4.4F * static_cast<float>(piece.fresh); };
        for (auto const &piece : pieces) {
            auto way = stroke(piece.points, width(piece) + 2.6F, with_alpha(s.symbol_edge, 0.8 * piece.fresh));
            way.cap = Cap::round;
            m_out.emplace_back(std::move(way));
        }
        for (auto const &piece : pieces) {
            m_out.emplace_back(stroke(piece.points, width(piece), with_alpha(colour, 0.3 + 0.65 * piece.fresh)));
            draw_chevrons(piece, width(piece));
        }
    }

    /// Small angles along the way that say which way it was run.
    void draw_chevrons(Piece const &piece, float width)
    {
        constexpr float apart = 46;
        float gone = apart / 2;
        for (std::size_t i = 0; width > 4 && i + 1 < piece.points.size(); ++i) {
            auto const &[a, b] = std::pair{piece.points[i], piece.points[i + 1]};
            float const l = std::hypot(b.x - a.x, b.y - a.y);
            for (; gone < l; gone += apart) {
                float const dx = (b.x - a.x) / l;
                float const dy = (b.y - a.y) / l;
                ScreenPoint const tip{a.x + dx * (gone + 2), a.y + dy * (gone + 2)};
                float const r = width * 0.36F;
                m_out.emplace_back(stroke({{tip.x - dx * r - dy * r, tip.y - dy * r + dx * r},
                                           tip,
                                           {tip.x - dx * r + dy * r, tip.y - dy * r - dx * r}},
                                          1.3F, with_alpha(s.symbol_edge, 0.9 * piece.fresh)));
            }
            gone -= l;
        }
    }

    /// The newest points of a trail, enough of them for a steady direction.
    static std::vector<ScreenPoint> tail_of(std::vector<Piece> const &pieces)
    {
        std::vector<ScreenPoint> points;
        for (std::size_t i = pieces.size() > 3 ? pieces.size() - 3 : 0; i < pieces.size(); ++i) {
            points.insert(points.end(), pieces[i].points.begin(), pieces[i].points.end());
        }
        return points;
    }

    /// The part of a way between two lengths.
    static std::vector<geo::MapPoint> stretch(ModelRoute const &route, double from, double to)
    {
        std::vector<geo::MapPoint> points{along(route, from)};
        for (std::size_t i = 0; i < route.points.size(); ++i) {
            if (route.metres[i] > from && route.metres[i] < to) {
                points.push_back(route.points[i]);
            }
        }
        points.push_back(along(route, to));
        return points;
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
        auto const doubtful = stretch(route, std::max(0.0, state.metres - slack), state.metres + slack);
        auto band = stroke(thinned(doubtful), 22, with_alpha(colour, 0.13));
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
        head.points = {at(15, 0), at(-10, 13), at(-5, 0), at(-10, -13)};
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

void draw_tracks(SceneInput const &in, std::size_t units_in_view, std::vector<Item> &out)
{
    TrackBuilder{in, out}.draw(units_in_view <= most_ways);
}

std::vector<UnitSpot> units_in_view(SceneInput const &in)
{
    constexpr float margin = 8;
    auto const &units = in.world.units;
    return geo::gathered<UnitSpot>(units.size(), [&](std::size_t i, std::vector<UnitSpot> &into) {
        auto const &state = units[i];
        if (state.parent || in.map.looks.is_account(state.unit)) {
            return;
        }
        auto const at = position_of(in, state);
        if (at.x > -margin && at.y > -margin && at.x < static_cast<float>(in.view.viewport.width) + margin &&
            at.y < static_cast<float>(in.view.viewport.height) + margin) {
            into.push_back({&state, at});
        }
    });
}

geo::MapPoint map_position(MapModel const &map, geo::UnitState const &state)
{
    if (state.leg) {
        auto const &route = map.routes[state.mover][*state.leg];
        if (route.points.size() > 1) {
            return along(route, state.metres);
        }
    }
    return map.places[state.from];
}

ScreenPoint position_of(SceneInput const &in, geo::UnitState const &state)
{
    return to_screen(in.view.camera, in.view.viewport, map_position(in.map, state));
}

} // namespace app
