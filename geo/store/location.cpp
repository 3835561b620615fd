#include "geo/store/location.hpp"

#include <regex>

namespace geo {

std::optional<Home> home_of(std::filesystem::path const &where)
{
    if (where.string().starts_with("PG:")) {
        return Home::server;
    }
    if (std::filesystem::is_directory(where)) {
        return Home::folder;
    }
    return where.extension() == ".gpkg" ? std::optional{Home::geopackage} : std::nullopt;
}

std::string shown(std::filesystem::path const &where)
{
    if (home_of(where) != Home::server) {
        return where.string();
    }
    // password=word, password='two words' (with \' inside), and the URL form postgresql://user:word@host
    static std::regex const keyword{R"((password\s*=\s*)('(?:[^'\\]|\\.)*'|\S+))", std::regex::icase};
    static std::regex const url{R"((//[^:/@\s]*:)[^@\s]*@)"};
    auto const text = std::regex_replace(where.string(), keyword, "$1***");
    return std::regex_replace(text, url, "$1***@");
}

} // namespace geo
