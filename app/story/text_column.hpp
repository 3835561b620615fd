#pragma once

#include "app/scene/labels.hpp"
#include "app/vector/text_block.hpp"

#include <string_view>
#include <vector>

namespace app {

/// Sets paragraphs one under another into draw lists, for slides and printed pages. Lengths are those of the scene.
class TextColumn
{
public:
    TextColumn(FontMetrics const &fonts, float left, float top, float width)
    : m_fonts{fonts}, m_left{left}, m_width{width}, m_y{top}
    {}

    void paragraph(std::string_view utf8, BlockType const &type, std::vector<Item> &out);
    /// On a ground of its own with a bar at the left, as asides and questions stand.
    void boxed(std::string_view utf8, BlockType const &type, Colour ground, Colour bar, std::vector<Item> &out);
    void skip(float height) { m_y += height; }
    void go_to(float y) { m_y = y; }

    [[nodiscard]] float y() const { return m_y; }
    [[nodiscard]] float left() const { return m_left; }
    [[nodiscard]] float width() const { return m_width; }
    /// Height that a paragraph would take.
    [[nodiscard]] float height_of(std::string_view utf8, BlockType const &type) const;
    [[nodiscard]] float height_boxed(std::string_view utf8, BlockType const &type) const;

private:
    FontMetrics const &m_fonts;
    float m_left;
    float m_width;
    float m_y;
};

/// A filled rectangle.
[[nodiscard]] Fill block(Rect const &rect, Colour colour);

} // namespace app
