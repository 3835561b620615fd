#pragma once

#include "support/kiosk.hpp"

#include <functional>
#include <random>
#include <string>

namespace test {

/**
 * People before an exhibition display, out of a seeded generator: they touch, drag, pinch, drag the slider, open cards,
 * change the language, make the text large, and walk away or finish. Time is lapsed while nobody touches anything.
 */
class Visitors
{
public:
    Visitors(Kiosk &kiosk, unsigned seed) : m_kiosk{kiosk}, m_random{seed} {}

    /// From the attract loop to the attract loop.
    void visit();
    /// Once through all that a visitor can see, so that what is made once is made.
    void tour();
    /// Nobody comes until the film has ended and begun anew: a state of the display that can be compared.
    void watch();

    [[nodiscard]] long inputs() const { return m_inputs; }
    [[nodiscard]] long visits() const { return m_visits; }
    /// Seconds that the display lived through.
    [[nodiscard]] double seconds() const { return m_seconds; }

    /// Called for each frame while the film runs; shows it and may measure it.
    std::function<void()> playing_frame;

private:
    void frame(double seconds);
    void lapse(double seconds);
    void finger(app::Touch::Phase phase, app::ScreenPoint at, int id = 1);
    void tap(app::ScreenPoint at);
    void press(std::string const &id);
    void drag(app::ScreenPoint from, app::ScreenPoint to, int steps);
    void pinch();
    void slide();
    void play();
    void do_something();
    void leave();
    [[nodiscard]] float between(float low, float high);
    [[nodiscard]] int one_of(int count);
    [[nodiscard]] app::ScreenPoint on_map();

    Kiosk &m_kiosk;
    std::mt19937 m_random;
    long m_inputs = 0;
    long m_visits = 0;
    double m_seconds = 0;
};

} // namespace test
