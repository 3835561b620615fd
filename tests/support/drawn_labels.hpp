#pragma once

#include "app/scene/labels.hpp"

#include <string>
#include <vector>

namespace test {

/// One line of text of a scene and the ground its ink covers: one box, or one a letter where it follows a course.
struct DrawnLabel
{
    std::string text;
    app::Text const *drawn = nullptr;
    std::vector<app::Rect> ink;
    [[nodiscard]] bool meets(DrawnLabel const &other) const;
};

/// The texts of the scenes; they must outlive what is returned.
[[nodiscard]] std::vector<DrawnLabel> drawn_labels(std::vector<app::Scene const *> const &scenes,
                                                   app::FontMetrics const &fonts);

/// "Baku over Keshla; …" for every two that meet.
[[nodiscard]] std::string overlaps(std::vector<DrawnLabel> const &labels);

} // namespace test
