#include "support/atlas_folder.hpp"
#include "support/text.hpp"

#include "geo/query/attribute_tables.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using doctest::Contains;
using test::text;

namespace {

geo::AttributeTables const &tables()
{
    static geo::AttributeTables const bundled = [] {
        geo::Problems problems;
        return geo::AttributeTables{geo::read_raw(MARSHRUT_SOURCE_DIR "/data/yalama-baku-1920", problems)};
    }();
    return bundled;
}

std::vector<std::string> ids(geo::TableQuery const &query)
{
    auto const found = tables().ask(query);
    CHECK(found.error == "");
    std::vector<std::string> all;
    std::ranges::transform(found.rows, std::back_inserter(all), &geo::TableRow::id);
    return all;
}

} // namespace

TEST_CASE("a table shows all rows with all fields as authored")
{
    auto const found = tables().ask({"places", "", "", false});
    CHECK(found.rows.size() == found.all);
    CHECK(found.all > 100);
    CHECK(std::ranges::find(found.fields, "railway_km") != found.fields.end());
    auto const names = tables().names();
    CHECK(std::ranges::find(names, "fixes") != names.end());
}

TEST_CASE("a condition in SQL filters, and numbers compare as numbers")
{
    auto const far = ids({"places", "railway_km > 200 AND railway_km < 210", "railway_km", false});
    REQUIRE(far.size() >= 3);
    CHECK(std::ranges::find(far, "yalama") != far.end());
    CHECK(std::ranges::find(far, "sumgait") == far.end());
    CHECK(ids({"units", "side = 'red' AND name_en LIKE '%Rifle Division%'", "", false}).size() >= 3);
    CHECK(ids({"fixes", "unit_id = 'r_atg' AND confidence = 'attested'", "", false}).size() == 3);
}

TEST_CASE("rows are ordered by any field, both ways")
{
    auto const up = ids({"places", "railway_km IS NOT NULL", "railway_km", false});
    auto down = ids({"places", "railway_km IS NOT NULL", "railway_km", true});
    REQUIRE(up.size() > 10);
    CHECK(down.front() == up.back());
}

TEST_CASE("a wrong condition is told and finds nothing")
{
    auto const wrong = tables().ask({"places", "rank <=", "", false});
    CHECK(wrong.rows.empty());
    CHECK(text(wrong.error) == Contains("syntax error"));
    CHECK(text(tables().ask({"places", "height > 3", "", false}).error) == Contains("height"));
    CHECK(tables().ask({"elephants", "", "", false}).error == "there is no table 'elephants'");
}

TEST_CASE("a condition cannot change the tables")
{
    auto const before = tables().ask({"places", "", "", false}).all;
    static_cast<void>(tables().ask({"places", "1); DELETE FROM places; --", "", false}));
    CHECK(tables().ask({"places", "", "", false}).rows.size() == before);
}
