#include "app/vector/feature_picture.hpp"

#include <cairo.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <numbers>
#include <stdexcept>

namespace app {
namespace {

constexpr double dot_radius = 2.6; ///< pixels at scale 1
constexpr double rim = 1.1;        ///< of paper about a dot, so that dots on each other are told apart

struct Closer
{
    void operator()(cairo_surface_t *surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t *cairo) const { cairo_destroy(cairo); }
};

} // namespace

struct FeaturePicture::Brush
{
    Camera camera;
    Viewport viewport;
    geo::Projection const &projection;
    double scale;
    std::unique_ptr<cairo_surface_t, Closer> surface;
    std::unique_ptr<cairo_t, Closer> cairo;
    Colour colour{};

    void draw(geo::ForeignFeature const &feature) const
    {
        auto *const c = cairo.get();
        if (auto const *const at = std::get_if<geo::LonLat>(&feature.geometry)) {
            dot(*at);
        } else if (auto const *const lines = std::get_if<geo::MultiLine>(&feature.geometry)) {
            std::ranges::for_each(*lines, [&](geo::LineString const &line) { trace(line); });
            stroke(1.8);
        } else if (auto const *const areas = std::get_if<geo::MultiPolygon>(&feature.geometry)) {
            for (auto const &rings : *areas) {
                std::ranges::for_each(rings, [&](geo::LineString const &ring) { trace(ring); });
            }
            set(0.18);
            cairo_set_fill_rule(c, CAIRO_FILL_RULE_EVEN_ODD);
            cairo_fill_preserve(c);
            stroke(1.2);
        }
        std::ranges::for_each(feature.points, [&](geo::LonLat at) { dot(at); });
    }

private:
    [[nodiscard]] ScreenPoint screen(geo::LonLat p) const { return to_screen(camera, viewport, projection.forward(p)); }

    void set(double alpha) const
    {
        cairo_set_source_rgba(cairo.get(), colour.r / 255.0, colour.g / 255.0, colour.b / 255.0, alpha);
    }
    void dot(geo::LonLat where) const
    {
        auto const p = screen(where);
        auto const disc = [&](double radius) {
            cairo_arc(cairo.get(), p.x, p.y, radius * scale, 0, 2 * std::numbers::pi);
            cairo_fill(cairo.get());
        };
        cairo_set_source_rgba(cairo.get(), 1, 0.99, 0.97, 0.8);
        disc(dot_radius + rim);
        set(0.95);
        disc(dot_radius);
    }
    void trace(geo::LineString const &line) const
    {
        bool first = true;
        for (auto const &point : line) {
            auto const p = screen(point);
            first ? cairo_move_to(cairo.get(), p.x, p.y) : cairo_line_to(cairo.get(), p.x, p.y);
            first = false;
        }
    }
    void stroke(double width) const
    {
        set(0.95);
        cairo_set_line_width(cairo.get(), width * scale);
        cairo_stroke(cairo.get());
    }
};

FeaturePicture::FeaturePicture(Camera const &camera, Viewport const &viewport, geo::Projection const &projection,
                               float scale)
{
    std::unique_ptr<cairo_surface_t, Closer> surface{
        cairo_image_surface_create(CAIRO_FORMAT_ARGB32, viewport.width, viewport.height)};
    std::unique_ptr<cairo_t, Closer> cairo{cairo_create(surface.get())};
    if (cairo_status(cairo.get()) != CAIRO_STATUS_SUCCESS) {
        throw std::runtime_error{"there is not enough memory for a picture of that size"};
    }
    m_brush = std::make_unique<Brush>(Brush{camera, viewport, projection, scale, std::move(surface), std::move(cairo)});
}

FeaturePicture::~FeaturePicture() = default;

void FeaturePicture::draw(std::vector<geo::ForeignFeature> const &features, Colour colour)
{
    m_brush->colour = colour;
    for (auto const &feature : features) {
        m_brush->draw(feature);
    }
}

Raster FeaturePicture::finish()
{
    auto *const surface = m_brush->surface.get();
    cairo_surface_flush(surface);
    Raster picture{static_cast<unsigned>(m_brush->viewport.width), static_cast<unsigned>(m_brush->viewport.height), {}};
    picture.rgba.assign(std::size_t{picture.width} * picture.height * 4, 0);
    auto const *const data = cairo_image_surface_get_data(surface);
    auto const stride = cairo_image_surface_get_stride(surface);
    auto out = picture.rgba.begin();
    for (unsigned y = 0; y < picture.height; ++y) {
        auto const *const row = data + static_cast<std::ptrdiff_t>(y) * stride;
        for (unsigned x = 0; x < picture.width; ++x, out += 4) {
            std::uint32_t word = 0; // 0xAARRGGBB, premultiplied
            std::memcpy(&word, row + std::size_t{x} * 4, sizeof word);
            std::uint32_t const alpha = word >> 24U;
            for (unsigned band = 0; band < 3 && alpha > 0; ++band) {
                auto const value = (word >> (16 - 8 * band)) & 0xFFU;
                // cppcheck-suppress zerodiv ; the loop ends at once where alpha is 0
                out[band] = static_cast<std::uint8_t>(std::min<std::uint32_t>(255, value * 255 / alpha));
            }
            out[3] = static_cast<std::uint8_t>(alpha);
        }
    }
    return picture;
}

} // namespace app
