#include "geo/store/connect.hpp"

#include "geo/io/data_error.hpp"
#include "geo/store/location.hpp"

#include <fmt/format.h>
#include <gdal_priv.h>

#include <array>
#include <regex>
#include <string_view>

namespace geo {
namespace {

/// libpq's reasons in the words of what to do. The first whose key is in the reason is taken.
std::string server_reason(std::string const &reason)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 7> known{
        {{"password authentication failed", "the server refuses the user or the password; correct user= and password= "
                                            "(or ~/.pgpass)"},
         {"no password supplied", "the server wants a password; add password=, or put it in ~/.pgpass"},
         {"does not exist", "there is no such database or user on the server; create it first, or correct dbname="},
         {"Connection refused", "no PostgreSQL server answers there; start it, or correct host= and port="},
         {"No such file or directory", "no PostgreSQL server answers there; start it, or correct host= and port="},
         {"could not translate host name", "the host is unknown; correct host="},
         {"timeout expired", "the server did not answer in time; check the network and host="}}};
    for (auto const &[key, words] : known) {
        if (reason.find(key) != std::string::npos) {
            return std::string{words};
        }
    }
    return fmt::format("the connection failed: {}", reason);
}

std::regex const &schema_word()
{
    static std::regex const word{R"(\s*\b(?:schemas|active_schema)\s*=\s*'?([A-Za-z0-9_]*)'?)"};
    return word;
}

} // namespace

DatasetPtr open_database(std::filesystem::path const &where, bool for_writing)
{
    bool const server = home_of(where) == Home::server;
    if (!server && !std::filesystem::exists(where)) {
        throw DataError{where, "there is no such file or folder"};
    }
    register_drivers();
    std::array<char const *, 2> const drivers{server ? "PostgreSQL" : "GPKG", nullptr};
    std::array<char const *, 2> const all_tables{server ? "LIST_ALL_TABLES=NO" : nullptr, nullptr};
    auto const text = server ? without_schema(where) : where.string();
    ThreadSetting const plain{"SPATIALITE_LOAD", "NO"}; // loading that library takes longer than opening the file
    ErrorTrap const errors;
    DatasetPtr dataset{GDALDataset::Open(text.c_str(),
                                         GDAL_OF_VECTOR | GDAL_OF_VERBOSE_ERROR |
                                             (for_writing ? unsigned{GDAL_OF_UPDATE} : unsigned{GDAL_OF_READONLY}),
                                         drivers.data(), all_tables.data())};
    if (!dataset) {
        throw DataError{shown(where), server ? server_reason(errors.reason())
                                             : fmt::format("is no sound GeoPackage: {}", errors.reason())};
    }
    return dataset;
}

std::string schema_in(std::filesystem::path const &where)
{
    auto const text = where.string();
    std::smatch match;
    return std::regex_search(text, match, schema_word()) ? match[1].str() : std::string{};
}

std::string without_schema(std::filesystem::path const &where)
{
    return std::regex_replace(where.string(), schema_word(), "");
}

} // namespace geo
