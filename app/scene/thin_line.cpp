#include "app/scene/thin_line.hpp"

#include <cmath>

namespace app {
namespace {

struct Direction
{
    float x = 0;
    float y = 0;
};

float cross(Direction a, Direction b)
{
    return a.x * b.y - a.y * b.x;
}

/// The directions in which a straight piece from an anchor may leave and still pass all points seen since.
class Sleeve
{
public:
    Sleeve(ScreenPoint anchor, float tolerance) : m_anchor{anchor}, m_tolerance{tolerance} {}

    /// False if a straight piece to the point would stray from one that it would leave out, or turn back.
    bool takes(ScreenPoint p)
    {
        float const dx = p.x - m_anchor.x;
        float const dy = p.y - m_anchor.y;
        float const distance = std::sqrt(dx * dx + dy * dy);
        if (distance <= m_tolerance) {
            return !m_bounded;
        }
        if (distance < m_farthest) {
            return false;
        }
        m_farthest = distance;
        Direction const to{dx / distance, dy / distance};
        float const sine = m_tolerance / distance;
        float const cosine = std::sqrt(1 - sine * sine);
        Direction const first{to.x * cosine + to.y * sine, to.y * cosine - to.x * sine};
        Direction const last{to.x * cosine - to.y * sine, to.y * cosine + to.x * sine};
        if (!m_bounded) {
            m_bounded = true;
            m_first = first;
            m_last = last;
            return true;
        }
        if (cross(m_first, to) < 0 || cross(to, m_last) < 0) {
            return false;
        }
        m_first = cross(m_first, first) > 0 ? first : m_first;
        m_last = cross(last, m_last) > 0 ? last : m_last;
        return true;
    }

private:
    ScreenPoint m_anchor;
    float m_tolerance;
    float m_farthest = 0;
    bool m_bounded = false;
    Direction m_first;
    Direction m_last;
};

} // namespace

std::vector<ScreenPoint> thin_line(std::vector<ScreenPoint> const &points, float tolerance)
{
    if (points.size() < 3) {
        return points;
    }
    std::vector<ScreenPoint> thin{points.front()};
    Sleeve sleeve{points.front(), tolerance};
    for (std::size_t i = 1; i < points.size(); ++i) {
        if (!sleeve.takes(points[i])) {
            thin.push_back(points[i - 1]);
            sleeve = {points[i - 1], tolerance};
            (void)sleeve.takes(points[i]);
        }
    }
    thin.push_back(points.back());
    return thin;
}

} // namespace app
