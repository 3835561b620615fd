#pragma once

#include "app/scene/scene.hpp"

namespace app {

/**
 * Cuts a filled area into triangles by the even-odd rule, whatever its rings do: touch, cross themselves, lie within
 * one another. A sweep from above yields trapezoids between the heights at which edges begin, end and cross, exact to a
 * sixteenth of a pixel; their corners are put behind the points of the rings.
 * \param fill with points and ring_ends in pixels
 * \param size of the picture: what lies above, below or beside it is left out
 */
void cut_to_trapezoids(Fill &fill, int width, int height);

} // namespace app
