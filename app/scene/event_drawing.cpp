#include "app/scene/event_drawing.hpp"

#include "app/scene/drawing.hpp"
#include "app/scene/symbols.hpp"

#include <algorithm>
#include <chrono>

namespace app {
namespace {

constexpr double pulse_lasts = 0.9;    ///< seconds of playing
constexpr double between_pulses = 0.4; ///< at least so long from one to the next

/// An hour that a source gives is marked strongly; what is only dated to the day is a small mark.
bool is_sharp(geo::Event const &event)
{
    return event.start && event.start->start && event.start->start->precision >= geo::Precision::minute;
}

/// Draws events; lives for one call.
class EventDrawer : private Drawing
{
public:
    EventDrawer(SceneInput const &in, Scene &scene)
    : Drawing{in}, m_in{in}, s{in.style}, m_atlas{*in.map.atlas}, m_scene{scene}
    {}

    void draw()
    {
        for (auto const &[index, phase] : m_in.world.events) {
            auto const &event = m_atlas.events[index];
            bool const selected = m_in.view.selection == Selection{Kind::event, index};
            if (is_marked(event, phase) || selected) {
                draw_event(index, selected);
            }
        }
    }

private:
    void draw_event(geo::Index index, bool selected)
    {
        auto const &event = m_atlas.events[index];
        // What is told of many places is marked at the first.
        auto const count = selected || event.places.size() <= 2 ? event.places.size() : 1;
        for (std::size_t k = 0; k < count; ++k) {
            auto const place = event.places[k];
            auto const at = screen(m_in.map.places[place]);
            bool const taken = std::ranges::find(m_marked, place) != m_marked.end(); // one mark a place
            if (m_atlas.places[place].kind != "region" && in_view(at) && (!taken || selected)) {
                m_marked.push_back(place);
                draw_mark(index, at, selected);
            }
        }
    }

    void draw_mark(geo::Index index, ScreenPoint at, bool selected)
    {
        auto const &event = m_atlas.events[index];
        auto const colour = colour_of(m_atlas.info.categories, event.category, s);
        auto const category = std::ranges::find(m_atlas.info.categories, event.category, &geo::Label::id);
        if (auto const spread = pulse_of(m_atlas, index, m_in.view)) {
            auto const radius = static_cast<float>(10 + 20 * *spread);
            m_scene.items.emplace_back(ring(at, radius, 3, with_alpha(colour, 0.8 * (1 - *spread))));
        }
        draw_event_mark(at, mark_of(static_cast<std::size_t>(category - m_atlas.info.categories.begin())), colour,
                        s.symbol_edge, is_sharp(event) || selected, m_scene.items);
        if (selected) {
            m_scene.items.emplace_back(ring(at, 20, 2.5F, colour));
        }
        m_scene.targets.push_back({Kind::event, index, at.x - 11, at.y - 11, at.x + 11, at.y + 11});
    }

    SceneInput const &m_in;
    Style const &s;
    geo::Atlas const &m_atlas;
    Scene &m_scene;
    std::vector<geo::Index> m_marked;
};

} // namespace

bool is_marked(geo::Event const &event, geo::EventPhase phase)
{
    return phase == geo::EventPhase::now && event.span.end - event.span.begin <= std::chrono::hours{48};
}

std::optional<double> pulse_of(geo::Atlas const &atlas, geo::Index event, ViewerState const &view)
{
    if (!view.playing || view.rate <= 0 || !is_sharp(atlas.events[event])) {
        return std::nullopt;
    }
    auto const begin = atlas.events[event].span.begin;
    double const since = (std::chrono::duration<double>(view.now - begin).count() + view.now_fraction) / view.rate;
    if (since < 0 || since >= pulse_lasts) {
        return std::nullopt;
    }
    // Events stand in order of their start: the nearest that starts before this one decides.
    for (auto i = event; i-- > 0;) {
        if (auto const before = atlas.events[i].span.begin; before < begin && is_sharp(atlas.events[i])) {
            double const gap = std::chrono::duration<double>(begin - before).count() / view.rate;
            return gap < between_pulses ? std::nullopt : std::optional{since / pulse_lasts};
        }
    }
    return since / pulse_lasts;
}

void draw_events(SceneInput const &in, Scene &scene)
{
    EventDrawer{in, scene}.draw();
}

} // namespace app
