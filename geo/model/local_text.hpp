#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace geo {

/// A text in several languages. The language "" holds a text whose language the data do not name.
class LocalText
{
public:
    LocalText() = default;

    void set(std::string language, std::string text);

    /// The text in the language, else without language, else in English, else in any; "" if there is none.
    [[nodiscard]] std::string const &in(std::string_view language) const;
    [[nodiscard]] bool has(std::string_view language) const;
    [[nodiscard]] bool empty() const { return m_texts.empty(); }
    /// All forms, in order of the data (language, text).
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> const &all() const { return m_texts; }

    friend bool operator==(LocalText const &, LocalText const &) = default;

private:
    std::vector<std::pair<std::string, std::string>> m_texts;
};

} // namespace geo
