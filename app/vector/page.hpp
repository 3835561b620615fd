#pragma once

#include "app/scene/labels.hpp"
#include "app/scene/scene.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

/// Pages are measured in pixels of 96 to the inch, like scenes: type of 16 is 12 points on paper.
inline constexpr double page_points_per_pixel = 0.75;

/// Scenes painted one over the other into a rectangle of a page, scaled to its width and clipped to it.
struct Part
{
    std::vector<Scene const *> scenes; ///< \pre not null, all of one size
    Rect where;                        ///< pixels of the page
};

/// A sheet of paper, or a picture.
struct Page
{
    float width = 0;
    float height = 0;
    std::vector<Part> parts; ///< painted in order
};

/// A page that one picture fills, in the size of its first scene.
[[nodiscard]] Page whole_page(std::vector<Scene const *> scenes);

struct PaperSize
{
    int width = 0; ///< pixels
    int height = 0;
};
/// "A3" lies, "A3-portrait" stands: A2 to A5. Nothing for any other word.
[[nodiscard]] std::optional<PaperSize> paper_size(std::string_view word);

} // namespace app
