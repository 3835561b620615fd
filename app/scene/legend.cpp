#include "app/scene/legend.hpp"

#include "app/scene/drawing.hpp"
#include "app/scene/event_drawing.hpp"
#include "app/scene/ground.hpp"
#include "app/scene/magnified.hpp"
#include "app/scene/symbols.hpp"
#include "app/scene/tracks.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <set>
#include <tuple>

namespace app {
namespace {

constexpr float row = 17.5F;
constexpr float sign_width = 32; ///< of the column of signs
constexpr float type = 11.5F;
constexpr float heading = 13.5F;
constexpr float pad = 11;
constexpr float narrowest = 760; ///< free ground in which a legend leaves enough of the map
constexpr float lowest = 480;
constexpr float most_of_height = 0.45F;
constexpr float most_of_ground = 0.16F;
constexpr float most_hidden = 18; ///< as hidden_by() counts

constexpr std::array status_words{msg("sovereign"), msg("controlled"), msg("occupied"),
                                  msg("claimed"),   msg("disputed"),   msg("neutral")};
constexpr std::array line_words{msg("railway"), msg("road"), msg("sea lane"), msg("front"), msg("border")};
constexpr std::array echelon_words{"",
                                   msg("detachment"),
                                   msg("company"),
                                   msg("battalion"),
                                   msg("regiment"),
                                   msg("brigade"),
                                   msg("division"),
                                   msg("corps"),
                                   msg("army"),
                                   msg("army group (front)")};
constexpr std::array<std::string_view, 10> echelon_marks{"", "", "I", "II", "III", "X", "XX", "XXX", "XXXX", "XXXXX"};
constexpr std::array<std::pair<std::string_view, char const *>, 10> sign_words{
    {{"armoured_train", msg("armoured train")},
     {"rifle", msg("infantry")},
     {"cavalry", msg("cavalry")},
     {"flotilla", msg("ships")},
     {"garrison", msg("garrison")},
     {"insurgents", msg("insurgents")},
     {"headquarters", msg("headquarters")},
     {"landing", msg("landing force")},
     {"detachment", msg("detachment")},
     {"security", msg("security service")}}};

/// What a row is of, the indispensable first: where there is too little room the last are left out.
enum class Subject { side, land, way, line, event, kind };

/// One row: a sign drawn about its middle, and its words.
struct Entry
{
    Subject subject = Subject::side;
    std::function<void(ScreenPoint)> draw;
    std::string words;
};

/// Gathers what is in view and lays it out; lives for one call.
class LegendBuilder : private Drawing
{
public:
    explicit LegendBuilder(SceneInput const &in)
    : Drawing{in}, m_in{in}, s{in.style}, m_atlas{*in.map.atlas}, m_view{visible(in.view.camera, in.view.viewport)}
    {}

    Legend build()
    {
        auto const &f = m_in.free;
        if (f.right - f.left < narrowest || f.bottom - f.top < lowest) {
            return {};
        }
        gather_units();
        gather_lands();
        gather_lines();
        gather_events();
        if (!m_entries.empty()) {
            lay_out();
        }
        return std::move(m_legend);
    }

private:
    std::vector<Item> &out() { return m_legend.items; }
    void add(Subject subject, std::string words, std::function<void(ScreenPoint)> draw)
    {
        m_entries.push_back({subject, std::move(draw), std::move(words)});
    }
    void line(ScreenPoint at, float width, Colour colour, std::vector<float> dash = {})
    {
        out().emplace_back(stroke({{at.x - 15, at.y}, {at.x + 15, at.y}}, width, colour, std::move(dash)));
    }

    /// Sides, kinds and sizes of the units in view, and the signs of their ways.
    void gather_units()
    {
        if (!shown("units")) {
            return;
        }
        std::set<std::size_t> sides;
        std::set<std::string> signs;
        std::set<Echelon> echelons;
        bool moving = false;
        bool interpolated = false;
        bool disputed = false;
        auto const &looks = m_in.map.looks;
        std::vector<bool> seen(looks.all().size());
        for (auto const &state : m_in.world.units) {
            auto const look = looks.of(state.unit);
            bool const tells = !seen[look] || (!moving && state.phase == geo::Phase::moving) ||
                               (!interpolated && state.basis == geo::Basis::interpolated) ||
                               (!disputed && state.confidence == geo::Confidence::disputed);
            if (!tells || state.parent || looks.is_account(state.unit) || !in_view(position_of(m_in, state))) {
                continue;
            }
            seen[look] = true;
            sides.insert(looks.all()[look].side);
            signs.insert(looks.all()[look].symbol);
            echelons.insert(looks.all()[look].echelon);
            moving = moving || state.phase == geo::Phase::moving;
            interpolated = interpolated || state.basis == geo::Basis::interpolated;
            disputed = disputed || state.confidence == geo::Confidence::disputed;
        }
        add_sides(sides);
        add_signs(signs, echelons);
        if (moving && shown("tracks")) {
            auto const colour = colour_of(m_atlas.info.sides, m_atlas.info.sides[*sides.begin()].id, s);
            add(Subject::way, m_in.texts.tr("way travelled, fading with age"),
                [this, colour](ScreenPoint at) { line(at, 6, with_alpha(colour, 0.9)); });
            add(Subject::way, m_in.texts.tr("way ahead"), [this, colour](ScreenPoint at) {
                line(at, 1.8F, with_alpha(colour, 0.8), {6, 5});
            });
        }
        if (interpolated && shown("tracks")) {
            add(Subject::way, m_in.texts.tr("interpolated: ring as wide as the possible error"),
                [this](ScreenPoint at) {
                    auto halo = ring(at, 7.5F, 1.4F, s.secondary);
                    halo.dash = {4, 3};
                    out().emplace_back(std::move(halo));
                });
        }
        if (disputed) {
            add(Subject::way, m_in.texts.tr("the sources disagree"), [this](ScreenPoint at) {
                out().emplace_back(ring(at, 7, 1.2F, s.secondary));
                letters({at.x - 2.8F, at.y + 3.8F}, "?", 10.5F, Face::sans_bold);
            });
        }
    }

    void add_sides(std::set<std::size_t> const &sides)
    {
        for (auto const i : sides) {
            if (i < m_atlas.info.sides.size()) {
                auto const &side = m_atlas.info.sides[i];
                auto const colour = colour_of(m_atlas.info.sides, side.id, s);
                add(Subject::side, side.name.in(language()), [this, i, colour](ScreenPoint at) {
                    draw_unit(at, 0.5F, {frame_of(i), {}, Echelon::none, colour, s.symbol_edge}, out());
                });
            }
        }
    }

    void add_signs(std::set<std::string> const &signs, std::set<Echelon> const &echelons)
    {
        auto const grey = s.secondary;
        for (auto const &[sign, words] : sign_words) {
            if (signs.contains(std::string{sign})) {
                add(Subject::kind, m_in.texts.tr(words), [this, sign, grey](ScreenPoint at) {
                    draw_unit(at, 0.5F, {Frame::rectangle, sign, Echelon::none, grey, s.symbol_edge}, out());
                });
            }
        }
        std::string sizes;
        for (auto const echelon : echelons) {
            auto const number = static_cast<std::size_t>(echelon);
            if (!echelon_marks[number].empty()) {
                sizes += (sizes.empty() ? "" : ", ") + std::string{echelon_marks[number]} + " " +
                         m_in.texts.tr(echelon_words[number]);
            }
        }
        if (!sizes.empty()) {
            add(Subject::kind, sizes, [this, grey](ScreenPoint at) {
                draw_unit({at.x, at.y + 2}, 0.45F, {Frame::rectangle, {}, Echelon::division, grey, s.symbol_edge},
                          out());
            });
        }
    }

    /// True if a part of the area is in view: its triangles tell, not its box.
    [[nodiscard]] bool touches_view(ModelArea const &area) const
    {
        if (!m_view.meets(area.box) || !area.triangles) {
            return false;
        }
        auto const &t = *area.triangles;
        for (std::size_t i = 0; i + 2 < t.size(); i += 3) {
            auto const &[a, b, c] = std::tie(area.points[t[i]], area.points[t[i + 1]], area.points[t[i + 2]]);
            if (m_view.meets({std::min({a.x, b.x, c.x}), std::min({a.y, b.y, c.y}), std::max({a.x, b.x, c.x}),
                              std::max({a.y, b.y, c.y})})) {
                return true;
            }
        }
        return false;
    }

    /// The statuses of the lands in view, each in the colour of one that has it.
    void gather_lands()
    {
        if (!shown("regions")) {
            return;
        }
        std::map<geo::Status, geo::Index> found;
        for (auto const &area : m_in.map.regions) {
            auto const &region = m_atlas.regions[area.index];
            if (region.guest == 0 && !found.contains(region.status) &&
                std::ranges::binary_search(m_in.world.regions, area.index) && touches_view(area)) {
                found.emplace(region.status, area.index);
            }
        }
        for (auto const &[status, index] : found) {
            auto const colour = colour_of(m_atlas.info.polities, m_atlas.regions[index].polity, s);
            add(Subject::land, m_in.texts.tr(status_words[static_cast<std::size_t>(status)]),
                [this, status = status, colour](ScreenPoint at) { draw_land(at, status, colour); });
        }
    }

    void draw_land(ScreenPoint at, geo::Status status, Colour colour)
    {
        Fill patch;
        patch.points = {{at.x - 14, at.y - 6}, {at.x + 14, at.y - 6}, {at.x + 14, at.y + 6}, {at.x - 14, at.y + 6}};
        patch.ring_ends = {4};
        patch.colour = s.land;
        out().emplace_back(patch);
        if (auto const filled = region_fill(status, colour, s)) {
            patch.colour = filled->colour;
            patch.pattern = filled->pattern;
            out().emplace_back(patch);
        }
        bool const claim = status == geo::Status::claimed;
        auto edge = claim ? stroke(patch.points, 1.8F, readable(colour, s.land), {6, 4})
                          : stroke(patch.points, 1.2F, with_alpha(s.border, 0.8),
                                   holds_land(status) ? std::vector<float>{} : std::vector<float>{2, 3});
        edge.closed = true;
        out().emplace_back(std::move(edge));
    }

    void gather_lines()
    {
        std::set<geo::LineKind> kinds;
        for (auto const &one : m_in.map.lines) {
            if (m_view.meets(one.box) && std::ranges::binary_search(m_in.world.lines, one.index)) {
                kinds.insert(m_atlas.lines[one.index].kind);
            }
        }
        if (std::ranges::any_of(m_in.map.borders, [&](RegionBorder const &border) {
                return m_view.meets(border.box) && divides(border, m_atlas, m_in.world.regions);
            })) {
            kinds.insert(geo::LineKind::border);
        }
        constexpr std::array layers{"railways", "roads", "sea lanes", "fronts", "borders"};
        for (auto const kind : kinds) {
            auto const number = static_cast<std::size_t>(kind);
            if (number < line_words.size() && shown(layers[number])) {
                add(Subject::line, m_in.texts.tr(line_words[number]),
                    [this, kind](ScreenPoint at) { draw_line(at, kind); });
            }
        }
    }

    void draw_line(ScreenPoint at, geo::LineKind kind)
    {
        switch (kind) {
        case geo::LineKind::railway:
            line(at, 4.2F, s.rail);
            line(at, 2.2F, s.rail_tick, {7, 7});
            break;
        case geo::LineKind::road:
            line(at, 3, s.road);
            line(at, 1.5F, s.road_core);
            break;
        case geo::LineKind::sea_lane:
            line(at, 1.4F, s.sea_lane, {2, 5});
            break;
        case geo::LineKind::front:
            line(at, 2.6F, with_alpha(s.front, 0.8), {10, 5});
            break;
        default:
            line(at, 8, s.border_band);
            line(at, 1.6F, s.border, {11, 4, 2.5F, 4});
            break;
        }
    }

    /// Categories of the events that are marked in view.
    void gather_events()
    {
        if (!shown("events")) {
            return;
        }
        std::set<std::size_t> categories;
        for (auto const &[index, phase] : m_in.world.events) {
            auto const &event = m_atlas.events[index];
            bool const seen = std::ranges::any_of(
                event.places, [&](geo::Index place) { return in_view(screen(m_in.map.places[place])); });
            if (is_marked(event, phase) && seen) {
                auto const found = std::ranges::find(m_atlas.info.categories, event.category, &geo::Label::id);
                categories.insert(static_cast<std::size_t>(found - m_atlas.info.categories.begin()));
            }
        }
        for (auto const i : categories) {
            if (i < m_atlas.info.categories.size()) {
                auto const &category = m_atlas.info.categories[i];
                auto const colour = colour_of(m_atlas.info.categories, category.id, s);
                add(Subject::event, category.name.in(language()), [this, i, colour](ScreenPoint at) {
                    draw_event_mark(at, mark_of(i), colour, s.symbol_edge, false, out());
                });
            }
        }
    }

    void letters(ScreenPoint at, std::string words, float size, Face face)
    {
        out().emplace_back(Text{at, std::move(words), face, size, s.text, {}, 0});
    }

    /// How so many rows stand in columns.
    struct Columns
    {
        std::size_t rows = 0;
        std::vector<float> widths; ///< of the words
        float width = 0;           ///< of the plate
        float height = 0;
    };

    [[nodiscard]] Columns columns_of(std::size_t count) const
    {
        float const height = m_in.free.bottom - m_in.free.top;
        auto const most_rows = static_cast<std::size_t>((height * most_of_height - heading - 2 * pad) / row);
        auto const columns = (count + most_rows - 1) / most_rows;
        Columns made{(count + columns - 1) / columns, std::vector<float>(columns, 0.0F), pad, 0};
        for (std::size_t i = 0; i < count; ++i) {
            auto &width = made.widths[i / made.rows];
            width = std::max(width, m_in.fonts.width(Face::sans, m_entries[i].words, type));
        }
        for (float const w : made.widths) {
            made.width += sign_width + 7 + w + pad;
        }
        made.height = pad + heading + 4 + row * static_cast<float>(made.rows) + pad * 0.5F;
        return made;
    }

    void drop_last_group()
    {
        std::erase_if(m_entries, [last = m_entries.back().subject](Entry const &e) { return e.subject == last; });
    }

    /// The least needed rows give way until the plate leaves enough of the map.
    [[nodiscard]] Columns fitted()
    {
        auto const &f = m_in.free;
        std::ranges::stable_sort(m_entries, {}, &Entry::subject);
        float const most = most_of_ground * (f.right - f.left) * (f.bottom - f.top);
        auto columns = columns_of(m_entries.size());
        while (columns.width * columns.height > most && m_entries.back().subject != m_entries.front().subject) {
            drop_last_group();
            columns = columns_of(m_entries.size());
        }
        return columns;
    }

    /// Pixels of the ways of all units, each by itself, that a plate there would hide.
    [[nodiscard]] float hidden_ways(Rect const &plate) const
    {
        auto const &camera = m_in.view.camera;
        auto const low = to_map(camera, m_in.view.viewport, {plate.left, plate.bottom});
        auto const high = to_map(camera, m_in.view.viewport, {plate.right, plate.top});
        double const metres = m_in.map.way_density.metres_in({low.x, low.y, high.x, high.y});
        return static_cast<float>(metres / camera.metres_per_pixel);
    }

    /// What a plate there would hide: places, the greater the dearer, and the ways of units, whenever they go them.
    [[nodiscard]] float hidden_by(Rect const &plate) const
    {
        constexpr std::array dear{24.0F, 10.0F, 4.0F, 2.0F, 1.0F}; // by rank
        constexpr float way = 100;                                 // pixels that are as dear as the least place
        float sum = shown("units") ? hidden_ways(plate) / way : 0;
        for (std::size_t i = 0; i < m_atlas.places.size(); ++i) {
            auto const at = screen(m_in.map.places[i]);
            if (plate.meets({at.x, at.y, at.x + 1, at.y + 1})) {
                sum += dear.at(static_cast<std::size_t>(std::clamp(m_atlas.places[i].rank, 1, 5)) - 1);
            }
        }
        return sum;
    }

    struct Corner
    {
        Rect plate;
        float hidden = 0;
    };

    /// The corner in which the plate hides least, the lower left one if others are hardly better. What time brings does
    /// not count, so that the legend stays where it is while time runs.
    [[nodiscard]] Corner corner_for(float width, float height) const
    {
        auto const &f = m_in.free;
        float const x[]{f.left + 12, f.right - 12 - width};
        float const low = furniture_rect(m_in).top - 8 - height;
        std::array const corners{Rect{x[0], f.bottom - 28 - height, x[0] + width, f.bottom - 28},
                                 Rect{x[1], f.top + 28, x[1] + width, f.top + 28 + height},
                                 Rect{x[1], low, x[1] + width, low + height},
                                 Rect{x[0], f.top + 28, x[0] + width, f.top + 28 + height}};
        constexpr std::array handicap{0.0F, 6.0F, 7.0F, 8.0F};
        std::size_t best = 0;
        float least = hidden_by(corners[0]);
        for (std::size_t i = 1; i < corners.size(); ++i) {
            auto const &c = corners.at(i);
            bool const blocked = std::ranges::any_of(m_in.blocked, [&](Rect const &r) { return r.meets(c); });
            if (float const sum = hidden_by(c) + handicap.at(i); !blocked && c.top >= f.top && sum < least) {
                best = i;
                least = sum;
            }
        }
        return {corners.at(best), least};
    }

    void lay_out()
    {
        auto columns = fitted();
        auto corner = corner_for(columns.width, columns.height);
        // Between panels any corner may hide what the reader looks for: then it keeps to what cannot be guessed.
        while (corner.hidden > most_hidden && m_entries.back().subject != m_entries.front().subject) {
            drop_last_group();
            columns = columns_of(m_entries.size());
            corner = corner_for(columns.width, columns.height);
        }
        auto &p = m_legend.plate;
        p = corner.plate;
        draw_plate(p);
        letters({p.left + pad, p.top + pad + heading * 0.7F}, m_in.texts.tr("Legend"), heading, Face::sans_bold);
        float x = p.left + pad;
        for (std::size_t i = 0; i < m_entries.size(); ++i) {
            float const y = p.top + pad + heading + 4 + row * (static_cast<float>(i % columns.rows) + 0.5F);
            m_entries[i].draw({std::round(x + sign_width / 2), std::round(y)});
            letters({x + sign_width + 7, std::round(y + type * 0.34F)}, m_entries[i].words, type, Face::sans);
            if (i % columns.rows == columns.rows - 1) {
                x += sign_width + 7 + columns.widths[i / columns.rows] + pad;
            }
        }
    }

    void draw_plate(Rect const &r)
    {
        Fill paper;
        paper.points = {{r.left, r.top}, {r.right, r.top}, {r.right, r.bottom}, {r.left, r.bottom}};
        paper.ring_ends = {4};
        paper.colour = s.plate;
        auto edge = stroke(paper.points, 1.2F, s.frame);
        edge.closed = true;
        out().emplace_back(std::move(paper));
        out().emplace_back(std::move(edge));
    }

    SceneInput const &m_in;
    Style const &s;
    geo::Atlas const &m_atlas;
    MapBox m_view;
    std::vector<Entry> m_entries;
    Legend m_legend;
};

} // namespace

Legend build_legend(SceneInput const &in)
{
    if (in.view.hidden.contains("legend") || in.view.hidden.contains("furniture")) {
        return {};
    }
    if (in.view.map_scale != 1) {
        Magnified const magnified{in};
        auto legend = build_legend(magnified.input());
        Scene scene;
        scene.items = std::move(legend.items);
        return {magnified.enlarged(std::move(scene)).items, magnified.enlarged(legend.plate)};
    }
    return LegendBuilder{in}.build();
}

Scene scene_of(Legend legend, Viewport const &viewport)
{
    return {viewport.width, viewport.height, {}, std::move(legend.items), {}};
}

} // namespace app
