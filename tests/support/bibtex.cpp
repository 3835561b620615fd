#include "support/bibtex.hpp"

#include <cctype>
#include <stdexcept>
#include <string_view>

namespace test {
namespace {

class Parser
{
public:
    explicit Parser(std::string const &text) : m_text{text} {}

    std::vector<BibEntry> entries()
    {
        std::vector<BibEntry> all;
        for (blanks(); m_at < m_text.size(); blanks()) {
            all.push_back(entry());
        }
        return all;
    }

private:
    [[noreturn]] void wanted(char const *what) const
    {
        throw std::runtime_error{"BibTeX: " + std::string{what} + " wanted at byte " + std::to_string(m_at)};
    }
    void blanks()
    {
        while (m_at < m_text.size() && std::isspace(static_cast<unsigned char>(m_text[m_at])) != 0) {
            ++m_at;
        }
    }
    void take(char c)
    {
        if (m_at >= m_text.size() || m_text[m_at] != c) {
            wanted(std::string{c}.c_str());
        }
        ++m_at;
    }
    std::string name(std::string_view more)
    {
        auto const begin = m_at;
        while (m_at < m_text.size() && (std::isalnum(static_cast<unsigned char>(m_text[m_at])) != 0 ||
                                        more.find(m_text[m_at]) != std::string_view::npos)) {
            ++m_at;
        }
        if (begin == m_at) {
            wanted("a name");
        }
        return m_text.substr(begin, m_at - begin);
    }
    /// Between braces that balance; a brace after a backslash counts too, as BibTeX has it.
    std::string value()
    {
        take('{');
        auto const begin = m_at;
        for (int depth = 1; m_at < m_text.size(); ++m_at) {
            depth += m_text[m_at] == '{' ? 1 : m_text[m_at] == '}' ? -1 : 0;
            if (depth == 0) {
                return m_text.substr(begin, m_at++ - begin);
            }
        }
        wanted("}");
    }
    BibEntry entry()
    {
        BibEntry made;
        take('@');
        made.type = name("");
        take('{');
        made.key = name("-_:.");
        for (blanks(); m_at < m_text.size() && m_text[m_at] == ','; blanks()) {
            ++m_at;
            blanks();
            auto const field = name("");
            blanks();
            take('=');
            blanks();
            if (!made.fields.emplace(field, value()).second) {
                wanted("each field once");
            }
        }
        take('}');
        return made;
    }

    std::string const &m_text;
    std::size_t m_at = 0;
};

} // namespace

std::vector<BibEntry> parse_bibtex(std::string const &text)
{
    return Parser{text}.entries();
}

} // namespace test
