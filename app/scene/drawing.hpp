#pragma once

#include "app/scene/build_scene.hpp"
#include "app/scene/thin_line.hpp"
#include "app/scene/trapezoids.hpp"

#include <cmath>
#include <cstdint>
#include <span>

namespace app {

/// What the builders of both scenes share: the view's geometry and shorthands for strokes and fills.
class Drawing
{
public:
    explicit Drawing(SceneInput const &in) : m_in{in}, m_box{visible(in.view.camera, in.view.viewport)} {}

    [[nodiscard]] ScreenPoint screen(geo::MapPoint p) const
    {
        return to_screen(m_in.view.camera, m_in.view.viewport, p);
    }
    [[nodiscard]] bool in_view(MapBox const &box) const { return m_box.meets(box); }
    [[nodiscard]] bool in_view(ScreenPoint p, float margin = 0) const
    {
        return p.x > -margin && p.y > -margin && p.x < static_cast<float>(m_in.view.viewport.width) + margin &&
               p.y < static_cast<float>(m_in.view.viewport.height) + margin;
    }
    [[nodiscard]] double denominator() const { return scale_denominator(m_in.view.camera); }
    [[nodiscard]] float pixels(double metres) const
    {
        return static_cast<float>(metres / m_in.view.camera.metres_per_pixel);
    }
    [[nodiscard]] bool shown(char const *layer) const { return !m_in.view.hidden.contains(layer); }
    [[nodiscard]] std::string const &language() const { return m_in.view.language; }

    /// The points of a line in pixels, without those nearer than a pixel to the one before and those that lie within
    /// so many pixels of the straight.
    [[nodiscard]] std::vector<ScreenPoint> thinned(std::span<geo::MapPoint const> points, float tolerance = 0.25F) const
    {
        std::vector<ScreenPoint> out;
        out.reserve(points.size());
        for (std::size_t i = 0; i < points.size(); ++i) {
            auto const p = screen(points[i]);
            bool const last = i + 1 == points.size();
            if (out.empty() || last || std::abs(p.x - out.back().x) + std::abs(p.y - out.back().y) > 1.0F) {
                out.push_back(p);
            }
        }
        return thin_line(out, tolerance);
    }

    [[nodiscard]] static Stroke stroke(std::vector<ScreenPoint> points, float width, Colour colour,
                                       std::vector<float> dash = {})
    {
        Stroke made;
        made.points = std::move(points);
        made.width = width;
        made.colour = colour;
        made.dash = std::move(dash);
        return made;
    }

    [[nodiscard]] Fill fill(ModelArea const &area, Colour colour, Pattern pattern = Pattern::solid) const
    {
        Fill made;
        made.colour = colour;
        made.pattern = pattern;
        if (finer_than_pixels(area)) {
            add_thinned_rings(area, made);
            cut_to_trapezoids(made, m_in.view.viewport.width, m_in.view.viewport.height);
            return made;
        }
        made.points.reserve(area.points.size());
        for (auto const &p : area.points) {
            made.points.push_back(screen(p));
        }
        made.ring_ends = area.ring_ends;
        made.triangles = area.triangles;
        return made;
    }

private:
    /// Whether at this scale an area has more triangles than the eye could tell: then it is cheaper to cut it anew.
    [[nodiscard]] bool finer_than_pixels(ModelArea const &area) const
    {
        constexpr float pixels_of_triangle = 4;
        float const width = pixels(area.box.right - area.box.left);
        float const height = pixels(area.box.top - area.box.bottom);
        return area.triangles && static_cast<float>(area.triangles->size()) / 3 * pixels_of_triangle > width * height &&
               area.points.size() > 64;
    }

    void add_thinned_rings(ModelArea const &area, Fill &into) const
    {
        std::span<geo::MapPoint const> const points{area.points};
        std::size_t begin = 0;
        for (auto const end : area.ring_ends) {
            auto const ring = thinned(points.subspan(begin, end - begin));
            if (ring.size() > 2) { // else it is smaller than a pixel
                into.points.insert(into.points.end(), ring.begin(), ring.end());
                into.ring_ends.push_back(static_cast<std::uint32_t>(into.points.size()));
            }
            begin = end;
        }
    }

    SceneInput const &m_in;
    MapBox m_box;
};

/// The colour an atlas gives to an id, else one of the style's palette, the same for the same id.
[[nodiscard]] Colour colour_of(std::vector<geo::Label> const &labels, std::string const &id, Style const &style);

} // namespace app
