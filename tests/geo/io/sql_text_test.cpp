#include "geo/io/sql_text.hpp"

#include "geo/io/gdal.hpp"

#include <doctest/doctest.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <memory>
#include <stdexcept>
#include <string>

namespace {

std::string const names[] = {
    "plain",           "two words", R"(Robert"); DROP TABLE places;--)",  "it's",           "a''b",  R"(a""b)",
    R"(back\slash\')", "Баку باکو", "B\u0301\u0302\u0303\u0304\u0305aku", "a\nb -- c /* d", "select"};

} // namespace

TEST_CASE("names and texts in SQL are in their quotes, with those within doubled")
{
    CHECK(geo::sql_name("a") == "\"a\"");
    CHECK(geo::sql_name("a\"b") == "\"a\"\"b\"");
    CHECK(geo::sql_name("it's") == "\"it's\"");
    CHECK(geo::sql_text("it's") == "'it''s'");
    CHECK(geo::sql_text("a\"b") == "'a\"b'");
    CHECK(geo::sql_text("") == "''");
}

TEST_CASE("SQLite reads back every name and text as it was")
{
    geo::register_drivers();
    std::unique_ptr<GDALDataset, geo::DatasetCloser> const dataset{
        GetGDALDriverManager()->GetDriverByName("Memory")->Create("x", 0, 0, 0, GDT_Unknown, nullptr)};
    dataset->CreateLayer("any", nullptr, wkbNone, nullptr);
    for (auto const &name : names) {
        CAPTURE(name);
        auto const sql = "SELECT " + geo::sql_text(name) + " AS " + geo::sql_name(name);
        auto *const rows = dataset->ExecuteSQL(sql.c_str(), nullptr, "SQLITE");
        REQUIRE(rows != nullptr);
        CHECK(std::string{rows->GetLayerDefn()->GetFieldDefn(0)->GetNameRef()} == name);
        std::unique_ptr<OGRFeature> const row{rows->GetNextFeature()};
        REQUIRE(row);
        CHECK(std::string{row->GetFieldAsString(0)} == name);
        dataset->ReleaseResultSet(rows);
    }
}

TEST_CASE("a NUL, at which a library would end the statement, is refused")
{
    using namespace std::string_literals;
    CHECK_THROWS_WITH_AS((void)geo::sql_name("a\0b"s), "a name or text for SQL holds a NUL", std::runtime_error);
    CHECK_THROWS_WITH_AS((void)geo::sql_text("\0"s), "a name or text for SQL holds a NUL", std::runtime_error);
}
