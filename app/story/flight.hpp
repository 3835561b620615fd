#pragma once

#include "app/scene/camera.hpp"

namespace app {

/**
 * The way of a camera from one view to another that looks smooth and short: it rises, travels and comes down.
 * J. J. van Wijk, W. A. A. Nuij, "Smooth and efficient zooming and panning", IEEE InfoVis 2003, equations (9)–(10);
 * their rho = 1.4.
 */
class Flight
{
public:
    /// \param view_pixels width of what is looked at, pixels: how far apart two views seem
    Flight(Camera const &from, Camera const &to, double view_pixels);

    /// Seconds that it takes at a pace that the eye can follow; 0 if the views are the same.
    [[nodiscard]] double seconds() const { return m_seconds; }
    /// The camera at a time since the start, seconds; before and after it stands.
    [[nodiscard]] Camera at(double time) const;

private:
    Camera m_from;
    Camera m_to;
    double m_distance = 0; ///< between the centres, map metres
    double m_width = 1;    ///< visible at the start, map metres
    double m_pixels = 1;
    double m_r0 = 0;
    double m_length = 0; ///< S of the paper
    double m_seconds = 0;
};

} // namespace app
