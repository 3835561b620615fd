#include "app/scene/ground.hpp"

#include "app/scene/drawing.hpp"
#include "app/scene/trapezoids.hpp"

#include "geo/project/dense_line.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>

namespace app {
namespace {

constexpr double guest_tint = 0.2; ///< of the colour of somebody else's areas

/// Draws all that lies under names and marks; lives for one call.
class GroundBuilder : private Drawing
{
public:
    GroundBuilder(SceneInput const &in, std::vector<Item> &out) : Drawing{in}, m_in{in}, s{in.style}, m_out{out} {}

    void draw()
    {
        draw_ground();
        draw_water();
        if (shown("graticule")) {
            draw_graticule();
        }
        draw_lines();
    }

    /// Of regions that hold no longer, for a share of their strength.
    void draw_former(geo::Indices const &before, double share)
    {
        auto const gone = [&](geo::Index i) { return std::ranges::binary_search(before, i) && !alive(i); };
        for (auto const &area : m_in.map.regions) {
            auto const &region = m_in.map.atlas->regions[area.index];
            if (!gone(area.index) || !in_view(area.box)) {
                continue;
            }
            if (auto const filled = region_fill(region.status, polity_colour(region), s)) {
                m_out.emplace_back(fill(area, with_alpha(filled->colour, share), filled->pattern));
            }
        }
        if (m_in.map.guests && std::ranges::any_of(before, [&](geo::Index i) {
                return m_in.map.atlas->regions[i].guest != 0 && gone(i);
            })) {
            for (auto const &area : thin_guest_areas(gone)) {
                m_out.emplace_back(fill_of(area, guest_tint * share));
            }
        }
        for (auto const &border : m_in.map.borders) {
            if (shown("borders") && in_view(border.box) && divides(border, *m_in.map.atlas, before) &&
                !divides(border, *m_in.map.atlas, m_in.world.regions)) {
                draw_border(border.points, border.uncertainty_km, share);
            }
        }
    }

private:
    void draw_ground()
    {
        // The shore shines out over the sea; the land then covers what lies on its side.
        std::array const bands{std::pair{26.0F, s.vignette_far}, std::pair{16.0F, s.vignette_middle},
                               std::pair{8.0F, s.vignette_near}};
        for (auto const &[width, colour] : bands) {
            for (auto const &line : m_in.map.coast) {
                if (in_view(line.box)) {
                    m_out.emplace_back(stroke(thinned(line.points, width / 16), width, colour));
                }
            }
        }
        for (auto const &area : m_in.map.land) {
            if (in_view(area.box)) {
                m_out.emplace_back(fill(area, s.land));
            }
        }
        if (shown("regions")) {
            for (auto const &area : m_in.map.regions) {
                draw_region(area);
            }
            for (auto const &area : guest_areas()) {
                m_out.emplace_back(fill_of(area, guest_tint));
            }
        }
        if (shown("relief") && s.relief && m_in.map.relief) {
            auto const &b = m_in.map.relief_box;
            Image image;
            image.raster = m_in.map.relief;
            image.multiply = true;
            geo::MapPoint const corners[4]{{b.left, b.top}, {b.right, b.top}, {b.right, b.bottom}, {b.left, b.bottom}};
            std::ranges::transform(corners, image.corners, [&](geo::MapPoint p) { return screen(p); });
            m_out.emplace_back(std::move(image));
        }
    }

    [[nodiscard]] bool alive(geo::Index region) const { return std::ranges::binary_search(m_in.world.regions, region); }

    void draw_region(ModelArea const &area)
    {
        if (!alive(area.index) || !in_view(area.box)) {
            return;
        }
        auto const &region = m_in.map.atlas->regions[area.index];
        if (auto const filled = region_fill(region.status, polity_colour(region), s)) {
            m_out.emplace_back(fill(area, filled->colour, filled->pattern));
        }
    }

    [[nodiscard]] Colour polity_colour(geo::Region const &region) const
    {
        return colour_of(m_in.map.atlas->info.polities, region.polity, s);
    }

    void draw_water()
    {
        for (auto const &lake : m_in.map.lakes) {
            if (in_view(lake.box)) {
                m_out.emplace_back(fill(lake, s.lake));
                auto outline = stroke({}, 1, s.shore);
                for (std::uint32_t i = 0; i < lake.ring_ends.front(); ++i) {
                    outline.points.push_back(screen(lake.points[i]));
                }
                outline.closed = true;
                m_out.emplace_back(std::move(outline));
            }
        }
        if (shown("rivers")) {
            int const deepest = denominator() < 1'600'000 ? 5 : denominator() < 4'000'000 ? 4 : 2;
            for (auto const &river : m_in.map.rivers) {
                if (river.rank <= deepest && in_view(river.box)) {
                    float const width = std::max(0.7F, 2.3F - 0.4F * static_cast<float>(river.rank));
                    auto line = stroke(thinned(river.points), width, s.river);
                    line.cap = Cap::round;
                    m_out.emplace_back(std::move(line));
                }
            }
        }
        for (auto const &line : m_in.map.coast) {
            if (in_view(line.box)) {
                m_out.emplace_back(stroke(thinned(line.points), 1.3F * weight(), s.shore));
            }
        }
    }

    void draw_graticule()
    {
        for (auto const &line : m_in.map.graticule) {
            if (in_view(line.box)) {
                m_out.emplace_back(stroke(thinned(line.points), 1, s.graticule));
            }
        }
    }

    void each_line(geo::LineKind kind, std::function<void(ModelLine const &, geo::Line const &)> const &draw)
    {
        for (auto const &line : m_in.map.lines) {
            auto const &feature = m_in.map.atlas->lines[line.index];
            if (feature.kind == kind && in_view(line.box) && std::ranges::binary_search(m_in.world.lines, line.index)) {
                draw(line, feature);
            }
        }
    }

    void draw_lines()
    {
        bool const far = denominator() > 2'600'000;
        if (shown("roads") && denominator() < 3'500'000) {
            each_line(geo::LineKind::road, [&](ModelLine const &l, geo::Line const &) {
                m_out.emplace_back(stroke(thinned(l.points), far ? 1.4F : 3, s.road));
            });
            each_line(geo::LineKind::road, [&](ModelLine const &l, geo::Line const &) {
                m_out.emplace_back(stroke(thinned(l.points), far ? 0 : 1.5F, s.road_core));
            });
        }
        if (shown("sea lanes")) {
            each_line(geo::LineKind::sea_lane, [&](ModelLine const &l, geo::Line const &) {
                m_out.emplace_back(stroke(thinned(l.points), 1.2F, s.sea_lane, {2, 7}));
            });
        }
        if (shown("borders")) {
            for (auto const &border : m_in.map.borders) {
                if (in_view(border.box) && divides(border, *m_in.map.atlas, m_in.world.regions)) {
                    draw_border(border.points, border.uncertainty_km);
                }
            }
            each_line(geo::LineKind::border,
                      [&](ModelLine const &l, geo::Line const &f) { draw_border(l.points, f.uncertainty_km); });
            draw_claims();
            draw_guest_outlines();
        }
        draw_guest_lines();
        if (shown("railways")) {
            each_line(geo::LineKind::railway, [&](ModelLine const &l, geo::Line const &) {
                m_out.emplace_back(stroke(thinned(l.points), far ? 2.6F : 4.2F, s.rail));
            });
            each_line(geo::LineKind::railway, [&](ModelLine const &l, geo::Line const &) {
                float const tick = far ? 7.0F : 13.0F;
                m_out.emplace_back(stroke(thinned(l.points), far ? 1.1F : 2.2F, s.rail_tick, {tick, tick}));
            });
        }
        if (shown("fronts")) {
            each_line(geo::LineKind::front, [&](ModelLine const &l, geo::Line const &f) {
                auto const points = thinned(l.points);
                draw_band(points, doubt(f.uncertainty_km), with_alpha(s.front, 0.2));
                m_out.emplace_back(stroke(points, 2.6F, with_alpha(s.front, 0.8), {14, 6}));
            });
        }
    }

    /// Half the width of the soft band about a line that is uncertain by so many km.
    [[nodiscard]] float doubt(double uncertainty_km) const
    {
        return std::clamp(pixels(uncertainty_km * 1000), 4.0F, 48.0F);
    }

    /// A soft band. It follows the line only as closely as it is wide: every small turn would darken it.
    void draw_band(std::vector<ScreenPoint> const &points, float width, Colour colour)
    {
        std::vector<ScreenPoint> coarse;
        for (std::size_t i = 0; i < points.size(); ++i) {
            auto const &p = points[i];
            bool const last = i + 1 == points.size();
            if (coarse.empty() || last || std::hypot(p.x - coarse.back().x, p.y - coarse.back().y) > width * 0.7F) {
                coarse.push_back(p);
            }
        }
        auto band = stroke(std::move(coarse), width, colour);
        band.soft = width;
        m_out.emplace_back(std::move(band));
    }

    /// A band that fades outward as far as the line may be off, and the line itself, fainter the less it is known.
    void draw_border(std::vector<geo::MapPoint> const &line, double uncertainty_km, double share = 1)
    {
        auto const points = thinned(line);
        float const reach = doubt(uncertainty_km);
        draw_band(points, reach, with_alpha(s.border_band, share));
        double const known = std::clamp(1.25 - reach / 50.0, 0.5, 1.0);
        m_out.emplace_back(stroke(points, 1.6F * weight(), with_alpha(s.border, known * share), {11, 4, 2.5F, 4}));
    }

    void draw_claims()
    {
        for (auto const &edge : m_in.map.claim_edges) {
            auto const &region = m_in.map.atlas->regions[edge.index];
            if (!alive(edge.index) || !in_view(edge.box)) {
                continue;
            }
            if (region.status == geo::Status::claimed) {
                auto const colour = readable(polity_colour(region), s.land);
                auto const points = thinned(edge.points);
                draw_band(points, doubt(region.uncertainty_km), with_alpha(colour, 0.12));
                m_out.emplace_back(stroke(points, 1.8F * weight(), with_alpha(colour, 0.8), {9, 6}));
            } else {
                m_out.emplace_back(stroke(thinned(edge.points), 1.4F * weight(), with_alpha(s.border, 0.7), {2, 4}));
            }
        }
    }

    void draw_guest_lines()
    {
        if (!m_in.map.guests || m_in.map.guests->lines().empty()) {
            return;
        }
        GuestShapes::Lease const plane{*m_in.map.guests};
        for (auto const &line : m_in.map.guests->lines()) {
            if (!in_view(line.box) || !std::ranges::binary_search(m_in.world.lines, line.index)) {
                continue;
            }
            auto points = thinned(geo::forward_dense(plane.projection(), *line.points));
            auto const guest = m_in.map.atlas->lines[line.index].guest;
            auto const colour = parse_colour(m_in.map.atlas->guests[guest - 1U].colour).value_or(s.front);
            m_out.emplace_back(stroke(points, 4, s.halo));
            m_out.emplace_back(stroke(std::move(points), 2.2F, colour));
        }
    }

    /// A polygon of somebody else's as it looks at this scale: rings one after another, open.
    struct ThinArea
    {
        geo::Index index = 0;
        std::vector<ScreenPoint> points;
        std::vector<std::uint32_t> ring_ends;
    };

    template <typename Wanted>
    [[nodiscard]] std::vector<ThinArea> thin_guest_areas(Wanted const &wanted) const
    {
        std::vector<ThinArea> made;
        GuestShapes::Lease const plane{*m_in.map.guests};
        for (auto const &area : m_in.map.guests->areas()) {
            if (!in_view(area.box) || !wanted(area.index)) {
                continue;
            }
            ThinArea thin{area.index, {}, {}};
            for (auto const &ring : *area.rings) {
                auto points = thinned(geo::forward_dense(plane.projection(), ring));
                if (points.size() > 1) {
                    points.pop_back(); // the first again
                    thin.points.insert(thin.points.end(), points.begin(), points.end());
                    thin.ring_ends.push_back(static_cast<std::uint32_t>(thin.points.size()));
                }
            }
            made.push_back(std::move(thin));
        }
        return made;
    }

    /// Those that exist and are in view; found once.
    std::vector<ThinArea> const &guest_areas()
    {
        if (!m_guest_areas) {
            m_guest_areas.emplace();
            if (m_in.map.guests && !m_in.map.guests->areas().empty()) {
                m_guest_areas = thin_guest_areas([&](geo::Index i) { return alive(i); });
            }
        }
        return *m_guest_areas;
    }

    [[nodiscard]] Fill fill_of(ThinArea const &area, double strength) const
    {
        Fill made;
        made.points = area.points;
        made.ring_ends = area.ring_ends;
        made.colour = with_alpha(polity_colour(m_in.map.atlas->regions[area.index]), strength);
        cut_to_trapezoids(made, m_in.view.viewport.width, m_in.view.viewport.height);
        return made;
    }

    /// Somebody else's areas have all of their outline.
    void draw_guest_outlines()
    {
        for (auto const &area : guest_areas()) {
            auto const colour = with_alpha(polity_colour(m_in.map.atlas->regions[area.index]), 0.85);
            auto begin = area.points.begin();
            for (auto const end : area.ring_ends) {
                auto outline = stroke({begin, area.points.begin() + end}, 1.8F, colour);
                outline.points.push_back(*begin);
                m_out.emplace_back(std::move(outline));
                begin = area.points.begin() + end;
            }
        }
    }

    [[nodiscard]] float weight() const { return static_cast<float>(s.weight); }

    SceneInput const &m_in;
    Style const &s;
    std::vector<Item> &m_out;
    std::optional<std::vector<ThinArea>> m_guest_areas;
};

} // namespace

void draw_ground(SceneInput const &in, std::vector<Item> &out)
{
    GroundBuilder{in, out}.draw();
}

void draw_former_ground(SceneInput const &in, geo::Indices const &before, double share, std::vector<Item> &out)
{
    GroundBuilder{in, out}.draw_former(before, share);
}

std::optional<RegionFill> region_fill(geo::Status status, Colour polity, Style const &style)
{
    switch (status) {
    case geo::Status::sovereign:
        return RegionFill{with_alpha(polity, 0.2 * style.tint)};
    case geo::Status::occupied:
        return RegionFill{with_alpha(polity, 0.16 * style.tint)};
    case geo::Status::controlled:
        return RegionFill{with_alpha(polity, 0.1 * style.tint)};
    case geo::Status::disputed:
        return RegionFill{style.hatch, Pattern::hatch};
    case geo::Status::neutral:
        return RegionFill{style.hatch, Pattern::dots};
    default:
        return std::nullopt; // an outline only, drawn with the borders
    }
}

} // namespace app
