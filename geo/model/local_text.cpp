#include "geo/model/local_text.hpp"

#include <algorithm>

namespace geo {
namespace {

auto find(std::vector<std::pair<std::string, std::string>> const &texts, std::string_view language)
{
    return std::ranges::find(texts, language, [](auto const &entry) { return std::string_view{entry.first}; });
}

} // namespace

void LocalText::set(std::string language, std::string text)
{
    if (auto const found = find(m_texts, language); found != m_texts.end()) {
        m_texts[static_cast<std::size_t>(found - m_texts.begin())].second = std::move(text);
    } else {
        m_texts.emplace_back(std::move(language), std::move(text));
    }
}

std::string const &LocalText::in(std::string_view language) const
{
    static std::string const none;
    for (std::string_view const wanted : {language, std::string_view{}, std::string_view{"en"}}) {
        if (auto const found = find(m_texts, wanted); found != m_texts.end()) {
            return found->second;
        }
    }
    return m_texts.empty() ? none : m_texts.front().second;
}

bool LocalText::has(std::string_view language) const
{
    return find(m_texts, language) != m_texts.end();
}

} // namespace geo
