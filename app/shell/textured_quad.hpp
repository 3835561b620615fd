#pragma once

#include "app/paint/painter.hpp"
#include "app/scene/labels.hpp"

namespace app {

/// Adds an upright picture to what is drawn. \param part of the texture, its pixels \param to where it lies
/// \param clip what of it is shown
void append_quad(Prepared &into, sf::Texture const &texture, Rect const &part, Rect const &to, Rect const &clip,
                 float opacity, std::uint64_t content);

} // namespace app
