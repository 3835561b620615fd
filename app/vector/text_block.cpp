#include "app/vector/text_block.hpp"

#include <string>

namespace app {
namespace {

/// Gathers the lines; lives for one call.
class Breaker
{
public:
    Breaker(FontMetrics const &fonts, BlockType const &type, float width) : m_fonts{fonts}, m_type{type}, m_width{width}
    {}

    std::vector<std::string> lines(std::string_view text)
    {
        std::string word;
        for (char32_t const letter : decode_utf8(text)) {
            if (letter == U' ' || letter == U'\n') {
                add(word);
                word.clear();
                if (letter == U'\n') {
                    end_line();
                }
            } else {
                word += encode_utf8(letter);
            }
        }
        add(word);
        if (!m_line.empty()) {
            end_line();
        }
        return std::move(m_lines);
    }

private:
    [[nodiscard]] bool fits(std::string const &text) const
    {
        return m_fonts.width(m_type.face, text, m_type.size) <= m_width;
    }

    void end_line()
    {
        m_lines.push_back(std::move(m_line));
        m_line.clear();
    }

    void add(std::string const &word)
    {
        if (word.empty()) {
            return;
        }
        if (auto const longer = m_line.empty() ? word : m_line + ' ' + word; fits(longer)) {
            m_line = longer;
            return;
        }
        if (!m_line.empty()) {
            end_line();
        }
        for (char32_t const letter : decode_utf8(word)) { // alone too long: letter by letter
            auto const bytes = encode_utf8(letter);
            if (!m_line.empty() && !fits(m_line + bytes)) {
                end_line();
            }
            m_line += bytes;
        }
    }

    FontMetrics const &m_fonts;
    BlockType const &m_type;
    float m_width;
    std::string m_line;
    std::vector<std::string> m_lines;
};

} // namespace

TextBlock set_text(FontMetrics const &fonts, std::string_view utf8, BlockType const &type, ScreenPoint at, float width)
{
    TextBlock block;
    float const step = type.size * type.leading;
    for (auto &line : Breaker{fonts, type, width}.lines(utf8)) {
        Text text;
        text.at = {at.x, at.y + block.height + step * 0.5F + type.size * 0.36F};
        text.utf8 = std::move(line);
        text.face = type.face;
        text.size = type.size;
        text.colour = type.colour;
        block.items.emplace_back(std::move(text));
        block.height += step;
    }
    return block;
}

} // namespace app
