#include "app/kiosk/kiosk_state.hpp"

#include "app/kiosk/kiosk_layout.hpp"
#include "app/scene/camera.hpp"
#include "app/state/camera_follow.hpp"
#include "app/story/flight.hpp"
#include "app/story/stage.hpp"

#include <fmt/chrono.h>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace app {
namespace {

constexpr double turn_seconds = 4;      ///< of each language of "touch to begin"
constexpr double attract_seconds = 90;  ///< of the days where the atlas has no story for it
constexpr double code_seconds = 30;     ///< an idle code page closes
constexpr double service_seconds = 300; ///< and so does the operator's
constexpr double visit_rate = 3600;
constexpr double widest = 1.3;  ///< of the home view's scale: farther out there is nothing to see
constexpr float middle_part = 0.5F; ///< of what is free, each way: where a chosen thing lies well

std::string hour_text(geo::Instant t)
{
    auto const seconds = static_cast<std::time_t>(t.time_since_epoch().count());
    return fmt::format("{:%Y-%m-%dT%H}", fmt::gmtime(seconds));
}

/// The story that plays by itself, if the atlas has one of that name.
std::optional<geo::Index> story_of(KioskRules const &rules, geo::Atlas const &atlas)
{
    auto const found = std::ranges::find(atlas.stories, rules.story, &geo::Story::id);
    if (rules.story.empty() || found == atlas.stories.end() || found->steps.empty()) {
        return std::nullopt;
    }
    return static_cast<geo::Index>(found - atlas.stories.begin());
}

/// Carries out one action on the state.
class KioskReducer
{
public:
    KioskReducer(KioskState &state, KioskSurroundings const &in) : s{state}, m_in{in} {}

    void operator()(Elapse const &a)
    {
        s.shown += a.seconds;
        elapse(s.corner, a.seconds);
        switch (s.page) {
        case KioskPage::attract:
            attract(a.seconds);
            break;
        case KioskPage::visit:
            visit(a.seconds);
            break;
        case KioskPage::asking:
            s.countdown -= a.seconds;
            if (s.countdown <= 0) {
                end_visit(true);
            }
            break;
        case KioskPage::code:
        case KioskPage::service:
            s.idle += a.seconds;
            if (s.idle > (s.page == KioskPage::code ? code_seconds : service_seconds)) {
                begin_attract();
            }
            break;
        }
    }

    void operator()(Touched const &a)
    {
        s.idle = 0;
        s.focus = -1;
        s.adjusting = false;
        if (feed(s.corner, a.at, s.view.viewport) && s.page != KioskPage::service) {
            if (s.page == KioskPage::visit) {
                count_visit(false);
            }
            go(KioskPage::code);
            s.code.clear();
            s.answer.reset();
            act(SetPlaying{false});
        } else if (s.page == KioskPage::attract) {
            begin_visit();
        } else if (s.page == KioskPage::asking) {
            go(KioskPage::visit);
        }
    }

    void operator()(Do const &a)
    {
        s.idle = 0;
        do_on_map(a.action);
        if (auto const *const chosen = std::get_if<Select>(&a.action)) {
            note_card(chosen->what);
            bring_into_sight(chosen->what);
        }
        if (auto const *const chosen = std::get_if<SetLanguage>(&a.action)) {
            s.visit.language = chosen->code;
        }
    }

    void operator()(StepEventInDays const &a)
    {
        s.idle = 0;
        auto const &events = m_in.map.atlas.events;
        std::vector<std::pair<geo::Instant, geo::Index>> moments;
        for (std::size_t i = 0; i < events.size(); ++i) {
            if (auto const t = moment_of(events[i]); m_in.rules.days.contains(t)) {
                moments.emplace_back(t, static_cast<geo::Index>(i));
            }
        }
        std::ranges::stable_sort(moments);
        auto const target = step_from(moments, a.steps);
        if (target < moments.size()) {
            act(SetPlaying{false});
            act(SetInstant{moments[target].first});
            act(Select{{Kind::event, moments[target].second}});
            note_card(s.view.selection);
            bring_into_sight(s.view.selection);
        }
    }

    void operator()(ShowHome const &)
    {
        s.idle = 0;
        act(Select{});
        fly_to(home());
    }
    void operator()(Leave const &) { end_visit(false); }
    void operator()(ToggleLarge const &)
    {
        s.idle = 0;
        s.large = !s.large;
        apply_size();
        bring_into_sight(s.view.selection); // its card takes another part of the map
    }
    void operator()(ToggleReading const &)
    {
        s.idle = 0;
        s.reading = !s.reading;
    }
    void operator()(FocusStep const &a)
    {
        s.idle = 0;
        if (a.controls > 0) {
            s.focus = s.focus < 0 ? (a.steps > 0 ? 0 : a.controls - 1)
                                  : ((s.focus + a.steps) % a.controls + a.controls) % a.controls;
        }
    }
    void operator()(SetAdjusting const &a) { s.adjusting = a.on; }
    void operator()(TypeDigit const &a)
    {
        s.idle = 0;
        s.answer.reset();
        if (s.page == KioskPage::code && s.code.size() < 12) {
            s.code += a.digit;
        }
    }
    void operator()(EraseDigit const &)
    {
        s.idle = 0;
        if (!s.code.empty()) {
            s.code.pop_back();
        }
    }
    void operator()(CodeAnswered const &a)
    {
        s.code.clear();
        s.answer = a.answer;
        if (s.page == KioskPage::code && a.answer == Unlock::opened) {
            go(KioskPage::service);
        }
    }
    void operator()(CloseService const &) { begin_attract(); }

    void begin_attract()
    {
        auto const viewport = s.view.viewport;
        auto ended = std::move(s.ended);
        s = {};
        s.ended = std::move(ended);
        s.view = opening_state(m_in.map, viewport);
        if (!m_in.rules.language.empty()) {
            s.view.language = m_in.rules.language;
        }
        apply_size();
        if (auto const story = story_of(m_in.rules, m_in.map.atlas)) {
            s.view.camera = shown_whole(m_in.map.atlas.stories[*story].steps.front().extent);
            act(OpenStory{*story, true, true, true});
            follow_story(s.view.camera, s.view.story.step);
            return;
        }
        s.view.camera = home();
        act(SetInstant{m_in.rules.days.begin});
        act(SetRate{std::chrono::duration<double>(m_in.rules.days.end - m_in.rules.days.begin).count() /
                    attract_seconds});
        act(SetPlaying{true});
    }

private:
    void act(Action const &action) { s.view = reduce(std::move(s.view), action, m_in.map); }
    void go(KioskPage page)
    {
        s.page = page;
        s.shown = 0;
        s.idle = 0;
        s.focus = -1;
        s.adjusting = false;
    }
    void apply_size()
    {
        act(SetScale{m_in.rules.scale * (s.large ? large_type : 1)});
        act(SetStyle{s.large ? "contrast" : "light"});
    }

    [[nodiscard]] KioskLayout layout() const { return lay_out_kiosk(s.view.viewport, m_in.rules, s.large); }
    [[nodiscard]] Camera shown_whole(geo::Box const &extent) const
    {
        return fit_within(m_in.map.projection, extent, s.view.viewport, layout().map);
    }
    [[nodiscard]] Camera home() const { return shown_whole(m_in.map.atlas.info.home); }

    /// The story's steps fill what of the map the bar leaves. \param before camera and step before the clock went on
    void follow_story(Camera const &before, std::size_t step_before)
    {
        auto &play = s.view.story;
        if (play.step != step_before) {
            play.from = before;
        }
        auto const &step = m_in.map.atlas.stories[*play.story].steps[play.step];
        Flight const flight{play.from, shown_whole(step.extent), static_cast<double>(s.view.viewport.width)};
        s.view.camera = flight.at(play.flown);
    }

    void attract(double seconds)
    {
        auto const before = s.view.camera;
        auto const step = s.view.story.step;
        act(Tick{seconds});
        if (s.view.story.story) {
            follow_story(before, step);
            if (!s.view.playing) {
                begin_attract();
            }
            return;
        }
        if (!s.view.playing || s.view.now >= m_in.rules.days.end) {
            act(SetInstant{m_in.rules.days.begin});
            act(SetPlaying{true});
        }
    }

    void fly_to(Camera const &camera) { s.flight = KioskFlight{s.view.camera, camera, 0}; }

    void fly(double seconds)
    {
        s.flight->flown += seconds;
        Flight const flight{s.flight->from, s.flight->to, static_cast<double>(s.view.viewport.width)};
        s.view.camera = flight.at(s.flight->flown);
        if (s.flight->flown >= flight.seconds()) {
            s.flight.reset();
        }
    }

    /// What a hand or a button does to the map and its clock, within what there is to see.
    void do_on_map(Action const &action)
    {
        if (auto const *const zoom = std::get_if<ZoomAt>(&action)) {
            s.flight.reset();
            double const least = s.view.camera.metres_per_pixel / (home().metres_per_pixel * widest);
            act(ZoomAt{zoom->at, std::max(zoom->factor, least)});
        } else if (auto const *const steps = std::get_if<ZoomStep>(&action)) {
            auto const &m = layout().map;
            do_on_map(ZoomAt{{(m.left + m.right) / 2, (m.top + m.bottom) / 2}, std::pow(1.5, steps->steps)});
        } else if (std::holds_alternative<PanBy>(action)) {
            s.flight.reset();
            auto const before = s.view.camera.centre;
            act(action);
            keep_on_map(before);
        } else if (std::holds_alternative<TogglePlay>(action) && !s.view.playing &&
                   s.view.now >= m_in.rules.days.end - geo::Seconds{1}) {
            act(SetInstant{m_in.rules.days.begin}); // at the end, or after it: once more
            act(action);
        } else {
            act(action);
        }
    }

    /// The middle of the view stays on the land that the atlas tells of. Where it was beyond, for an event at the edge
    /// of that land, a hand moves it no farther.
    void keep_on_map(geo::MapPoint const &before)
    {
        MapBox const box = visible(home(), s.view.viewport);
        auto &centre = s.view.camera.centre;
        centre.x = std::clamp(centre.x, std::min(box.left, before.x), std::max(box.right, before.x));
        centre.y = std::clamp(centre.y, std::min(box.bottom, before.y), std::max(box.top, before.y));
    }

    /// What of the map no card covers, however long its text.
    [[nodiscard]] Rect free_part() const
    {
        auto const lay = layout();
        auto free = lay.map;
        (lay.upright ? free.bottom = lay.card_room.top : free.left = lay.card_room.right);
        return free;
    }

    /// The map glides until what was chosen rests in the middle of what its card leaves free, unless it lies, or is
    /// about to come to lie, near there.
    void bring_into_sight(Selection const &what)
    {
        auto const spot = position_of(what, s.view.now, m_in.map.atlas);
        if (!spot) {
            return;
        }
        auto const resting = s.flight ? s.flight->to : s.view.camera;
        auto const at = to_screen(resting, s.view.viewport, m_in.map.projection.forward(*spot));
        auto const free = free_part();
        auto const dx = (free.left + free.right) / 2 - at.x;
        auto const dy = (free.top + free.bottom) / 2 - at.y;
        if (std::abs(dx) > middle_part * (free.right - free.left) / 2 ||
            std::abs(dy) > middle_part * (free.bottom - free.top) / 2) {
            fly_to(pan_by(resting, static_cast<double>(dx), static_cast<double>(dy)));
        }
    }

    void visit(double seconds)
    {
        s.visit.seconds += seconds;
        if (s.flight) {
            fly(seconds);
        }
        if (s.view.playing) {
            s.idle = 0;
            act(Tick{seconds});
            if (s.view.now >= m_in.rules.days.end) {
                act(SetInstant{m_in.rules.days.end - geo::Seconds{1}});
                act(SetPlaying{false});
            }
            return;
        }
        s.idle += seconds;
        if (s.idle >= m_in.rules.idle_seconds) {
            go(KioskPage::asking);
            s.countdown = m_in.rules.countdown_seconds;
        }
    }

    /// At the very moment and place that the attract loop shows.
    void begin_visit()
    {
        go(KioskPage::visit);
        act(CloseStory{});
        act(Select{});
        act(SetPlaying{false});
        act(SetRate{visit_rate});
        s.visit = {};
        s.visit.language = s.view.language;
    }

    void count_visit(bool walked_away)
    {
        s.visit.walked_away = walked_away;
        s.visit.stopped_at = hour_text(s.view.now);
        s.ended = std::move(s.visit);
        s.visit = {};
    }
    void end_visit(bool walked_away)
    {
        count_visit(walked_away);
        begin_attract();
    }

    void note_card(Selection const &what)
    {
        if (what.kind != Kind::event) {
            return;
        }
        auto const &id = m_in.map.atlas.events[what.index].id;
        if (std::ranges::find(s.visit.events, id) == s.visit.events.end()) {
            s.visit.events.push_back(id);
        }
    }

    /// The event to step to; events.size() if there is none in that direction.
    [[nodiscard]] std::size_t step_from(std::vector<std::pair<geo::Instant, geo::Index>> const &moments,
                                        int steps) const
    {
        auto const here = std::pair{s.view.now, s.view.selection.index};
        bool const at_event = s.view.selection.kind == Kind::event && std::ranges::binary_search(moments, here);
        auto const from = at_event ? here : std::pair{s.view.now, geo::Index{0}};
        auto const position = std::ranges::lower_bound(moments, from) - moments.begin();
        auto const target = position + steps - (steps > 0 && !at_event ? 1 : 0);
        return target < 0 ? moments.size() : static_cast<std::size_t>(target);
    }

    KioskState &s;
    KioskSurroundings const &m_in;
};

} // namespace

KioskState opening_kiosk(KioskSurroundings const &in, Viewport size)
{
    KioskState state;
    state.view.viewport = size;
    KioskReducer{state, in}.begin_attract();
    return state;
}

KioskState reduce(KioskState state, KioskAction const &action, KioskSurroundings const &in)
{
    std::visit(KioskReducer{state, in}, action);
    return state;
}

geo::Span five_days(geo::AtlasInfo const &info)
{
    auto const begin = std::clamp<geo::Instant>(std::chrono::floor<std::chrono::days>(info.opening_at), info.span.begin,
                                                info.span.end);
    return {begin, std::min<geo::Instant>(begin + std::chrono::days{5}, info.span.end)};
}

std::string const &language_in_turn(KioskState const &state, geo::AtlasInfo const &info)
{
    if (info.languages.empty()) {
        return state.view.language;
    }
    auto const turn = static_cast<std::size_t>(state.shown / turn_seconds);
    return info.languages[turn % info.languages.size()];
}

} // namespace app
