#include "app/scene/drawing.hpp"
#include "app/scene/furniture.hpp"
#include "app/scene/symbols.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <map>

namespace app {
namespace {

/// Places are shown down to this rank at a scale.
int deepest_rank(double denominator)
{
    return denominator < 260'000 ? 5 : denominator < 750'000 ? 4 : denominator < 2'300'000 ? 3 : denominator < 7'000'000 ? 2 : 1;
}

/// Draws the base scene; lives for one call.
class BaseBuilder : private Drawing
{
public:
    explicit BaseBuilder(SceneInput const &in)
    : Drawing{in}, m_in{in}, s{in.style},
      m_placer{in.fonts, static_cast<float>(in.view.viewport.width), static_cast<float>(in.view.viewport.height)}
    {}

    BaseScene build()
    {
        m_scene.width = m_in.view.viewport.width;
        m_scene.height = m_in.view.viewport.height;
        m_scene.background = s.sea;
        draw_ground();
        draw_water();
        if (shown("graticule")) {
            draw_graticule();
        }
        draw_lines();
        block_panels();
        if (shown("furniture")) {
            draw_furniture(m_in, m_placer, m_scene.items);
        }
        draw_places();
        draw_letters();
        return {std::move(m_scene), m_placer.taken()};
    }

private:
    std::vector<Item> &out() { return m_scene.items; }

    void draw_ground()
    {
        // The shore shines out over the sea; the land then covers what lies on its side.
        std::array const bands{std::pair{26.0F, s.vignette_far}, std::pair{16.0F, s.vignette_middle}, std::pair{8.0F, s.vignette_near}};
        for (auto const &[width, colour] : bands) {
            for (auto const &line : m_in.map.coast) {
                if (in_view(line.box)) {
                    out().emplace_back(stroke(thinned(line.points), width, colour));
                }
            }
        }
        for (auto const &area : m_in.map.land) {
            if (in_view(area.box)) {
                out().emplace_back(fill(area, s.land));
            }
        }
        if (shown("regions")) {
            for (auto const &area : m_in.map.regions) {
                draw_region(area);
            }
        }
        if (shown("relief") && s.relief && m_in.map.relief) {
            auto const &b = m_in.map.relief_box;
            Image image;
            image.raster = m_in.map.relief;
            image.multiply = true;
            geo::MapPoint const corners[4]{{b.left, b.top}, {b.right, b.top}, {b.right, b.bottom}, {b.left, b.bottom}};
            std::ranges::transform(corners, image.corners, [&](geo::MapPoint p) { return screen(p); });
            out().emplace_back(std::move(image));
        }
    }

    [[nodiscard]] bool alive(geo::Index region) const
    {
        return std::ranges::binary_search(m_in.world.regions, region);
    }

    void draw_region(ModelArea const &area)
    {
        auto const &region = m_in.map.atlas->regions[area.index];
        if (!alive(area.index) || !in_view(area.box)) {
            return;
        }
        auto const colour = colour_of(m_in.map.atlas->info.polities, region.polity, s);
        switch (region.status) {
        case geo::Status::sovereign:
        case geo::Status::controlled: out().emplace_back(fill(area, with_alpha(colour, 0.10))); break;
        case geo::Status::occupied: out().emplace_back(fill(area, with_alpha(colour, 0.16))); break;
        case geo::Status::disputed: out().emplace_back(fill(area, s.hatch, Pattern::hatch)); break;
        case geo::Status::neutral: out().emplace_back(fill(area, with_alpha(s.hatch, 0.9), Pattern::dots)); break;
        case geo::Status::claimed: break; // an outline only, drawn with the borders
        }
    }

    void draw_water()
    {
        for (auto const &lake : m_in.map.lakes) {
            if (in_view(lake.box)) {
                out().emplace_back(fill(lake, s.lake));
                auto outline = stroke({}, 1, s.shore);
                for (std::uint32_t i = 0; i < lake.ring_ends.front(); ++i) {
                    outline.points.push_back(screen(lake.points[i]));
                }
                outline.closed = true;
                out().emplace_back(std::move(outline));
            }
        }
        if (shown("rivers")) {
            int const deepest = denominator() < 1'600'000 ? 5 : denominator() < 4'000'000 ? 4 : 2;
            for (auto const &river : m_in.map.rivers) {
                if (river.rank <= deepest && in_view(river.box)) {
                    float const width = std::max(0.7F, 2.3F - 0.4F * static_cast<float>(river.rank));
                    auto line = stroke(thinned(river.points), width, s.river);
                    line.cap = Cap::round;
                    out().emplace_back(std::move(line));
                }
            }
        }
        for (auto const &line : m_in.map.coast) {
            if (in_view(line.box)) {
                out().emplace_back(stroke(thinned(line.points), 1.3F, s.shore));
            }
        }
    }

    void draw_graticule()
    {
        for (auto const &line : m_in.map.graticule) {
            if (in_view(line.box)) {
                out().emplace_back(stroke(thinned(line.points), 1, s.graticule));
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
            each_line(geo::LineKind::road, [&](ModelLine const &l, geo::Line const &) { out().emplace_back(stroke(thinned(l.points), far ? 1.4F : 3, s.road)); });
            each_line(geo::LineKind::road, [&](ModelLine const &l, geo::Line const &) { out().emplace_back(stroke(thinned(l.points), far ? 0 : 1.5F, s.road_core)); });
        }
        if (shown("sea lanes")) {
            each_line(geo::LineKind::sea_lane, [&](ModelLine const &l, geo::Line const &) { out().emplace_back(stroke(thinned(l.points), 1.2F, s.sea_lane, {2, 7})); });
        }
        if (shown("borders")) {
            for (auto const &border : m_in.map.borders) {
                if (in_view(border.box) && divides(border, *m_in.map.atlas, m_in.world.regions)) {
                    draw_border(border.points, border.uncertainty_km);
                }
            }
            each_line(geo::LineKind::border, [&](ModelLine const &l, geo::Line const &f) { draw_border(l.points, f.uncertainty_km); });
            draw_claims();
        }
        if (shown("railways")) {
            each_line(geo::LineKind::railway, [&](ModelLine const &l, geo::Line const &) { out().emplace_back(stroke(thinned(l.points), far ? 2.6F : 4.2F, s.rail)); });
            each_line(geo::LineKind::railway, [&](ModelLine const &l, geo::Line const &) {
                float const tick = far ? 7.0F : 13.0F;
                out().emplace_back(stroke(thinned(l.points), far ? 1.1F : 2.2F, s.rail_tick, {tick, tick}));
            });
        }
        if (shown("fronts")) {
            each_line(geo::LineKind::front, [&](ModelLine const &l, geo::Line const &f) {
                auto const points = thinned(l.points);
                out().emplace_back(stroke(points, band(f.uncertainty_km), with_alpha(s.front, 0.12)));
                out().emplace_back(stroke(points, 2.6F, with_alpha(s.front, 0.8), {14, 6}));
            });
        }
    }

    /// Width of the soft band about a line that is uncertain by so many km.
    [[nodiscard]] float band(double uncertainty_km) const { return std::clamp(pixels(uncertainty_km * 1000), 7.0F, 44.0F); }

    void draw_border(std::vector<geo::MapPoint> const &line, double uncertainty_km)
    {
        auto const points = thinned(line);
        out().emplace_back(stroke(points, band(uncertainty_km), s.border_band));
        out().emplace_back(stroke(points, 1.6F, s.border, {11, 4, 2.5F, 4}));
    }

    void draw_claims()
    {
        for (auto const &edge : m_in.map.claim_edges) {
            auto const &region = m_in.map.atlas->regions[edge.index];
            if (!alive(edge.index) || !in_view(edge.box)) {
                continue;
            }
            if (region.status == geo::Status::claimed) {
                auto const colour = colour_of(m_in.map.atlas->info.polities, region.polity, s);
                out().emplace_back(stroke(thinned(edge.points), 1.6F, with_alpha(colour, 0.7), {7, 6}));
            } else {
                out().emplace_back(stroke(thinned(edge.points), 1.4F, with_alpha(s.border, 0.7), {2, 4}));
            }
        }
    }

    void block_panels()
    {
        auto const w = static_cast<float>(m_in.view.viewport.width);
        auto const h = static_cast<float>(m_in.view.viewport.height);
        auto const &f = m_in.free;
        m_placer.block({0, 0, w, f.top});
        m_placer.block({0, f.bottom, w, h});
        m_placer.block({0, 0, f.left, h});
        m_placer.block({f.right, 0, w, h});
        m_placer.block(m_in.blocked);
    }

    void draw_places()
    {
        if (!shown("places")) {
            return;
        }
        auto const &atlas = *m_in.map.atlas;
        int const deepest = deepest_rank(denominator());
        std::vector<geo::Index> order;
        for (auto const i : m_in.world.places) {
            bool const selected = m_in.view.selection == Selection{Kind::place, i};
            if ((atlas.places[i].rank <= deepest || selected) && in_view(screen(m_in.map.places[i]), -4)) {
                order.push_back(i);
            }
        }
        std::ranges::stable_sort(order, {}, [&](geo::Index i) { return atlas.places[i].rank; });
        for (auto const i : order) {
            auto const at = screen(m_in.map.places[i]);
            draw_place(at, atlas.places[i].kind, atlas.places[i].rank, s.place_mark, s.halo, out());
            if (atlas.places[i].kind != "region") {
                m_placer.block({at.x - 6, at.y - 6, at.x + 6, at.y + 6});
                m_scene.targets.push_back({Kind::place, i, at.x - 9, at.y - 9, at.x + 9, at.y + 9});
            }
            if (m_in.view.selection == Selection{Kind::place, i}) {
                out().emplace_back(ring(at, 13, 2.5F, s.front));
            }
        }
        if (shown("labels")) {
            for (auto const i : order) {
                label_place(atlas.places[i], screen(m_in.map.places[i]));
            }
        }
    }

    void label_place(geo::Place const &place, ScreenPoint at)
    {
        auto const &name = place.name.in(language());
        LabelWish wish{at, 9, 7, {}, s.halo, false};
        if (place.kind == "region") {
            wish.lines.push_back({name, Face::serif_italic, 17, s.region_text});
            wish.gap_x = -m_in.fonts.width(Face::serif_italic, name, 17) / 2;
        } else {
            float const size = place.rank == 1 ? 22.0F : place.rank == 2 ? 17.0F : place.rank == 3 ? 15.5F : 13.5F;
            wish.lines.push_back({name, place.rank <= 2 ? Face::sans_bold : Face::sans, size, s.text});
            bool const period = !place.name_period.empty() && place.name_period != name && (place.rank <= 3 || denominator() < 800'000);
            if (period) {
                wish.lines.push_back({place.name_period, Face::sans_italic, 13, s.secondary});
            }
        }
        if (!m_placer.place(wish, out()) && wish.lines.size() > 1) {
            wish.lines.pop_back();
            m_placer.place(wish, out());
        }
    }

    void draw_letters()
    {
        if (!shown("labels")) {
            return;
        }
        letter_polities();
        for (auto const &name : m_in.map.names) {
            letter(name);
        }
    }

    /// The name of each polity over the roomiest of its regions.
    void letter_polities()
    {
        auto const &atlas = *m_in.map.atlas;
        std::map<std::string, geo::Index> seats;
        for (auto const i : m_in.world.regions) {
            auto const &region = atlas.regions[i];
            if (region.status == geo::Status::claimed || !in_view(screen(m_in.map.seats[i].at))) {
                continue;
            }
            auto const [seat, is_new] = seats.try_emplace(region.polity, i);
            if (!is_new && m_in.map.seats[i].radius > m_in.map.seats[seat->second].radius) {
                seat->second = i;
            }
        }
        for (auto const &[polity, i] : seats) {
            auto const label = std::ranges::find(atlas.info.polities, polity, &geo::Label::id);
            if (label == atlas.info.polities.end() || label->name.empty()) {
                continue;
            }
            bool const holds = holds_land(atlas.regions[i].status);
            auto const text = holds ? capitals(label->name.in(language())) : label->name.in(language());
            float const room = pixels(m_in.map.seats[i].radius);
            if (room < (holds ? 34.0F : 26.0F)) {
                continue;
            }
            float const size = holds ? std::clamp(room * 0.28F, 15.0F, 30.0F) : 15.0F;
            auto const at = screen(m_in.map.seats[i].at);
            // Wide letters first, then closer and smaller ones; a name without room is left out: the tint still tells.
            for (float const shrink : {1.0F, 0.8F, 0.62F}) {
                LabelLine const line{text, holds ? Face::serif : Face::serif_italic, size * shrink, s.region_text};
                if (letter_about(at, room, line, (holds ? 0.5F : 0.1F) * size * shrink * shrink)) {
                    break;
                }
            }
        }
    }

    /// Letters a line at a spot or, where labels stand in the way, near it: first up and down, then aside.
    bool letter_about(ScreenPoint at, float room, LabelLine const &line, float spacing)
    {
        float const half = m_in.fonts.width(line.face, line.text, line.size, spacing) / 2 + 2;
        constexpr std::array offsets{0.0F, -0.15F, 0.15F, -0.3F, 0.3F, -0.45F, 0.45F, -0.6F, 0.6F};
        for (float const dx : offsets) {
            for (float const dy : offsets) {
                float const x = at.x + dx * room;
                float const y = at.y + dy * room;
                if (letter_along({{x - half, y}, {x + half, y}}, line, spacing, with_alpha(s.halo, 0.5), m_in.fonts, m_placer, out())) {
                    return true;
                }
            }
        }
        return false;
    }

    void letter(ModelName const &name)
    {
        bool const water = name.kind == "sea" || name.kind == "bay" || name.kind == "lake" || name.kind == "gulf" || name.kind == "river";
        bool const sea = name.kind == "sea";
        auto const &text = name.text.in(language());
        float const size = sea ? 34.0F : name.kind == "river" ? 14.0F : name.rank <= 1 ? 22.0F : name.rank == 2 ? 19.0F : 15.0F;
        LabelLine const line{sea ? capitals(text) : text, water ? Face::serif_italic : Face::serif, size, water ? s.water_text : s.mountain_text};
        float const spacing = sea ? size * 0.42F : name.kind == "range" ? size * 0.3F : size * 0.06F;
        if (denominator() > (name.rank <= 1 ? 9e6 : name.rank == 2 ? 4e6 : name.rank == 3 ? 2.2e6 : 9e5)) {
            return;
        }
        std::vector<ScreenPoint> course;
        for (auto const &p : name.course) {
            course.push_back(screen(p));
        }
        if (course.size() == 1) {
            float const half = m_in.fonts.width(line.face, line.text, line.size, spacing) / 2 + 2;
            course = {{course[0].x - half, course[0].y}, {course[0].x + half, course[0].y}};
        } else if (name.kind == "river") {
            for (auto &p : course) {
                p.y -= 8; // beside the water, not on it
            }
        }
        if (std::ranges::any_of(course, [&](ScreenPoint p) { return in_view(p); })) {
            letter_along(std::move(course), line, spacing, sea ? Colour{0, 0, 0, 0} : with_alpha(s.halo, water ? 0.5 : 0.7), m_in.fonts, m_placer, out());
        }
    }

    /// Capitals of the Latin and Cyrillic letters that our languages use.
    static std::string capitals(std::string const &text)
    {
        std::string result;
        for (char32_t c : decode_utf8(text)) {
            if ((c >= U'a' && c <= U'z') || (c >= U'а' && c <= U'я')) {
                c -= 32;
            } else if (c == U'ə') {
                c = U'Ə';
            } else if (c == U'ё') {
                c = U'Ё';
            } else if (c == U'ı') {
                c = U'I';
            } else if (c >= 0x100 && c < 0x180) {
                c &= ~char32_t{1}; // Latin Extended-A pairs capital and small
            } else if (c >= 0xE0 && c <= 0xFE) {
                c -= 32;
            }
            result += c < 0x80 ? std::string(1, static_cast<char>(c))
                               : std::string{static_cast<char>(0xC0U | c >> 6U), static_cast<char>(0x80U | (c & 0x3FU))};
        }
        return result;
    }

    SceneInput const &m_in;
    Style const &s;
    LabelPlacer m_placer;
    Scene m_scene;
};

} // namespace

Colour colour_of(std::vector<geo::Label> const &labels, std::string const &id, Style const &style)
{
    auto const found = std::ranges::find(labels, id, &geo::Label::id);
    if (found != labels.end() && found->colour.size() == 7) {
        unsigned value = 0;
        std::from_chars(found->colour.data() + 1, found->colour.data() + 7, value, 16);
        return {static_cast<std::uint8_t>(value >> 16U), static_cast<std::uint8_t>(value >> 8U & 0xFFU),
                static_cast<std::uint8_t>(value & 0xFFU), 255};
    }
    std::size_t sum = 0;
    for (unsigned char const c : id) {
        sum = sum * 31 + c;
    }
    return style.palette[sum % style.palette.size()];
}

BaseScene build_base(SceneInput const &in)
{
    return BaseBuilder{in}.build();
}

std::string base_key(SceneInput const &in)
{
    auto const &v = in.view;
    auto const place = v.selection.kind == Kind::place ? static_cast<long>(v.selection.index) : -1L;
    return fmt::format("{:.3f} {:.3f} {:.6f} {}x{} {} {} {} {} {} {} {} {} {} {} {}", v.camera.centre.x, v.camera.centre.y,
                       v.camera.metres_per_pixel, v.viewport.width, v.viewport.height, v.language, v.style, fmt::join(v.hidden, ","),
                       place, in.free.left, in.free.top, in.free.right, in.free.bottom, fmt::join(in.world.regions, ","),
                       fmt::join(in.world.lines, ","), in.world.places.size());
}

std::vector<std::string> const &layer_names()
{
    static std::vector<std::string> const names{msg("relief"), msg("regions"), msg("borders"), msg("fronts"), msg("rivers"), msg("graticule"), msg("railways"), msg("roads"),
                                                msg("sea lanes"), msg("places"), msg("labels"), msg("tracks"), msg("units"), msg("events"), msg("furniture")};
    return names;
}

} // namespace app
