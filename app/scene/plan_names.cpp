#include "app/scene/build_scene.hpp"
#include "app/scene/drawing.hpp"
#include "app/scene/label_plan.hpp"
#include "app/scene/lettering.hpp"
#include "app/scene/place_ranks.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace app {
namespace {

constexpr float smallest_land = 12; ///< pixels of the letters of a land
constexpr float land_repeats =
    420; ///< pixels between two namings of one land that are planned, of which a view shows few
constexpr float longest_land = 1000; ///< pixels that its letters spread over
constexpr float repeat_every = 1100; ///< pixels between two namings of one river

/// Plans all names that stand still; lives for one call.
class NamePlanner : private Drawing
{
public:
    NamePlanner(SceneInput const &in, geo::Span span, std::vector<Rect> const &corridors, LabelPlacer &placer)
    : Drawing{in}, m_in{in}, s{in.style}, m_atlas{*in.map.atlas}, m_span{span}, m_corridors{corridors}, m_placer{placer}
    {}

    std::vector<PlannedLabel> plan()
    {
        auto const order = shown("places") ? known_places() : std::vector<geo::Index>{};
        for (auto const i : order) {
            if (m_atlas.places[i].kind != "region") {
                auto const at = point(m_in.map.places[i]);
                m_placer.block({at.x - 6, at.y - 6, at.x + 6, at.y + 6});
            }
        }
        if (shown("labels")) {
            avoid_railways();
            auto const is_region = [&](geo::Index i) { return m_atlas.places[i].kind == "region"; };
            for (auto const i : order) {
                if (!is_region(i)) {
                    plan_place(i);
                }
            }
            plan_lands();
            for (auto const i : order) { // a land that is lettered as an area is not named again as a place
                if (is_region(i) && !m_lettered.contains(m_atlas.places[i].name.in(language()))) {
                    plan_place(i);
                }
            }
            std::ranges::for_each(m_in.map.names, [&](ModelName const &name) { plan_nature(name); });
        }
        return std::move(m_labels);
    }

private:
    [[nodiscard]] ScreenPoint point(geo::MapPoint p) const { return plan_point(m_in.view.camera, p); }
    [[nodiscard]] bool lives(geo::Lifetime const &life) const
    {
        return life.span.begin < m_span.end && m_span.begin < life.span.end;
    }

    /// Places that the scale shows, the important first.
    [[nodiscard]] std::vector<geo::Index> known_places() const
    {
        int const deepest = deepest_rank(denominator());
        std::vector<geo::Index> order;
        for (std::size_t i = 0; i < m_atlas.places.size(); ++i) {
            if (m_atlas.places[i].rank <= deepest && lives(m_atlas.places[i].life)) {
                order.push_back(static_cast<geo::Index>(i));
            }
        }
        std::ranges::stable_sort(order, {}, [&](geo::Index i) { return m_atlas.places[i].rank; });
        return order;
    }

    /// Names stand off the track, where trains pass.
    void avoid_railways()
    {
        constexpr float step = 12; // pixels
        for (auto const &line : m_in.map.lines) {
            if (m_atlas.lines[line.index].kind != geo::LineKind::railway) {
                continue;
            }
            for (std::size_t i = 0; i + 1 < line.points.size(); ++i) {
                auto const a = point(line.points[i]);
                auto const b = point(line.points[i + 1]);
                int const parts = 1 + static_cast<int>(std::hypot(b.x - a.x, b.y - a.y) / step);
                for (int k = 0; k < parts; ++k) {
                    float const t = static_cast<float>(k) / static_cast<float>(parts);
                    float const x = std::lerp(a.x, b.x, t);
                    float const y = std::lerp(a.y, b.y, t);
                    m_placer.avoid({x - 5, y - 5, x + 5, y + 5});
                }
            }
        }
    }

    void plan_place(geo::Index index)
    {
        auto const &place = m_atlas.places[index];
        auto wish = wish_for_place(m_in, place, point(m_in.map.places[index]));
        std::vector<Text> texts;
        auto box = m_placer.place(wish, texts);
        if (!box && wish.lines.size() > 1) {
            wish.lines.pop_back();
            box = m_placer.place(wish, texts);
        }
        if (box) {
            m_labels.push_back({PlannedLabel::Owner::place, {index}, *box, {*box}, std::move(texts)});
        }
    }

    void keep(PlannedLabel::Owner owner, geo::Indices const &of, CourseLetters letters)
    {
        Rect box = letters.ground.front();
        for (auto const &r : letters.ground) {
            box = {std::min(box.left, r.left), std::min(box.top, r.top), std::max(box.right, r.right),
                   std::max(box.bottom, r.bottom)};
        }
        m_labels.push_back({owner, of, box, std::move(letters.ground), {std::move(letters.text)}});
    }

    /// Regions under one name, whichever polities they are of, are one land.
    void plan_lands()
    {
        std::map<std::string, geo::Indices> lands;
        for (std::size_t i = 0; i < m_atlas.regions.size(); ++i) {
            auto const &region = m_atlas.regions[i];
            auto const label = std::ranges::find(m_atlas.info.polities, region.polity, &geo::Label::id);
            if (region.status != geo::Status::claimed && lives(region.life) && label != m_atlas.info.polities.end() &&
                !label->name.empty()) {
                lands[label->name.in(language())].push_back(static_cast<geo::Index>(i));
            }
        }
        for (auto const &[name, regions] : lands) {
            plan_land(name, regions);
        }
        for (auto const &label : m_labels) {
            if (label.owner == PlannedLabel::Owner::land) {
                std::ranges::for_each(label.ground, [&](Rect const &rect) { m_placer.block(rect); });
            }
        }
    }

    struct Seat
    {
        geo::Index region = 0;
        RegionSeat const *spot = nullptr;
        std::size_t rank = 0; ///< among those of the region
    };

    /// The name over the roomiest spots of the land, none of them near another that holds at the same time.
    void plan_land(std::string const &name, geo::Indices const &regions)
    {
        std::vector<Seat> seats;
        for (auto const i : regions) {
            for (auto const &spot : m_in.map.seats[i]) {
                seats.push_back({i, &spot, seats.empty() || seats.back().region != i ? 0 : seats.back().rank + 1});
            }
        }
        std::ranges::stable_sort(seats, {}, [](Seat const &seat) { return std::pair{seat.rank, -seat.spot->radius}; });
        std::vector<std::pair<ScreenPoint, geo::Indices>> named;
        for (auto const &seat : seats) {
            auto const at = point(seat.spot->at);
            bool const told = std::ranges::any_of(named, [&](auto const &other) {
                float const away = std::hypot(other.first.x - at.x, other.first.y - at.y);
                bool const same = std::ranges::binary_search(other.second, seat.region);
                return same ? away < land_repeats : away < land_repeats && ever_together(other.second, {seat.region});
            });
            if (told) {
                continue;
            }
            geo::Indices of;
            std::ranges::copy_if(regions, std::back_inserter(of),
                                 [&](geo::Index i) { return i == seat.region || holds(m_in.map, i, seat.spot->at); });
            if (letter_land(name, seat, of)) {
                named.emplace_back(at, of);
                m_lettered.insert(name);
            }
        }
    }

    /// Letters spread along the longest way through the region; closer and smaller where there is no room.
    bool letter_land(std::string const &name, Seat const &seat, geo::Indices const &of)
    {
        auto const &spot = *seat.spot;
        bool const holder = holds_land(m_atlas.regions[seat.region].status);
        float const room = pixels(spot.radius);
        if (room < (holder ? 30.0F : 24.0F)) {
            return false;
        }
        auto const text = holder ? capitals_in(language(), name) : name;
        float const size = holder ? std::clamp(room * 0.28F, 15.0F, 30.0F) : 15.0F;
        auto const from = point(spot.from);
        auto const to = point(spot.to);
        float const length = std::min(std::hypot(to.x - from.x, to.y - from.y), longest_land);
        auto const letters = static_cast<float>(decode_utf8(text).size());
        auto const free = [&](Rect const &rect) {
            return m_placer.free(rect) && std::ranges::none_of(m_labels, [&](PlannedLabel const &other) {
                       return other.owner == PlannedLabel::Owner::land && other.box.meets(rect) &&
                              ever_together(other.of, of);
                   });
        };
        for (float const shrink : {1.0F, 0.85F, 0.7F, 0.6F}) {
            float const type = std::max(smallest_land, size * shrink);
            LabelLine const line{text, holder ? Face::serif : Face::serif_italic, type, s.region_text};
            float const bare = m_in.fonts.width(line.face, text, line.size);
            float const widest = (holder ? 1.4F : 0.25F) * line.size * shrink;
            float const spacing = std::clamp((length * 0.62F - bare) / letters, 0.0F, widest);
            auto const halo = with_alpha(s.halo, 0.5);
            auto made = letter_about({from, to}, room, line, spacing, halo, free);
            if (!made) { // level, and closer
                float const half = bare * 0.55F;
                auto const at = point(spot.at);
                made = letter_about({{at.x - half, at.y}, {at.x + half, at.y}}, 1.6F * room, line, 0, halo, free);
            }
            if (made) {
                keep(PlannedLabel::Owner::land, of, std::move(*made));
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] bool ever_together(geo::Indices const &a, geo::Indices const &b) const
    {
        return std::ranges::any_of(a, [&](geo::Index i) {
            auto const &x = m_atlas.regions[i].life.span;
            return std::ranges::any_of(b, [&](geo::Index k) {
                auto const &y = m_atlas.regions[k].life.span;
                return x.begin < y.end && y.begin < x.end;
            });
        });
    }

    /// Letters a line along a course or, where labels stand in the way, beside it: first up and down, then aside.
    [[nodiscard]] std::optional<CourseLetters> letter_about(std::vector<ScreenPoint> const &course, float room,
                                                            LabelLine const &line, float spacing, Colour halo,
                                                            std::function<bool(Rect const &)> const &free) const
    {
        constexpr std::array offsets{0.0F, -0.15F, 0.15F, -0.3F, 0.3F, -0.45F, 0.45F, -0.6F, 0.6F};
        for (float const dx : offsets) {
            for (float const dy : offsets) {
                auto moved = course;
                for (auto &p : moved) {
                    p = {p.x + std::round(dx * room), p.y + std::round(dy * room)};
                }
                if (auto made = letter_along(std::move(moved), line, spacing, halo, m_in.fonts, free)) {
                    return made;
                }
            }
        }
        return std::nullopt;
    }

    void plan_nature(ModelName const &name)
    {
        bool const water = name.kind == "sea" || name.kind == "bay" || name.kind == "lake" || name.kind == "gulf" ||
                           name.kind == "river";
        bool const sea = name.kind == "sea";
        auto const &text = name.text.in(language());
        float const size = sea                    ? 34.0F
                           : name.kind == "river" ? 14.0F
                           : name.rank <= 1       ? 22.0F
                           : name.rank == 2       ? 19.0F
                                                  : 15.0F;
        LabelLine const line{sea ? capitals_in(language(), text) : text, water ? Face::serif_italic : Face::serif, size,
                             water ? s.water_text : s.mountain_text};
        float const spacing = sea ? size * 0.42F : name.kind == "range" ? size * 0.3F : size * 0.06F;
        if (denominator() > (name.rank <= 1 ? 9e6 : name.rank == 2 ? 4e6 : name.rank == 3 ? 2.2e6 : 9e5)) {
            return;
        }
        auto const halo = sea ? Colour{0, 0, 0, 0} : with_alpha(s.halo, water ? 0.5 : 0.7);
        std::vector<ScreenPoint> course;
        std::ranges::transform(name.course, std::back_inserter(course), [&](geo::MapPoint p) { return point(p); });
        if (course.size() == 1) {
            float const half = m_in.fonts.width(line.face, line.text, line.size, spacing) / 2 + 2;
            std::vector<ScreenPoint> const level{{course[0].x - half, course[0].y}, {course[0].x + half, course[0].y}};
            auto made = sea ? letter_about(level, 400, line, spacing, halo, water_off_units()) : std::nullopt;
            if (!made) {
                made = letter_about(level, sea ? 260.0F : 40.0F, line, spacing, halo, free_ground());
            }
            keep_nature(std::move(made));
            return;
        }
        if (name.kind == "river") {
            for (auto &p : course) {
                p.y -= 8; // beside the water, not on it
            }
        }
        for (auto &part : parts_of(course)) {
            keep_nature(letter_along(std::move(part), line, spacing, halo, m_in.fonts, free_ground()));
        }
    }

    [[nodiscard]] std::function<bool(Rect const &)> free_ground() const
    {
        return [this](Rect const &rect) { return m_placer.free(rect); };
    }

    [[nodiscard]] bool on_land(Rect const &rect) const
    {
        double const mpp = m_in.view.camera.metres_per_pixel;
        geo::MapPoint const at{(rect.left + rect.right) / 2 * mpp, -(rect.top + rect.bottom) / 2 * mpp};
        for (geo::Index i = 0; i < m_atlas.regions.size(); ++i) {
            if (holds(m_in.map, i, at)) {
                return true;
            }
        }
        return false;
    }

    /// Free water over which no label of a unit is likely to pass: a sea has room enough to give way.
    [[nodiscard]] std::function<bool(Rect const &)> water_off_units()
    {
        return [this](Rect const &rect) {
            return m_placer.free(rect) && !on_land(rect) &&
                   std::ranges::none_of(m_corridors, [&](Rect const &corridor) { return corridor.meets(rect); });
        };
    }

    void keep_nature(std::optional<CourseLetters> made)
    {
        if (made) {
            std::ranges::for_each(made->ground, [&](Rect const &rect) { m_placer.block(rect); });
            keep(PlannedLabel::Owner::nature, {}, std::move(*made));
        }
    }

    /// A long course cut into stretches, each to be named once.
    static std::vector<std::vector<ScreenPoint>> parts_of(std::vector<ScreenPoint> const &course)
    {
        std::vector<std::vector<ScreenPoint>> parts{{course.front()}};
        float gone = 0;
        for (std::size_t i = 1; i < course.size(); ++i) {
            gone += std::hypot(course[i].x - course[i - 1].x, course[i].y - course[i - 1].y);
            parts.back().push_back(course[i]);
            if (gone > repeat_every && i + 1 < course.size()) {
                parts.push_back({course[i]});
                gone = 0;
            }
        }
        return parts;
    }

    SceneInput const &m_in;
    Style const &s;
    geo::Atlas const &m_atlas;
    geo::Span m_span;
    std::vector<Rect> const &m_corridors; ///< over which labels of units will pass
    LabelPlacer &m_placer;
    std::vector<PlannedLabel> m_labels;
    std::set<std::string> m_lettered; ///< names that stand over land
};

} // namespace

LabelWish wish_for_place(SceneInput const &in, geo::Place const &place, ScreenPoint at)
{
    auto const &s = in.style;
    auto const &name = place.name.in(in.view.language);
    LabelWish wish{at, 9, 7, {}, s.halo};
    if (place.kind == "region") {
        wish.lines.push_back({name, Face::serif_italic, 17, s.region_text});
        wish.gap_x = -in.fonts.width(Face::serif_italic, name, 17) / 2;
        return wish;
    }
    float const size = place.guest != 0  ? 13.5F
                       : place.rank == 1 ? 22.0F
                       : place.rank == 2 ? 17.0F
                       : place.rank == 3 ? 15.5F
                                         : 13.5F;
    auto const face = place.rank <= 2 && place.guest == 0 ? Face::sans_bold : Face::sans;
    wish.lines.push_back({name, face, size, s.text});
    // A period name that is merely the name in another language says nothing new.
    bool const known =
        std::ranges::any_of(place.name.all(), [&](auto const &form) { return form.second == place.name_period; });
    double const denominator = scale_denominator(in.view.camera);
    if (!place.name_period.empty() && !known && (place.rank <= 3 || denominator < 800'000)) {
        wish.lines.push_back({place.name_period, Face::sans_italic, 13, s.secondary});
    }
    return wish;
}

std::vector<PlannedLabel> plan_names(SceneInput const &in, geo::Span span, std::vector<Rect> const &corridors,
                                     LabelPlacer &placer)
{
    return NamePlanner{in, span, corridors, placer}.plan();
}

} // namespace app
