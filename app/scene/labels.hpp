#pragma once

#include "app/scene/font_metrics.hpp"
#include "app/scene/scene.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
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
    [[nodiscard]] Rect moved(ScreenPoint by) const { return {left + by.x, top + by.y, right + by.x, bottom + by.y}; }
    friend bool operator==(Rect const &, Rect const &) = default;
};

/// Rectangles on a grid, so that asking costs the same however many there are.
class GroundIndex
{
public:
    void add(Rect const &rect);
    [[nodiscard]] bool meets(Rect const &rect) const;
    /// How many of them the rectangle meets.
    [[nodiscard]] std::size_t count(Rect const &rect) const;
    [[nodiscard]] std::vector<Rect> const &all() const { return m_all; }

private:
    std::vector<Rect> m_all;
    std::vector<std::uint32_t> m_large; ///< that cover too many cells
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> m_cells;
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
};

/**
 * Places labels one after the other, the important first: each takes of eight positions about its anchor that are free
 * the one that covers the least of the avoided ground, and of equals the first. Deterministic.
 */
class LabelPlacer
{
public:
    /// Within a view: nothing is placed across its edges.
    LabelPlacer(FontMetrics const &fonts, float width, float height) : m_fonts{fonts}, m_view{0, 0, width, height} {}
    /// On a plane without end.
    explicit LabelPlacer(FontMetrics const &fonts) : m_fonts{fonts}, m_view{-1e9F, -1e9F, 1e9F, 1e9F} {}

    /// Ground that no label may cover.
    void block(Rect const &rect) { m_taken.add(rect); }
    /// Ground that labels keep off where they have a choice.
    void avoid(Rect const &rect) { m_avoided.add(rect); }
    /// True if the rectangle is free and in view; then it is taken.
    bool take(Rect const &rect);
    /// Appends the texts if a place is found, and says what ground they cover.
    std::optional<Rect> place(LabelWish const &wish, std::vector<Text> &out);

    [[nodiscard]] bool free(Rect const &rect) const;
    [[nodiscard]] std::vector<Rect> const &taken() const { return m_taken.all(); }

private:
    FontMetrics const &m_fonts;
    Rect m_view;
    GroundIndex m_taken;
    GroundIndex m_avoided;
};

/// Letters along a course, and the ground they cover.
struct CourseLetters
{
    Text text;
    std::vector<Rect> ground;
};

/// Letters spaced along a course (pixels), upright to the reader, centred on it; nothing if the course is too short or
/// too crooked, or its ground is not free. Nothing is taken.
[[nodiscard]] std::optional<CourseLetters> letter_along(std::vector<ScreenPoint> course, LabelLine const &line,
                                                        float spacing, Colour halo, FontMetrics const &fonts,
                                                        std::function<bool(Rect const &)> const &free);

} // namespace app
