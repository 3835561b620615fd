#include "app/state/reduce.hpp"

#include "app/scene/camera.hpp"
#include "app/state/ruler.hpp"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

/// Carries out one action on a copy of the state.
class Reducer
{
public:
    Reducer(ViewerState &state, Surroundings const &in) : s{state}, m_in{in} {}

    void operator()(PanBy const &a) { s.camera = pan_by(s.camera, a.dx, a.dy); }
    void operator()(ZoomAt const &a) { s.camera = zoom_at(s.camera, s.viewport, a.at, a.factor); }
    void operator()(ZoomStep const &a)
    {
        ScreenPoint const middle{static_cast<float>(s.viewport.width) / 2, static_cast<float>(s.viewport.height) / 2};
        s.camera = zoom_at(s.camera, s.viewport, middle, std::pow(1.5, a.steps));
    }
    void operator()(FitExtent const &a) { s.camera = fit(m_in.projection, a.extent, s.viewport); }
    void operator()(GoTo const &a)
    {
        s.camera.centre = m_in.projection.forward(a.at);
        s.camera.metres_per_pixel = std::min(s.camera.metres_per_pixel, 250.0);
    }
    void operator()(Home const &) { s.camera = fit(m_in.projection, m_in.atlas.info.home, s.viewport); }
    void operator()(Resize const &a) { s.viewport = a.viewport; }
    void operator()(TogglePlay const &) { play(!s.playing); }
    void operator()(SetPlaying const &a) { play(a.playing); }
    void operator()(SetInstant const &a) { go(a.at); }
    void operator()(StepTime const &a) { go(s.now + step_for(s.ruler) * a.steps); }
    void operator()(StepEvent const &a) { step_event(a.steps); }
    void operator()(GoToStart const &) { go(span().begin); }
    void operator()(GoToEnd const &) { go(span().end); }
    void operator()(ZoomRuler const &a) { s.ruler = zoom_ruler(s.ruler, a.about, a.factor, span()); }
    void operator()(PanRuler const &a) { s.ruler = pan_ruler(s.ruler, a.by, span()); }
    void operator()(SetRate const &a) { s.rate = std::clamp(a.rate, 60.0, 86400.0); }
    void operator()(Tick const &a)
    {
        if (!s.playing) {
            return;
        }
        // A stalled frame must not jump over an hour of history.
        double const gone = s.now_fraction + s.rate * std::min(a.seconds, 0.25);
        double const whole = std::floor(gone);
        go(s.now + geo::Seconds{static_cast<long>(whole)});
        s.now_fraction = gone - whole;
        s.playing = s.now < last();
    }
    void operator()(Select const &a)
    {
        s.selection = a.what;
        s.card_open = s.card_open || a.what.kind != Kind::none;
    }
    void operator()(SetLanguage const &a) { s.language = a.code; }
    void operator()(SetStyle const &a) { s.style = a.id; }
    void operator()(ToggleLayer const &a)
    {
        if (s.hidden.erase(a.name) == 0) {
            s.hidden.insert(a.name);
        }
    }
    void operator()(TogglePanel const &a)
    {
        auto &open = a.panel == Panel::events   ? s.events_open
                     : a.panel == Panel::card   ? s.card_open
                     : a.panel == Panel::layers ? s.layers_open
                                                : s.keys_open;
        open = !open;
    }
    void operator()(SetScale const &a) { s.ui_scale = std::clamp(a.scale, 1.0F, 3.0F); }

private:
    [[nodiscard]] geo::Span const &span() const { return m_in.atlas.info.span; }
    /// The span's end is outside it: the last instant that can be shown.
    [[nodiscard]] geo::Instant last() const { return span().end - geo::Seconds{1}; }

    void go(geo::Instant t)
    {
        s.now = std::clamp(t, span().begin, last());
        s.now_fraction = 0;
        s.ruler = follow(s.ruler, s.now, span());
    }

    void play(bool on)
    {
        s.playing = on;
        if (on && s.now >= last()) {
            go(span().begin); // played to the end: from the start again
        }
    }

    void step_event(int steps)
    {
        std::vector<std::pair<geo::Instant, geo::Index>> moments;
        for (std::size_t i = 0; i < m_in.atlas.events.size(); ++i) {
            if (auto const t = moment_of(m_in.atlas.events[i]); span().contains(t)) {
                moments.emplace_back(t, static_cast<geo::Index>(i));
            }
        }
        std::ranges::stable_sort(moments);
        // Several events may share a moment: the selected one tells which of them we stand at.
        auto const here = std::pair{s.now, s.selection.index};
        bool const at_event = s.selection.kind == Kind::event && std::ranges::binary_search(moments, here);
        auto const from = at_event ? here : std::pair{s.now, geo::Index{0}};
        auto const position = std::ranges::lower_bound(moments, from) - moments.begin();
        auto const target = position + steps - (steps > 0 && !at_event ? 1 : 0);
        if (target >= 0 && target < std::ssize(moments)) {
            auto const &[moment, index] = moments[static_cast<std::size_t>(target)];
            go(moment);
            s.selection = {Kind::event, index};
        }
    }

    ViewerState &s;
    Surroundings const &m_in;
};

} // namespace

ViewerState opening_state(Surroundings const &in, Viewport viewport)
{
    ViewerState state;
    state.viewport = viewport;
    state.camera = fit(in.projection, in.atlas.info.home, viewport);
    state.now = in.atlas.info.opening_at;
    state.ruler = in.atlas.info.opening_ruler;
    if (!in.atlas.info.languages.empty()) {
        state.language = in.atlas.info.languages.front();
    }
    return state;
}

ViewerState reduce(ViewerState state, Action const &action, Surroundings const &in)
{
    std::visit(Reducer{state, in}, action);
    return state;
}

geo::Instant moment_of(geo::Event const &event)
{
    return event.start && event.start->start ? event.start->start->first : event.span.begin;
}

} // namespace app
