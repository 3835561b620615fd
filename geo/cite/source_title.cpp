#include "geo/cite/source_title.hpp"

#include <nlohmann/json.hpp>

namespace geo {

std::string citation_in(Source const &source, std::string_view language)
{
    if (source.csl_json.find("\"title\":{") == std::string::npos &&
        source.csl_json.find("\"author\":{") == std::string::npos) { // as most, so that most are not parsed
        return source.citation;
    }
    auto const entry = nlohmann::json::parse(source.csl_json, nullptr, false);
    if (!entry.is_object() || !entry.contains("custom") || !entry["custom"].is_object()) {
        return source.citation;
    }
    auto const own = [&](char const *key) {
        auto const words = entry["custom"].value(key, nlohmann::json{});
        auto const found = words.is_object() ? words.find(std::string{language}) : words.end();
        return words.is_object() && found != words.end() && found->is_string() ? found->get<std::string>()
                                                                                : std::string{};
    };
    auto const printed = entry.value("title", std::string{});
    auto const at = source.citation.find(printed);
    if (printed.empty() || at == std::string::npos) {
        return source.citation;
    }
    auto const author = own("author");
    auto const title = own("title");
    return (author.empty() ? source.citation.substr(0, at) : author + ": ") + (title.empty() ? printed : title) +
           source.citation.substr(at + printed.size());
}

} // namespace geo
