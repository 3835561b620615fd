#include "app/shell/textured_quad.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace app {

void append_quad(Prepared &into, sf::Texture const &texture, Rect const &part, Rect const &to, Rect const &clip,
                 float opacity, std::uint64_t content)
{
    Rect const seen{std::max(to.left, clip.left), std::max(to.top, clip.top), std::min(to.right, clip.right),
                    std::min(to.bottom, clip.bottom)};
    if (seen.left >= seen.right || seen.top >= seen.bottom) {
        return;
    }
    auto const u = [&](float x) { return part.left + (x - to.left) / (to.right - to.left) * (part.right - part.left); };
    auto const v = [&](float y) { return part.top + (y - to.top) / (to.bottom - to.top) * (part.bottom - part.top); };
    sf::Color const tint{255, 255, 255, static_cast<sf::Uint8>(std::lround(std::clamp(opacity, 0.0F, 1.0F) * 255))};
    auto const corner = [&](float x, float y) { return sf::Vertex{{x, y}, tint, {u(x), v(y)}}; };
    auto &batch = into.batch(&texture);
    batch.content = content;
    for (auto const &vertex :
         {corner(seen.left, seen.top), corner(seen.right, seen.top), corner(seen.right, seen.bottom),
          corner(seen.left, seen.top), corner(seen.right, seen.bottom), corner(seen.left, seen.bottom)}) {
        batch.vertices.push_back(vertex);
    }
}

} // namespace app
