#include "app/story/text_column.hpp"

#include <iterator>

namespace app {
namespace {

constexpr float pad = 0.6F; ///< around the text of a box, in sizes
constexpr float bar = 0.16F;

} // namespace

void TextColumn::paragraph(std::string_view utf8, BlockType const &type, std::vector<Item> &out)
{
    if (utf8.empty()) {
        return;
    }
    auto set = set_text(m_fonts, utf8, type, {m_left, m_y}, m_width);
    out.insert(out.end(), std::move_iterator{set.items.begin()}, std::move_iterator{set.items.end()});
    m_y += set.height;
}

void TextColumn::boxed(std::string_view utf8, BlockType const &type, Colour ground, Colour edge, std::vector<Item> &out)
{
    float const height = height_boxed(utf8, type);
    out.emplace_back(block({m_left, m_y, m_left + m_width, m_y + height}, ground));
    out.emplace_back(block({m_left, m_y, m_left + type.size * bar, m_y + height}, edge));
    TextColumn inner{m_fonts, m_left + type.size * (bar + pad), m_y + type.size * pad,
                     m_width - type.size * (bar + 2 * pad)};
    inner.paragraph(utf8, type, out);
    m_y += height;
}

float TextColumn::height_of(std::string_view utf8, BlockType const &type) const
{
    return utf8.empty() ? 0 : set_text(m_fonts, utf8, type, {0, 0}, m_width).height;
}

float TextColumn::height_boxed(std::string_view utf8, BlockType const &type) const
{
    TextColumn const inner{m_fonts, 0, 0, m_width - type.size * (bar + 2 * pad)};
    return inner.height_of(utf8, type) + 2 * pad * type.size;
}

Fill block(Rect const &rect, Colour colour)
{
    Fill fill;
    fill.points = {{rect.left, rect.top}, {rect.right, rect.top}, {rect.right, rect.bottom}, {rect.left, rect.bottom}};
    fill.ring_ends = {4};
    fill.colour = colour;
    return fill;
}

} // namespace app
