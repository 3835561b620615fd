#pragma once

#include "app/scene/scene.hpp"

#include <vector>

namespace app {

/// A corner of a triangle, in pixels.
struct Vertex
{
    ScreenPoint at;
    Colour colour;
};

/// Triangles, three vertices each.
using Triangles = std::vector<Vertex>;

/// The triangles of a filled area. Its edges are not antialiased: a stroke in the same colour does that.
void tessellate(Fill const &fill, Triangles &out);

/**
 * The triangles of a stroke: a core of full colour with a feather of about a pixel on both sides, so that edges are
 * smooth without multisampling. Widths below a pixel fade instead. Parts outside `clip` (with a margin) are left out.
 */
void tessellate(Stroke const &stroke, float clip_width, float clip_height, Triangles &out);

} // namespace app
