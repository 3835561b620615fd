// Labels while time runs and while the map is dragged, on the bundled atlas.

#include "support/atlas_folder.hpp"
#include "support/bundled_map.hpp"
#include "support/drawn_labels.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <map>

namespace {

/// Plays on as the viewer does: the base is made anew only when its key changes, the plan of labels goes along.
class Playing
{
public:
    explicit Playing(test::MapView &view) : m_view{view} {}

    app::Picture at(geo::Instant now)
    {
        m_view.state.now = now;
        auto const world = m_view.world();
        auto in = m_view.input(world);
        in.plan = m_base.plan;
        in.blocked.push_back(furniture_rect(in));
        if (auto key = base_key(in); key != m_key) {
            m_base = build_base(in);
            m_key = std::move(key);
        }
        return {m_base, {}, build_moving(in, m_base), {}};
    }

private:
    test::MapView &m_view;
    app::BaseScene m_base;
    std::string m_key;
};

/// Plays 27 and 28 April in 600 steps; what is wrong, in words. \param edge pixels: so near the rim of the view a label
/// may leave as often as its unit leaves the view
std::string faults_of_playing(test::MapView &view, float edge = 0)
{
    view.state.hidden.insert("legend");
    Playing playing{view};
    auto const begin = test::at("1920-04-27");
    constexpr long steps = 600;
    std::map<std::string, int> gone;    // how often each label went
    std::map<std::string, bool> before; // and whether it was at the edge
    std::string faults;
    for (long i = 0; i < steps; ++i) {
        auto const picture = playing.at(begin + geo::Seconds{48 * 3600 * i / steps});
        auto const labels = test::drawn_labels({&picture.base.scene, &picture.moving}, view.fonts);
        if (auto const met = test::overlaps(labels); !met.empty()) {
            faults += "step " + std::to_string(i) + ": " + met + "\n";
        }
        std::map<std::string, bool> now;
        for (auto const &label : labels) {
            bool const remark = label.drawn->face == app::Face::sans && label.drawn->size < 13; // how a unit fares
            bool const number = label.text.find_first_not_of("0123456789?") == std::string::npos;
            if (!remark && !number) {
                auto const &at = label.drawn->at;
                auto const bottom = static_cast<float>(view.state.viewport.height) - edge;
                now[label.text] = at.x < edge || at.y < edge || at.y > bottom;
            }
        }
        for (auto const &[text, at_edge] : before) {
            if (!now.contains(text) && !at_edge && ++gone[text] > 2) {
                faults += "step " + std::to_string(i) + ": " + text + " goes a third time\n";
            }
        }
        before = std::move(now);
    }
    return faults;
}

} // namespace

TEST_CASE("through 27 and 28 April no label comes and goes more than twice, and no two overlap at any step")
{
    test::MapView view{{1920, 1080}};
    CHECK(faults_of_playing(view) == "");
}

TEST_CASE("nor do they in Azerbaijani and Russian, near and on a small screen")
{
    test::MapView small{{1024, 768}, "dark", "ru"};
    CHECK(faults_of_playing(small) == "");
    test::MapView near{{1920, 1080}, "light", "az"};
    near.look_at({49.4, 40.7}, 6e5);
    CHECK(faults_of_playing(near, 48) == ""); // Halil Pasha's party runs along the edge of this view
}

TEST_CASE("no two labels of a picture overlap, legend, scale and degrees among them, at any scale and in any language")
{
    for (char const *const language : {"en", "az", "ru"}) {
        for (double const scale : {4e6, 2e6, 1e6, 4e5, 1e5}) {
            test::MapView view{{1600, 900}, "light", language};
            view.state.now = test::at("1920-04-28T01:00");
            view.look_at({49.2, 40.6}, scale);
            auto const picture = view.picture();
            CAPTURE(language);
            CAPTURE(scale);
            CHECK(test::overlaps(test::drawn_labels(picture.layers(), view.fonts)) == "");
        }
    }
}

TEST_CASE("while the map is dragged every label away from the frame keeps its place, to a hundredth of a pixel")
{
    test::MapView view{{1280, 720}};
    view.state.now = test::at("1920-04-27T14:00");
    view.state.hidden.insert("furniture");
    auto const places_of = [&] {
        std::map<std::string, app::ScreenPoint> places;
        auto const picture = view.picture();
        for (auto const &label : test::drawn_labels({&picture.base.scene, &picture.moving}, view.fonts)) {
            constexpr float rim = 160; // the kept map reaches so far beyond the view
            auto const &ink = label.ink.front();
            if (ink.left > rim && ink.top > rim && ink.right < 1280 - rim && ink.bottom < 720 - rim) {
                places.emplace(label.text, label.drawn->at);
            }
        }
        return places;
    };
    auto before = places_of();
    for (int i = 0; i < 12; ++i) {
        view.state.camera = pan_by(view.state.camera, -1, 0);
        auto now = places_of();
        std::size_t kept = 0;
        for (auto const &[text, at] : now) {
            if (auto const was = before.find(text); was != before.end()) {
                CAPTURE(text);
                CHECK(at.x == doctest::Approx(was->second.x - 1).epsilon(1e-5));
                CHECK(at.y == doctest::Approx(was->second.y).epsilon(1e-5));
                ++kept;
            }
        }
        CHECK(kept + 3 > before.size()); // but for those that leave the frame
        before = std::move(now);
    }
}

TEST_CASE("a land is named once in its place: Mountainous Karabakh has one name at every scale")
{
    for (double const scale : {3e6, 1.5e6, 8e5, 4e5}) {
        test::MapView view{{1920, 1080}};
        view.state.now = test::at("1920-04-27T12:00");
        view.look_at({46.75, 39.9}, scale);
        auto const picture = view.picture();
        int named = 0;
        for (auto const &label : test::drawn_labels({&picture.base.scene}, view.fonts)) {
            named += label.text == "Mountainous Karabakh" ? 1 : 0;
        }
        CAPTURE(scale);
        CHECK(named <= 1);
    }
}
