#pragma once

#include "app/scene/font_metrics.hpp"
#include "app/scene/scene.hpp"

#include <string>
#include <vector>

namespace app {

struct Rect
{
    float left = 0;
    float top = 0;
    float right = 0;
    float bottom = 0;
    [[nodiscard]] bool meets(Rect const &o) const
    {
        return left < o.right && o.left < right && top < o.bottom && o.top < bottom;
    }
};

/// One line of a label.
struct LabelLine
{
    std::string text;
    Face face = Face::sans;
    float size = 16;
    Colour colour;
};

/// A label that wants a place beside its anchor.
struct LabelWish
{
    ScreenPoint anchor;
    float gap_x = 8; ///< from the anchor to the text, pixels
    float gap_y = 8;
    std::vector<LabelLine> lines;
    Colour halo;
    bool must = false; ///< placed even where it overlaps
};

/**
 * Places labels one after the other, the important first: each takes the first of eight positions about its anchor
 * that is free. Deterministic; keeps what is taken until it goes.
 */
class LabelPlacer
{
public:
    LabelPlacer(FontMetrics const &fonts, float width, float height) : m_fonts{fonts}, m_view{0, 0, width, height} {}

    /// Ground that no label may cover.
    void block(Rect const &rect) { m_taken.push_back(rect); }
    /// True if the rectangle is free and in view; then it is taken.
    bool take(Rect const &rect);
    /// Appends the texts if a place is found.
    bool place(LabelWish const &wish, std::vector<Item> &out);

    [[nodiscard]] std::vector<Rect> const &taken() const { return m_taken; }

private:
    [[nodiscard]] bool free(Rect const &rect) const;

    FontMetrics const &m_fonts;
    Rect m_view;
    std::vector<Rect> m_taken;
};

/// Letters spaced along a course (pixels), upright to the reader, centred on it; nothing if it is too short.
/// \return true if drawn
bool letter_along(std::vector<ScreenPoint> course, LabelLine const &line, float spacing, Colour halo,
                  FontMetrics const &fonts, LabelPlacer &placer, std::vector<Item> &out);

} // namespace app
