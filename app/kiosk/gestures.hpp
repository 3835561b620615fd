#pragma once

#include "app/scene/scene.hpp"

#include <optional>
#include <variant>
#include <vector>

namespace app {

/// What a finger did. `finger` is the number the hardware gives it, from its begin to its end.
struct Touch
{
    enum class Phase { begin, move, end } phase = Phase::begin;
    int finger = 0;
    ScreenPoint at;
    double time = 0; ///< seconds of a clock that does not jump
};

// What fingers mean.
struct Tap
{
    ScreenPoint at;
};
struct DoubleTap
{
    ScreenPoint at;
};
/// One finger, or the middle of two, moved the map.
struct Drag
{
    double dx = 0;
    double dy = 0;
};
/// Two fingers changed their distance.
struct Pinch
{
    ScreenPoint about;
    double factor = 1; ///< > 1: apart
};
using Gesture = std::variant<Tap, DoubleTap, Drag, Pinch>;
using Gestures = std::vector<Gesture>;

/**
 * Makes gestures of touches. Pure: time comes with the touches. Under two fingers the map sticks to both: their middle
 * carries it, their distance scales it about that middle, without a threshold, so that nothing jumps. A third finger is
 * a palm and is ignored.
 */
class GestureRecogniser
{
public:
    /// \param slop pixels that a resting finger may move
    explicit GestureRecogniser(float slop = 14) : m_slop{slop} {}

    [[nodiscard]] Gestures feed(Touch const &touch);
    /// Forgets all fingers: the window lost them, or the page changed.
    void reset();
    [[nodiscard]] bool touched() const { return m_first.has_value() || m_second.has_value(); }

private:
    struct Finger
    {
        int id = 0;
        ScreenPoint from;
        ScreenPoint at;
        double since = 0;
    };
    [[nodiscard]] Finger *find(int id);
    [[nodiscard]] Gestures move(Finger &finger, ScreenPoint to);
    [[nodiscard]] Gestures end(Touch const &touch);

    float m_slop;
    std::optional<Finger> m_first;
    std::optional<Finger> m_second;
    bool m_moved = false; ///< this contact is no tap any more
    std::optional<Finger> m_last_tap;
};

} // namespace app
