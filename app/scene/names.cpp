#include "app/scene/names.hpp"

#include "app/scene/drawing.hpp"
#include "app/scene/symbols.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace app {
namespace {

/// Places are shown down to this rank at a scale.
int deepest_rank(double denominator)
{
    return denominator < 260'000     ? 5
           : denominator < 750'000   ? 4
           : denominator < 2'300'000 ? 3
           : denominator < 7'000'000 ? 2
                                     : 1;
}

/// Draws everything that is lettered; lives for one call.
class NameBuilder : private Drawing
{
public:
    NameBuilder(SceneInput const &in, LabelPlacer &placer, Scene &scene)
    : Drawing{in}, m_in{in}, s{in.style}, m_placer{placer}, m_scene{scene}
    {}

    void draw()
    {
        draw_places();
        draw_letters();
    }

private:
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
            draw_place(at, atlas.places[i].kind, atlas.places[i].rank, s.place_mark, s.halo, m_scene.items);
            if (atlas.places[i].kind != "region") {
                m_placer.block({at.x - 6, at.y - 6, at.x + 6, at.y + 6});
                m_scene.targets.push_back({Kind::place, i, at.x - 9, at.y - 9, at.x + 9, at.y + 9});
            }
            if (m_in.view.selection == Selection{Kind::place, i}) {
                m_scene.items.emplace_back(ring(at, 13, 2.5F, s.front));
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
            float const size = place.guest != 0  ? 13.5F
                               : place.rank == 1 ? 22.0F
                               : place.rank == 2 ? 17.0F
                               : place.rank == 3 ? 15.5F
                                                 : 13.5F;
            wish.lines.push_back(
                {name, place.rank <= 2 && place.guest == 0 ? Face::sans_bold : Face::sans, size, s.text});
            // A period name that is merely the name in another language says nothing new.
            bool const known = std::ranges::any_of(place.name.all(),
                                                   [&](auto const &form) { return form.second == place.name_period; });
            bool const period = !place.name_period.empty() && !known && (place.rank <= 3 || denominator() < 800'000);
            if (period) {
                wish.lines.push_back({place.name_period, Face::sans_italic, 13, s.secondary});
            }
        }
        if (!m_placer.place(wish, m_scene.items) && wish.lines.size() > 1) {
            wish.lines.pop_back();
            m_placer.place(wish, m_scene.items);
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
                if (letter_about(at, room, line, (holds ? 0.5F : 0.1F) * size * shrink * shrink,
                                 with_alpha(s.halo, 0.5))) {
                    break;
                }
            }
        }
    }

    /// Letters a line at a spot or, where labels stand in the way, near it: first up and down, then aside.
    bool letter_about(ScreenPoint at, float room, LabelLine const &line, float spacing, Colour halo)
    {
        float const half = m_in.fonts.width(line.face, line.text, line.size, spacing) / 2 + 2;
        constexpr std::array offsets{0.0F, -0.15F, 0.15F, -0.3F, 0.3F, -0.45F, 0.45F, -0.6F, 0.6F};
        for (float const dx : offsets) {
            for (float const dy : offsets) {
                float const x = at.x + dx * room;
                float const y = at.y + dy * room;
                if (letter_along({{x - half, y}, {x + half, y}}, line, spacing, halo, m_in.fonts, m_placer,
                                 m_scene.items)) {
                    return true;
                }
            }
        }
        return false;
    }

    void letter(ModelName const &name)
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
        LabelLine const line{sea ? capitals(text) : text, water ? Face::serif_italic : Face::serif, size,
                             water ? s.water_text : s.mountain_text};
        float const spacing = sea ? size * 0.42F : name.kind == "range" ? size * 0.3F : size * 0.06F;
        if (denominator() > (name.rank <= 1 ? 9e6 : name.rank == 2 ? 4e6 : name.rank == 3 ? 2.2e6 : 9e5)) {
            return;
        }
        auto const halo = sea ? Colour{0, 0, 0, 0} : with_alpha(s.halo, water ? 0.5 : 0.7);
        std::vector<ScreenPoint> course;
        for (auto const &p : name.course) {
            course.push_back(screen(p));
        }
        if (course.size() == 1) {
            if (in_view(course[0])) {
                letter_about(course[0], sea ? 260.0F : 40.0F, line, spacing, halo);
            }
            return;
        }
        if (name.kind == "river") {
            for (auto &p : course) {
                p.y -= 8; // beside the water, not on it
            }
        }
        if (std::ranges::any_of(course, [&](ScreenPoint p) { return in_view(p); })) {
            letter_along(std::move(course), line, spacing, halo, m_in.fonts, m_placer, m_scene.items);
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
            result += c < 0x80
                          ? std::string(1, static_cast<char>(c))
                          : std::string{static_cast<char>(0xC0U | c >> 6U), static_cast<char>(0x80U | (c & 0x3FU))};
        }
        return result;
    }

    SceneInput const &m_in;
    Style const &s;
    LabelPlacer &m_placer;
    Scene &m_scene;
};

} // namespace

void draw_names(SceneInput const &in, LabelPlacer &placer, Scene &scene)
{
    NameBuilder{in, placer, scene}.draw();
}

} // namespace app
