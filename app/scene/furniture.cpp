#include "app/scene/build_scene.hpp"

#include "app/i18n/date_text.hpp"
#include "app/scene/drawing.hpp"
#include "app/scene/legend.hpp"
#include "app/scene/magnified.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace app {
namespace {

constexpr double verst = 1066.8; ///< metres

/// The greatest of 1, 2, 5 times a power of ten that is not above.
double round_down(double value)
{
    double const power = std::pow(10, std::floor(std::log10(value)));
    double const lead = value / power;
    return (lead >= 5 ? 5 : lead >= 2 ? 2 : 1) * power;
}

Text text(SceneInput const &in, ScreenPoint at, std::string words, float size, Colour colour, Face face = Face::sans)
{
    return {at, std::move(words), face, size, colour, in.style.halo, 2, 0, 0};
}

/// A bar of so many pixels with ticks at its ends and its length beside it.
void bar(SceneInput const &in, ScreenPoint at, float width, bool up, std::string const &words, std::vector<Item> &out)
{
    float const tick = up ? -6.0F : 6.0F;
    auto const line = [&](float w, Colour c) {
        return Drawing::stroke({{at.x, at.y + tick}, {at.x, at.y}, {at.x + width, at.y}, {at.x + width, at.y + tick}},
                               w, c);
    };
    out.emplace_back(line(4.5F, in.style.halo));
    out.emplace_back(line(1.8F, in.style.text));
    out.emplace_back(text(in, {at.x + width + 8, at.y + (up ? -2.0F : 13.0F)}, words, 12.5F, in.style.text));
}

void scale_bars(SceneInput const &in, LabelPlacer &placer, std::vector<Item> &out)
{
    auto const &f = in.free;
    double const mpp = in.view.camera.metres_per_pixel;
    ScreenPoint const at{f.right - 250, f.bottom - 52};
    double const km = round_down(170 * mpp / 1000);
    double const versts = round_down(170 * mpp / verst);
    bar(in, at, static_cast<float>(km * 1000 / mpp), true, fmt::format("{:g} {}", km, in.texts.tr("km")), out);
    bar(in, at, static_cast<float>(versts * verst / mpp), false, fmt::format("{:g} {}", versts, in.texts.tr("verst")),
        out);
    placer.block({at.x - 10, at.y - 20, f.right, at.y + 18});
}

/// An arrow along the meridian that is nearest to the middle of the view.
void north(SceneInput const &in, LabelPlacer &placer, std::vector<Item> &out)
{
    auto const &centre = in.view.camera.centre;
    double least = 1e18;
    geo::MapPoint direction{0, 1};
    for (auto const &line : in.map.graticule) {
        for (std::size_t i = 0; line.index == 0 && i + 1 < line.points.size(); ++i) {
            auto const &[a, b] = std::pair{line.points[i], line.points[i + 1]};
            if (double const d = std::hypot(a.x - centre.x, a.y - centre.y); d < least) {
                least = d;
                double const l = std::hypot(b.x - a.x, b.y - a.y);
                direction = {(b.x - a.x) / l, (b.y - a.y) / l};
            }
        }
    }
    auto const dx = static_cast<float>(direction.x);
    auto const dy = static_cast<float>(-direction.y);
    ScreenPoint const foot{in.free.right - 280, in.free.bottom - 40};
    auto const along = [&](float l, float side) {
        return ScreenPoint{foot.x + dx * l - dy * side, foot.y + dy * l + dx * side};
    };
    for (auto const &[width, colour] : {std::pair{4.5F, in.style.halo}, std::pair{1.8F, in.style.text}}) {
        out.emplace_back(Drawing::stroke({along(0, 0), along(30, 0)}, width, colour));
        out.emplace_back(Drawing::stroke({along(22, -5), along(31, 0), along(22, 5)}, width, colour));
    }
    auto const tip = along(36, 0);
    out.emplace_back(text(in, {tip.x - 5, tip.y}, in.texts.tr("N"), 13, in.style.text, Face::sans_bold));
    placer.block({foot.x - 12, foot.y - 56, foot.x + 12, foot.y + 4});
}

/// Words in lines that are no wider; the last is full, the first takes the rest.
std::vector<std::string> wrapped(FontMetrics const &fonts, std::string const &words, float size, float width)
{
    std::vector<std::string> lines;
    std::string line;
    for (std::size_t end = words.size(); end > 0;) {
        auto const space = words.rfind(' ', end - 1);
        auto const begin = space == std::string::npos ? 0 : space + 1;
        auto longer = words.substr(begin, end - begin) + (line.empty() ? "" : " ") + line;
        if (!line.empty() && fonts.width(Face::sans, longer, size) > width) {
            lines.insert(lines.begin(), std::exchange(line, words.substr(begin, end - begin)));
        } else {
            line = std::move(longer);
        }
        end = space == std::string::npos ? 0 : space;
    }
    lines.insert(lines.begin(), line);
    return lines;
}

/// \return the height of its lines but one, by which the scale has to stand higher
float attribution(SceneInput const &in, LabelPlacer &placer, std::vector<Item> &out)
{
    auto const &lang = in.view.language;
    std::string words = in.map.attribution.in(lang);
    auto const &own = in.map.atlas->info.attribution.in(lang);
    words += (words.empty() || own.empty() ? "" : " · ") + own;
    float const room = in.free.right - in.free.left - 14;
    if (room < 120) { // a slit between panels is no map
        return 0;
    }
    float size = 11.5F * std::max(1.0F, static_cast<float>(in.view.viewport.height) / 1080);
    if (in.fonts.width(Face::sans, words, size) > room) {
        size = std::max(9.5F, size * 0.85F);
    }
    float y = in.free.bottom - 7;
    auto const lines = wrapped(in.fonts, words, size, room);
    for (auto line = lines.rbegin(); line != lines.rend(); ++line, y -= size * 1.2F) {
        ScreenPoint const at{in.free.right - in.fonts.width(Face::sans, *line, size) - 6, y};
        out.emplace_back(text(in, at, *line, size, in.style.secondary));
        placer.block({at.x - 4, at.y - size, in.free.right, at.y + 4});
    }
    return static_cast<float>(lines.size() - 1) * size * 1.2F;
}

/// Where a line of the graticule crosses an upright or level edge, in pixels along it.
std::optional<float> crossing(std::vector<ScreenPoint> const &points, float edge, bool level)
{
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        auto const &[a, b] = std::pair{points[i], points[i + 1]};
        float const from = level ? a.y : a.x;
        float const to = level ? b.y : b.x;
        if ((from <= edge) != (to <= edge)) {
            float const t = (edge - from) / (to - from);
            return level ? a.x + (b.x - a.x) * t : a.y + (b.y - a.y) * t;
        }
    }
    return std::nullopt;
}

void degrees(SceneInput const &in, LabelPlacer &placer, std::vector<Item> &out)
{
    if (in.view.hidden.contains("graticule")) {
        return;
    }
    Drawing const drawing{in};
    auto const &f = in.free;
    for (auto const &line : in.map.graticule) {
        bool const meridian = line.index == 0;
        auto const points = drawing.thinned(line.points);
        auto const at = meridian ? crossing(points, f.top + 2, true) : crossing(points, f.right - 2, false);
        if (!at || *at < (meridian ? f.left : f.top) + 24 || *at > (meridian ? f.right : f.bottom) - 70) {
            continue;
        }
        auto const words = fmt::format("{}°", line.rank);
        float const width = in.fonts.width(Face::sans, words, 12);
        ScreenPoint const corner =
            meridian ? ScreenPoint{*at + 4, f.top + 16} : ScreenPoint{f.right - width - 6, *at - 4};
        if (placer.take({corner.x, corner.y - 12, corner.x + width, corner.y + 2})) {
            out.emplace_back(text(in, corner, words, 12, in.style.secondary));
        }
    }
}

/// Past the scale to which the base map is good the picture says so.
void accuracy(SceneInput const &in, LabelPlacer &placer, std::vector<Item> &out)
{
    double const scale = scale_denominator(in.view.camera);
    if (in.map.base_scale <= 0 || scale * 2.5 > in.map.base_scale) {
        return;
    }
    auto const words = fmt::format(fmt::runtime(in.texts.tr("The base map is good to about 1:{}")),
                                   static_cast<long>(in.map.base_scale));
    float const width = in.fonts.width(Face::sans_italic, words, 12);
    ScreenPoint at{in.free.left + 12, in.free.bottom - 8};
    for (int lift = 0; lift < 6 && !placer.free({at.x, at.y - 12, at.x + width, at.y + 3}); ++lift) {
        at.y -= 8; // over the attribution where that needs the whole width
    }
    out.emplace_back(text(in, at, words, 12, in.style.secondary, Face::sans_italic));
    placer.block({at.x, at.y - 14, at.x + width, at.y + 4});
}

} // namespace

Scene build_furniture(SceneInput const &in, BaseScene const &base, Rect const &legend)
{
    std::optional<Magnified> larger;
    BaseScene reduced;
    if (in.view.map_scale != 1) {
        larger.emplace(in);
        reduced = larger->reduced(base);
    }
    auto const &view = larger ? larger->input() : in;
    Scene scene{view.view.viewport.width, view.view.viewport.height, {}, {}, {}};
    if (in.view.hidden.contains("furniture")) {
        return scene;
    }
    LabelPlacer placer{in.fonts, static_cast<float>(scene.width), static_cast<float>(scene.height)};
    std::ranges::for_each(larger ? reduced.taken : base.taken, [&](Rect const &rect) { placer.block(rect); });
    placer.block(larger ? larger->reduced(legend) : legend);
    auto raised = view;
    if (!larger) {
        raised.free.bottom -= attribution(in, placer, scene.items);
    }
    scale_bars(raised, placer, scene.items);
    north(raised, placer, scene.items);
    accuracy(view, placer, scene.items);
    degrees(view, placer, scene.items);
    if (larger) {
        // Whoever wants the attribution steps nearer: a line of that size would not fit.
        scene = larger->enlarged(std::move(scene));
        attribution(in, placer, scene.items);
    }
    return scene;
}

Rect furniture_rect(SceneInput const &in)
{
    if (in.view.map_scale != 1) {
        Magnified const magnified{in};
        return magnified.enlarged(furniture_rect(magnified.input()));
    }
    return {in.free.right - 296, in.free.bottom - 96, in.free.right, in.free.bottom};
}

Scene build_plate(SceneInput const &in)
{
    auto const &info = in.map.atlas->info;
    auto const &lang = in.view.language;
    Scene scene{in.view.viewport.width, in.view.viewport.height, {}, {}, {}};
    // On a small picture the plate takes no more than half of its width.
    auto const date = full_date_text(in.texts, in.world.at);
    auto const &title = info.title.in(lang);
    float size = 30;
    float const room = static_cast<float>(in.view.viewport.width) * 0.5F;
    size = std::min(size, size * room / std::max(1.0F, in.fonts.width(Face::sans_bold, date, size)));
    float const width = std::max(in.fonts.width(Face::sans_bold, date, size),
                                 in.fonts.width(Face::sans, title + "  ·  " + info.clock.in(lang), size * 0.53F)) +
                        size * 1.4F;
    float const height = size * 2.9F;
    float const margin = size * 0.55F;
    Fill paper;
    paper.points = {
        {margin, margin}, {margin + width, margin}, {margin + width, margin + height}, {margin, margin + height}};
    paper.ring_ends = {4};
    paper.colour = in.style.plate;
    scene.items.emplace_back(paper);
    Stroke edge = Drawing::stroke(paper.points, 1.2F, in.style.frame);
    edge.closed = true;
    scene.items.emplace_back(std::move(edge));
    float const left = margin + size * 0.7F;
    scene.items.emplace_back(
        Text{{left, margin + size * 1.3F}, date, Face::sans_bold, size, in.style.text, {}, 0, 0, 0});
    scene.items.emplace_back(Text{{left, margin + size * 2.25F},
                                  title + "  ·  " + info.clock.in(lang),
                                  Face::sans,
                                  size * 0.53F,
                                  in.style.secondary,
                                  {},
                                  0,
                                  0,
                                  0});
    return scene;
}

Rect plate_rect(Scene const &plate)
{
    auto const &corners = std::get<Fill>(plate.items.front()).points;
    return {corners[0].x, corners[0].y, corners[2].x, corners[2].y};
}

} // namespace app
