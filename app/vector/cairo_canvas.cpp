#include "app/vector/cairo_canvas.hpp"

#include "app/scene/style.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace app {
namespace {

/// Keeps the state of the drawing until the end of a block.
struct Saved
{
    explicit Saved(cairo_t *cairo) : c{cairo} { cairo_save(c); }
    ~Saved() { cairo_restore(c); }
    Saved(Saved const &) = delete;
    Saved &operator=(Saved const &) = delete;
    cairo_t *c;
};

bool usable(ScreenPoint p)
{
    return std::isfinite(p.x) && std::isfinite(p.y) && std::abs(p.x) < 1e6F && std::abs(p.y) < 1e6F;
}

/**
 * A pixel of a raster as Cairo has it: premultiplied, blue first. What is multiplied over the map becomes a shade with
 * alpha that gives the same on light paper: SVG has no multiplying, and printers know alpha better.
 */
std::uint32_t shade(std::uint8_t const *rgba, bool multiply, std::uint8_t opacity)
{
    unsigned alpha = rgba[3] * opacity / 255U;
    double channel[3];
    if (multiply) {
        unsigned const least = std::min({rgba[0], rgba[1], rgba[2]});
        alpha = 255 - least;
        for (int i = 0; i < 3; ++i) {
            channel[i] = 0.95 * (rgba[i] - static_cast<int>(least)); // 0.95: the lightness of the paper below
        }
    } else {
        for (int i = 0; i < 3; ++i) {
            channel[i] = rgba[i] * alpha / 255.0;
        }
    }
    auto const byte = [](double v) { return static_cast<std::uint32_t>(std::lround(std::clamp(v, 0.0, 255.0))); };
    return alpha << 24U | byte(channel[0]) << 16U | byte(channel[1]) << 8U | byte(channel[2]);
}

} // namespace

void CairoCanvas::draw(Page const &page)
{
    for (auto const &part : page.parts) {
        draw(part);
    }
}

void CairoCanvas::draw(Part const &part)
{
    Saved const saved{c};
    auto const &r = part.where;
    cairo_rectangle(c, r.left, r.top, r.right - r.left, r.bottom - r.top);
    cairo_clip(c);
    cairo_translate(c, r.left, r.top);
    double const scale = (r.right - r.left) / static_cast<float>(std::max(1, part.scenes.front()->width));
    cairo_scale(c, scale, scale);
    colour(part.scenes.front()->background);
    cairo_paint(c);
    for (auto const *const scene : part.scenes) {
        for (auto const &item : scene->items) {
            std::visit([this](auto const &one) { draw(one); }, item);
        }
    }
}

void CairoCanvas::colour(Colour k)
{
    cairo_set_source_rgba(c, k.r / 255.0, k.g / 255.0, k.b / 255.0, k.a / 255.0);
}

void CairoCanvas::trace(Fill const &fill)
{
    std::uint32_t begin = 0;
    cairo_new_path(c);
    for (auto const end : fill.ring_ends) {
        for (auto i = begin; i < end; ++i) {
            if (auto const &p = fill.points[i]; usable(p)) {
                i == begin ? cairo_move_to(c, p.x, p.y) : cairo_line_to(c, p.x, p.y);
            }
        }
        cairo_close_path(c);
        begin = end;
    }
}

void CairoCanvas::draw(Fill const &fill)
{
    if (fill.colour.a == 0) {
        return;
    }
    trace(fill);
    cairo_set_fill_rule(c, CAIRO_FILL_RULE_EVEN_ODD);
    if (fill.pattern == Pattern::solid) {
        colour(fill.colour);
        cairo_fill(c);
    } else {
        fill_pattern(fill);
    }
}

/// Hatching and dots as lines and discs within the area, in step with the pixels of the scene.
void CairoCanvas::fill_pattern(Fill const &fill)
{
    Saved const saved{c};
    cairo_clip(c);
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    cairo_clip_extents(c, &left, &top, &right, &bottom);
    colour(fill.colour);
    constexpr double step = 8;
    cairo_new_path(c);
    if (fill.pattern == Pattern::hatch) {
        double const height = bottom - top;
        for (double x = std::floor((left + top) / step) * step; x < right + bottom; x += step) {
            cairo_move_to(c, x - top, top); // on x + y = constant
            cairo_line_to(c, x - top - height, bottom);
        }
        cairo_set_line_width(c, 1.6);
        cairo_stroke(c);
        return;
    }
    for (double y = std::floor(top / step) * step; y < bottom; y += step) {
        for (double x = std::floor(left / step) * step; x < right; x += step) {
            cairo_new_sub_path(c);
            cairo_arc(c, x + 1, y + 1, 1.1, 0, 2 * std::numbers::pi);
        }
    }
    cairo_fill(c);
}

void CairoCanvas::draw(Stroke const &stroke)
{
    if (stroke.width <= 0 || stroke.colour.a == 0) {
        return;
    }
    cairo_new_path(c);
    for (auto const &p : stroke.points) {
        if (usable(p)) {
            cairo_line_to(c, p.x, p.y); // begins a path where there is none
        }
    }
    if (stroke.closed) {
        cairo_close_path(c);
    }
    std::vector<double> const dash{stroke.dash.begin(), stroke.dash.end()};
    cairo_set_dash(c, dash.data(), static_cast<int>(dash.size()), 0);
    cairo_set_line_join(c, CAIRO_LINE_JOIN_ROUND);
    cairo_set_line_cap(c, stroke.cap == Cap::round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
    // Soft edges are laid on in steps, from the widest to the narrowest.
    int const steps = stroke.soft > 1 ? 5 : 1;
    for (int i = 0; i < steps; ++i) {
        double const wider = steps == 1 ? 0 : stroke.soft * (0.8 - 0.4 * i);
        cairo_set_line_width(c, std::max(0.5, stroke.width + wider));
        colour(with_alpha(stroke.colour, 1.0 / steps));
        i + 1 < steps ? cairo_stroke_preserve(c) : cairo_stroke(c);
    }
}

void CairoCanvas::draw(Text const &text)
{
    if (m_letters == Letters::left_out) {
        return;
    }
    if (text.letters.empty()) {
        show(text);
        return;
    }
    auto const letters = decode_utf8(text.utf8);
    for (std::size_t i = 0; i < std::min(letters.size(), text.letters.size()); ++i) {
        Text const one{text.letters[i].at,
                       encode_utf8(letters[i]),
                       text.face,
                       text.size,
                       text.colour,
                       text.halo,
                       text.halo_width,
                       0,
                       text.letters[i].angle_deg,
                       {}};
        show(one);
    }
}

/// One run of glyphs that knows its letters, over their outline as halo.
void CairoCanvas::show(Text const &text)
{
    Saved const saved{c};
    cairo_translate(c, text.at.x, text.at.y);
    cairo_rotate(c, text.angle_deg * std::numbers::pi / 180);
    cairo_set_font_face(c, m_fonts.face(text.face));
    cairo_set_font_size(c, text.size);
    std::vector<cairo_glyph_t> glyphs;
    std::vector<cairo_text_cluster_t> clusters;
    double pen = 0;
    std::string shown; // with broken bytes replaced
    for (char32_t const letter : decode_utf8(text.utf8)) {
        glyphs.push_back({m_fonts.glyph(text.face, letter), pen, 0});
        auto const bytes = encode_utf8(letter);
        clusters.push_back({static_cast<int>(bytes.size()), 1});
        shown += bytes;
        pen += m_metrics.advance(text.face, letter, text.size) + text.spacing;
    }
    auto const count = static_cast<int>(glyphs.size());
    if (text.halo_width > 0 && text.halo.a > 0) {
        cairo_new_path(c);
        cairo_glyph_path(c, glyphs.data(), count);
        cairo_set_dash(c, nullptr, 0, 0);
        cairo_set_line_join(c, CAIRO_LINE_JOIN_ROUND);
        cairo_set_line_width(c, text.halo_width * 2.0);
        colour(text.halo);
        cairo_stroke(c);
    }
    colour(text.colour);
    cairo_show_text_glyphs(c, shown.data(), static_cast<int>(shown.size()), glyphs.data(), count, clusters.data(),
                           static_cast<int>(clusters.size()), cairo_text_cluster_flags_t{});
}

void CairoCanvas::draw(Image const &image)
{
    if (!image.raster || image.raster->width == 0) {
        return;
    }
    auto const &raster = *image.raster;
    auto const width = static_cast<int>(raster.width);
    auto const height = static_cast<int>(raster.height);
    auto *const surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height);
    if (cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS) {
        auto *const pixels = cairo_image_surface_get_data(surface);
        auto const stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface));
        for (unsigned y = 0; y < raster.height; ++y) {
            auto *const row = reinterpret_cast<std::uint32_t *>(pixels + y * stride);
            for (unsigned x = 0; x < raster.width; ++x) {
                row[x] = shade(&raster.rgba[(static_cast<std::size_t>(y) * raster.width + x) * 4], image.multiply,
                               image.opacity);
            }
        }
        cairo_surface_mark_dirty(surface);
        auto const &[tl, tr, br, bl] = image.corners;
        Saved const saved{c};
        auto const w = static_cast<float>(raster.width);
        auto const h = static_cast<float>(raster.height);
        cairo_matrix_t matrix;
        cairo_matrix_init(&matrix, (tr.x - tl.x) / w, (tr.y - tl.y) / w, (bl.x - tl.x) / h, (bl.y - tl.y) / h, tl.x,
                          tl.y);
        cairo_transform(c, &matrix);
        cairo_set_source_surface(c, surface, 0, 0);
        cairo_rectangle(c, 0, 0, width, height);
        cairo_fill(c);
    }
    cairo_surface_destroy(surface);
}

} // namespace app
