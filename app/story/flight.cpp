#include "app/story/flight.hpp"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

constexpr double rho = 1.4;
constexpr double pace = 1.1; ///< of the path's own length a second
constexpr double longest = 5;
constexpr double shortest = 0.8;

/// Sets out and arrives gently.
double eased(double share)
{
    return share * share * (3 - 2 * share);
}

} // namespace

Flight::Flight(Camera const &from, Camera const &to, double view_pixels)
: m_from{from}, m_to{to}, m_distance{std::hypot(to.centre.x - from.centre.x, to.centre.y - from.centre.y)},
  m_width{from.metres_per_pixel * view_pixels}, m_pixels{view_pixels}
{
    double const end_width = to.metres_per_pixel * view_pixels;
    // Nearer than a thousandth of the view there is nothing to travel, only to zoom.
    if (m_distance < 0.001 * std::min(m_width, end_width)) {
        m_distance = 0;
        m_length = std::abs(std::log(end_width / m_width)) / rho;
    } else {
        double const rho2 = rho * rho;
        double const squares = end_width * end_width - m_width * m_width;
        double const far = rho2 * rho2 * m_distance * m_distance;
        double const b0 = (squares + far) / (2 * m_width * rho2 * m_distance);
        double const b1 = (squares - far) / (2 * end_width * rho2 * m_distance);
        m_r0 = -std::asinh(b0); // ln(-b + sqrt(b² + 1))
        m_length = (-std::asinh(b1) - m_r0) / rho;
    }
    m_seconds = m_length < 1e-4 ? 0 : std::clamp(m_length / pace, shortest, longest);
}

Camera Flight::at(double time) const
{
    if (time >= m_seconds) {
        return m_to;
    }
    if (time <= 0) {
        return m_from;
    }
    double const s = m_length * eased(time / m_seconds);
    if (m_distance == 0) {
        double const way = m_to.metres_per_pixel > m_from.metres_per_pixel ? 1 : -1;
        double const share = s / m_length;
        return {{m_from.centre.x + (m_to.centre.x - m_from.centre.x) * share,
                 m_from.centre.y + (m_to.centre.y - m_from.centre.y) * share},
                m_from.metres_per_pixel * std::exp(way * rho * s)};
    }
    double const travelled =
        m_width / (rho * rho) * (std::cosh(m_r0) * std::tanh(rho * s + m_r0) - std::sinh(m_r0)) / m_distance;
    double const width = m_width * std::cosh(m_r0) / std::cosh(rho * s + m_r0);
    return {{m_from.centre.x + (m_to.centre.x - m_from.centre.x) * travelled,
             m_from.centre.y + (m_to.centre.y - m_from.centre.y) * travelled},
            width / m_pixels};
}

} // namespace app
