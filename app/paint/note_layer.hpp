#pragma once

#include "app/paint/part_painter.hpp"
#include "app/paint/tiles.hpp"

namespace app {

/// The next layer from below: its triangles go to the painter, and what they are to the tiles that they reach over.
/// \param below whether covers hide it
void note_layer(Prepared const &layer, bool below, Tiles &tiles, PartPainter &painter);

/// One unit of the target is one pixel, from the top left corner.
void set_pixel_view(sf::RenderTarget &target);

} // namespace app
