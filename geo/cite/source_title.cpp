#include "geo/cite/source_title.hpp"

#include <nlohmann/json.hpp>

namespace geo {

std::string citation_in(Source const &source, std::string_view language)
{
    if (source.csl_json.find("\"title\":{") == std::string::npos) { // as most, so that most are not parsed
        return source.citation;
    }
    auto const entry = nlohmann::json::parse(source.csl_json, nullptr, false);
    if (!entry.is_object() || !entry.contains("custom") || !entry["custom"].is_object()) {
        return source.citation;
    }
    auto const titles = entry["custom"].value("title", nlohmann::json::object());
    auto const own = titles.find(std::string{language});
    auto const printed = entry.value("title", std::string{});
    auto const at = source.citation.find(printed);
    if (own == titles.end() || !own->is_string() || printed.empty() || at == std::string::npos) {
        return source.citation;
    }
    auto citation = source.citation;
    return citation.replace(at, printed.size(), own->get<std::string>());
}

} // namespace geo
