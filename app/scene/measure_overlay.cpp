#include "app/scene/measure_overlay.hpp"

#include "app/scene/drawing.hpp"
#include "app/scene/symbols.hpp"

#include "geo/network/geodesic.hpp"
#include "geo/network/measure.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace app {
namespace {

constexpr Colour ink{0x5B, 0x1F, 0x8A, 0xFF}; ///< no side's and no line's
constexpr Colour halo{0xFF, 0xFD, 0xF7, 0xFF};

/// Points along a geodesic, close enough to be drawn as straight lines.
geo::LineString along_geodesic(geo::LonLat a, geo::LonLat b)
{
    double const metres = geo::distance_m(a, b);
    int const parts = std::clamp(static_cast<int>(metres / 20'000), 1, 200);
    geo::LineString points{a};
    for (int i = 1; i < parts; ++i) {
        points.push_back(geo::on_geodesic(a, b, static_cast<double>(i) / parts));
    }
    points.push_back(b);
    return points;
}

/// Draws one measurement; lives for one call.
class Overlay : private Drawing
{
public:
    Overlay(SceneInput const &in, geo::Projection const &projection, Scene &scene)
    : Drawing{in}, m_in{in}, m_measure{in.view.desk.measure}, m_projection{projection}, m_out{scene.items}
    {}

    void draw()
    {
        auto const &points = m_measure.points;
        bool const along_network = !m_measure.ways.empty();
        for (std::size_t i = 0; i + 1 < points.size(); ++i) {
            bool const found = !along_network || !m_measure.ways[i].empty();
            auto const line = along_network && found ? m_measure.ways[i] : along_geodesic(points[i], points[i + 1]);
            draw_line(line, found);
            double const metres = along_network ? m_measure.way_m[i] : geo::distance_m(points[i], points[i + 1]);
            if (found) {
                label(line[line.size() / 2], fmt::format("{:.1f} km", metres / 1000));
            }
        }
        if (m_measure.kind == MeasureKind::area && points.size() > 2) {
            draw_line(along_geodesic(points.back(), points.front()), true);
        }
        for (auto const &point : points) {
            m_out.emplace_back(disc(at(point), 5, halo));
            m_out.emplace_back(ring(at(point), 5, 2, ink));
        }
    }

private:
    [[nodiscard]] ScreenPoint at(geo::LonLat p) const { return screen(m_projection.forward(p)); }

    void draw_line(geo::LineString const &line, bool found)
    {
        std::vector<ScreenPoint> points;
        std::ranges::transform(line, std::back_inserter(points), [&](geo::LonLat p) { return at(p); });
        m_out.emplace_back(stroke(points, 6, halo));
        m_out.emplace_back(stroke(std::move(points), 3, ink, found ? std::vector<float>{} : std::vector<float>{4, 6}));
    }

    void label(geo::LonLat where, std::string const &words)
    {
        constexpr float size = 14;
        auto const p = at(where);
        float const width = m_in.fonts.width(Face::sans_bold, words, size);
        m_out.emplace_back(Text{{p.x - width / 2, p.y - 9}, words, Face::sans_bold, size, ink, halo, 3, 0, 0});
    }

    SceneInput const &m_in;
    Measure const &m_measure;
    geo::Projection const &m_projection;
    std::vector<Item> &m_out;
};

} // namespace

Scene build_measure(SceneInput const &in, geo::Projection const &projection)
{
    Scene scene{in.view.viewport.width, in.view.viewport.height, {}, {}, {}};
    Overlay{in, projection, scene}.draw();
    return scene;
}

} // namespace app
