#include "app/kiosk/gestures.hpp"

#include <cmath>
#include <utility>

namespace app {
namespace {

constexpr double longest_tap = 0.6;   ///< seconds; longer is a finger that rests
constexpr double double_within = 0.4; ///< seconds between two taps
constexpr float double_reach = 60;    ///< pixels between them
constexpr double least_distance = 20; ///< pixels; nearer fingers give no scale

double distance(ScreenPoint a, ScreenPoint b)
{
    return std::hypot(static_cast<double>(a.x) - b.x, static_cast<double>(a.y) - b.y);
}

ScreenPoint middle(ScreenPoint a, ScreenPoint b)
{
    return {(a.x + b.x) / 2, (a.y + b.y) / 2};
}

Drag between(ScreenPoint a, ScreenPoint b)
{
    return {static_cast<double>(b.x) - a.x, static_cast<double>(b.y) - a.y};
}

} // namespace

void GestureRecogniser::reset()
{
    m_first.reset();
    m_second.reset();
    m_last_tap.reset();
    m_moved = false;
}

GestureRecogniser::Finger *GestureRecogniser::find(int id)
{
    for (auto *const finger : {&m_first, &m_second}) {
        if (*finger && (*finger)->id == id) {
            return &**finger;
        }
    }
    return nullptr;
}

Gestures GestureRecogniser::feed(Touch const &touch)
{
    switch (touch.phase) {
    case Touch::Phase::begin:
        if (find(touch.finger) != nullptr) {
            break; // told twice
        }
        if (!m_first) {
            m_first = Finger{touch.finger, touch.at, touch.at, touch.time};
            m_moved = false;
        } else if (!m_second) {
            m_second = Finger{touch.finger, touch.at, touch.at, touch.time};
            m_moved = true; // two fingers are no tap
            m_last_tap.reset();
        }
        break;
    case Touch::Phase::move:
        if (auto *const finger = find(touch.finger)) {
            return move(*finger, touch.at);
        }
        break;
    case Touch::Phase::end:
        return end(touch);
    }
    return {};
}

Gestures GestureRecogniser::move(Finger &finger, ScreenPoint to)
{
    auto const from = std::exchange(finger.at, to);
    if (from == to) {
        return {};
    }
    if (m_first && m_second) {
        auto const &other = &finger == &*m_first ? *m_second : *m_first;
        auto const before = distance(from, other.at);
        auto const after = distance(to, other.at);
        auto const about = middle(to, other.at);
        Gestures gestures{between(middle(from, other.at), about)};
        if (before > least_distance && after > least_distance && before != after) {
            gestures.emplace_back(Pinch{about, after / before});
        }
        return gestures;
    }
    if (!m_moved && distance(finger.from, to) <= m_slop) {
        return {};
    }
    // The map catches up with the finger at once, so that what was touched stays under it.
    auto const start = m_moved ? from : finger.from;
    m_moved = true;
    return {between(start, to)};
}

Gestures GestureRecogniser::end(Touch const &touch)
{
    auto *const finger = find(touch.finger);
    if (finger == nullptr) {
        return {};
    }
    auto gestures = move(*finger, touch.at);
    auto const lifted = *finger;
    if (m_second && m_second->id == touch.finger) {
        m_second.reset();
    } else {
        m_first = std::exchange(m_second, std::nullopt);
    }
    if (m_first || m_moved || touch.time - lifted.since > longest_tap) {
        return gestures;
    }
    if (m_last_tap && lifted.since - m_last_tap->since < double_within &&
        distance(m_last_tap->at, lifted.at) < double_reach) {
        m_last_tap.reset();
        gestures.emplace_back(DoubleTap{lifted.from});
        return gestures;
    }
    m_last_tap = lifted;
    m_last_tap->since = touch.time;
    gestures.emplace_back(Tap{lifted.from});
    return gestures;
}

} // namespace app
