#include "geo/store/format_version.hpp"

#include "geo/io/data_error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace geo {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> names_of_version_0{
    {{"name_1920", "name_period"},
     {"start", "start_date"},
     {"end", "end_date"},
     {"disagreement_note", "disagreement_en"},
     {"seed_claims", "claims"},
     {"railway_km_from_Baku", "railway_km"}}};

} // namespace

int format_version(std::string const &found, std::string_view newest, std::filesystem::path const &where)
{
    auto const slash = newest.find('/');
    auto const name = newest.substr(0, slash + 1);
    int ours = 0;
    std::from_chars(newest.data() + slash + 1, newest.data() + newest.size(), ours);
    int version = -1;
    if (found.starts_with(name)) {
        auto const [end, code] = std::from_chars(found.data() + name.size(), found.data() + found.size(), version);
        if (code != std::errc{} || end != found.data() + found.size()) {
            version = -1;
        }
    }
    if (version < 0) {
        throw DataError{
            where, fmt::format("its format is '{}', which is none of an atlas; it should be \"{}\"", found, newest)};
    }
    if (version > ours) {
        throw DataError{where, fmt::format("was made for a newer Marshrut (format {}; this one reads up to {}); update "
                                           "the program, or save the atlas in the older format",
                                           version, ours)};
    }
    return version;
}

void upgrade(RawTable &table, int version)
{
    if (version > 0) {
        return;
    }
    for (auto &field : table.fields) {
        auto const old =
            std::ranges::find(names_of_version_0, field, &std::pair<std::string_view, std::string_view>::first);
        if (old != names_of_version_0.end()) {
            field = old->second;
        }
    }
}

} // namespace geo
