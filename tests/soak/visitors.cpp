#include "soak/visitors.hpp"

namespace test {
namespace {

using Phase = app::Touch::Phase;
constexpr double live = 1.0 / 60;

} // namespace

float Visitors::between(float low, float high)
{
    return std::uniform_real_distribution<float>{low, high}(m_random);
}

int Visitors::one_of(int count)
{
    return std::uniform_int_distribution<int>{0, count - 1}(m_random);
}

app::ScreenPoint Visitors::on_map()
{
    auto const map = m_kiosk.view.layout().map;
    return {between(map.left + 120, map.right - 120), between(map.top + 120, map.bottom - 20)};
}

void Visitors::frame(double seconds)
{
    m_seconds += seconds;
    m_kiosk.view.turn(seconds);
}

void Visitors::lapse(double seconds)
{
    constexpr double step = 1; // what the display takes at most
    for (; seconds > 0; seconds -= step) {
        frame(step);
    }
}

void Visitors::finger(Phase phase, app::ScreenPoint at, int id)
{
    ++m_inputs;
    m_kiosk.view.touch({phase, id, at, m_seconds});
    frame(live);
}

void Visitors::tap(app::ScreenPoint at)
{
    lapse(0.5); // two taps are no double tap
    finger(Phase::begin, at);
    finger(Phase::end, at);
}

void Visitors::press(std::string const &id)
{
    if (m_kiosk.view.skin().find(id) != nullptr) {
        tap(m_kiosk.where(id));
    }
}

void Visitors::drag(app::ScreenPoint from, app::ScreenPoint to, int steps)
{
    finger(Phase::begin, from);
    for (int i = 1; i <= steps; ++i) {
        float const share = static_cast<float>(i) / static_cast<float>(steps);
        finger(Phase::move, {from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share});
    }
    finger(Phase::end, to);
}

void Visitors::pinch()
{
    auto const middle = on_map();
    float apart = between(60, 160);
    float const factor = between(0.93F, 1.08F);
    auto const at = [&](float side) { return app::ScreenPoint{middle.x + side * apart, middle.y}; };
    finger(Phase::begin, at(-1), 1);
    finger(Phase::begin, at(1), 2);
    for (int i = 0; i < 12; ++i) {
        apart *= factor;
        finger(Phase::move, at(-1), 1);
        finger(Phase::move, at(1), 2);
    }
    finger(Phase::end, at(1), 2);
    finger(Phase::end, at(-1), 1);
}

void Visitors::slide()
{
    auto const *const slider = m_kiosk.view.skin().find("slider");
    if (slider != nullptr) {
        auto const rect = slider->rect;
        float const y = (rect.top + rect.bottom) / 2;
        drag({between(rect.left, rect.right), y}, {between(rect.left, rect.right), y}, 12);
    }
}

void Visitors::play()
{
    press("play");
    for (int i = one_of(60); i > 0 && m_kiosk.view.state().view.playing; --i) {
        m_seconds += live;
        playing_frame ? playing_frame() : m_kiosk.view.turn(live);
    }
    lapse(between(0, 10));
    press("play");
}

void Visitors::do_something()
{
    switch (one_of(13)) {
    case 0:
    case 1:
        drag(on_map(), on_map(), 10);
        break;
    case 2:
        pinch();
        break;
    case 3:
    case 4:
        slide();
        break;
    case 5:
        tap(on_map());
        break;
    case 6:
    case 7:
        press(one_of(4) == 0 ? "previous" : "next");
        lapse(between(1, 6)); // reads
        break;
    case 8:
        play();
        break;
    case 9: {
        auto const &languages = m_kiosk.languages();
        press("language-" + languages[static_cast<std::size_t>(one_of(static_cast<int>(languages.size())))]);
        break;
    }
    case 10:
        press(one_of(2) == 0 ? "in" : "out");
        break;
    case 11:
        press(one_of(3) == 0 ? "home" : "close");
        break;
    default:
        if (one_of(3) == 0) {
            press("large");
        }
        lapse(between(1, 15)); // looks
        break;
    }
}

/// The film is stopped, for it would keep the display awake; then nobody is there.
void Visitors::leave()
{
    if (m_kiosk.view.state().view.playing) {
        press("play");
    }
    double const give_up = m_seconds + 300;
    while (m_kiosk.view.state().page == app::KioskPage::visit && m_seconds < give_up) {
        lapse(1);
    }
    if (one_of(3) == 0) {
        press("leave");
    }
    while (m_kiosk.view.state().page != app::KioskPage::attract && m_seconds < give_up) {
        lapse(1);
    }
}

void Visitors::visit()
{
    ++m_visits;
    lapse(between(2, 40));
    tap(on_map());
    for (int i = 4 + one_of(14); i > 0; --i) {
        do_something();
        if (one_of(60) == 0) { // called away, and back before the countdown ends
            lapse(65);
        }
    }
    leave();
}

void Visitors::watch()
{
    auto const step = [&] { return m_kiosk.view.state().view.story.step; };
    double const give_up = m_seconds + 1800;
    while (step() == 0 && m_seconds < give_up) {
        lapse(1);
    }
    while (step() != 0 && m_seconds < give_up) {
        lapse(1);
    }
}

void Visitors::tour()
{
    lapse(95); // the whole film
    tap(on_map());
    for (auto const &language : m_kiosk.languages()) {
        press("language-" + language);
        for (auto const *button : {"home", "next", "next", "large", "next", "out", "in", "in", "in", "large", "close"}) {
            press(button);
            lapse(2);
        }
        slide();
    }
    leave();
}

} // namespace test
