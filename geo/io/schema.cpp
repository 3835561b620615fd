#include "geo/io/schema.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <numeric>
#include <vector>

namespace geo {
namespace {

using enum FieldType;

constexpr FieldSpec id{"id", text, true, "short name, unique in its file; other files refer to it", "khachmaz"};
constexpr FieldSpec sources{"sources", list, false, "ids of sources.json", "seed;veselov2021"};
constexpr FieldSpec note{"note", local_text, false, "remark for the reader", ""};
constexpr FieldSpec name{"name", local_text, false, "name on the map", "Xaçmaz"};
constexpr FieldSpec start_date{"start_date", date, false, "from when it exists; empty: always did", "1918-05-28"};
constexpr FieldSpec end_date{"end_date", date, false, "first day on which it no longer does; empty: does for ever",
                             "1920-04-28"};
constexpr FieldSpec uncertainty{"uncertainty_km", number, false, "how far off the position may be, km", "2"};

constexpr std::array people{id, name, FieldSpec{"office", local_text, false, "office held", "war minister"}, sources};

constexpr std::array claims{id, FieldSpec{"wording", local_text, true, "what the article asserts", ""},
                            FieldSpec{"correction", local_text, false, "what is to be said to it", ""}, sources};

constexpr std::array places{
    id,
    FieldSpec{"kind", text, true, "town, railway_station, port …: chooses the mark", "railway_station"},
    name,
    FieldSpec{"name_period", text, false, "name as printed at the time", "Yelizavetpol"},
    FieldSpec{"rank", integer, false, "1 (labelled first) to 5", "2"},
    start_date,
    end_date,
    uncertainty,
    FieldSpec{"coord_source", text, false, "where the coordinates come from", "GeoNames"},
    FieldSpec{"railway_km", number, false, "kilometres by timetable", "165"},
    FieldSpec{"km_source", text, false, "where the kilometres come from", ""},
    sources,
    note};

constexpr std::array regions{
    id,
    FieldSpec{"polity", text, true, "who holds or claims it; colours go by it", "georgia"},
    name,
    FieldSpec{"status", text, true, "sovereign, controlled, occupied, claimed, disputed or neutral", "claimed"},
    start_date,
    end_date,
    uncertainty,
    sources,
    note};

constexpr std::array lines{
    id,       FieldSpec{"kind", text, true, "railway, road, sea_lane, front or border", "railway"},
    name,     start_date,
    end_date, uncertainty,
    sources,  note};

constexpr std::array units{id,
                           name,
                           FieldSpec{"side", text, true, "whose it is; colour and frame go by it", "red"},
                           FieldSpec{"kind", text, true, "what it is and how large", "rifle_division"},
                           FieldSpec{"parent", text, false, "unit it travels within until its own first fix", "r_atg"},
                           FieldSpec{"symbol", text, false, "sign drawn inside the frame", "armoured_train"},
                           FieldSpec{"strength", local_text, false, "as the sources give it", "about 2,000"},
                           FieldSpec{"commander", local_text, false, "with initials and post", "M. G. Yefremov"},
                           sources,
                           note};

constexpr std::array fixes{
    FieldSpec{"unit_id", text, true, "id of units.csv", "r_atg"},
    FieldSpec{"seq", integer, true, "order of the fixes of one unit, rising", "1"},
    FieldSpec{"place_id", text, true, "id of places.geojson", "khachmaz"},
    FieldSpec{"arrival", date, false, "empty in the first fix: already there", "1920-04-27T11:00~"},
    FieldSpec{"departure", date, false, "empty: unknown; in the last fix: stays", "1920-04-27T13:00~"},
    FieldSpec{"mode", text, true, "how it came here: rail, road, sea, or static (does not move)", "rail"},
    FieldSpec{"via", text, false, "id of the line it followed; empty: shortest way", ""},
    FieldSpec{"time_basis", text, false, "source or assumed; empty: source", "assumed"},
    FieldSpec{"confidence", text, false, "attested, probable or disputed; empty: attested", "probable"},
    sources,
    note};

constexpr std::array events{id,
                            FieldSpec{"start_date", date, true, "when it begins", "1920-04-27T00:05~"},
                            FieldSpec{"end_date", date, false, "when it ends; empty: with the start", ""},
                            FieldSpec{"place_ids", list, false, "ids of places.geojson", "baku;khachmaz"},
                            FieldSpec{"people", list, false, "ids of people.csv", "mikoyan"},
                            FieldSpec{"sides", list, false, "sides that take part", "red;azerbaijan"},
                            FieldSpec{"title", local_text, true, "short title", ""},
                            FieldSpec{"summary", local_text, false, "one to three sentences", ""},
                            FieldSpec{"category", text, true, "military, political …: chooses the mark", "military"},
                            FieldSpec{"confidence", text, false, "attested, probable or disputed", "attested"},
                            FieldSpec{"time_basis", text, false, "source or assumed; empty: source", "source"},
                            sources,
                            FieldSpec{"disagreement", local_text, false, "what other accounts say", ""},
                            FieldSpec{"claims", list, false, "ids of claims.csv", "S16;S17"},
                            note};

constexpr std::array all_tables{
    TableSpec{"people", "people.csv", Shape::none, false, people},
    TableSpec{"claims", "claims.csv", Shape::none, false, claims},
    TableSpec{"places", "places.geojson", Shape::point, true, places},
    TableSpec{"regions", "regions.geojson", Shape::polygon, false, regions},
    TableSpec{"lines", "lines.geojson", Shape::line, false, lines},
    TableSpec{"units", "units.csv", Shape::none, false, units},
    TableSpec{"fixes", "fixes.csv", Shape::none, false, fixes},
    TableSpec{"events", "events.geojson", Shape::optional_point, false, events},
};

/// Levenshtein distance in bytes.
std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            std::size_t const above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            diagonal = above;
        }
    }
    return row.back();
}

} // namespace

std::string_view name_of(Shape shape)
{
    constexpr std::array<std::string_view, 5> names{"a table", "points", "points, or no geometry", "lines", "polygons"};
    return names[static_cast<std::size_t>(shape)];
}

std::string_view name_of(FieldType type)
{
    constexpr std::array<std::string_view, 6> names{"text",   "text by language", "integer",
                                                    "number", "EDTF date",        "list"};
    return names[static_cast<std::size_t>(type)];
}

std::span<TableSpec const> tables()
{
    return all_tables;
}

TableSpec const &table(std::string_view wanted)
{
    auto const found = std::ranges::find(all_tables, wanted, &TableSpec::name);
    assert(found != all_tables.end());
    return *found;
}

std::string nearest(std::string_view word, std::span<std::string const> known)
{
    std::string best;
    std::size_t least = std::max<std::size_t>(2, word.size() / 3) + 1; // farther words are no help
    for (auto const &candidate : known) {
        if (auto const d = distance(word, candidate); d < least) {
            least = d;
            best = candidate;
        }
    }
    return best;
}

} // namespace geo
