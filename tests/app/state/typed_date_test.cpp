#include "app/state/typed_date.hpp"

#include "support/atlas_folder.hpp"

#include <doctest/doctest.h>

using test::at;

TEST_CASE("dates may be typed as people write them")
{
    CHECK(app::as_edtf("1920-04-27 12:00") == "1920-04-27T12:00");
    CHECK(app::as_edtf(" 27.4.1920 9:05 ") == "1920-04-27T09:05");
    CHECK(app::as_edtf("27.04.1920~") == "1920-04-27~");
    CHECK(app::as_edtf("1920-04/1920-05") == "1920-04/1920-05");
}

TEST_CASE("any EDTF date within the atlas's time goes to its first instant")
{
    geo::Span const limits{at("1920-04-01"), at("1920-06-01")};
    CHECK(app::date_target("1920-04-27T14:15", limits).at == at("1920-04-27T14:15"));
    CHECK(app::date_target("1920-05", limits).at == at("1920-05-01"));
    CHECK(app::date_target("1920-05", limits).meant == geo::Span{at("1920-05-01"), at("1920-06-01")});
    CHECK(app::date_target("1920", limits).at == limits.begin);
    CHECK(app::date_target("1920-04-27~", limits).at == at("1920-04-27"));
    CHECK(app::date_target("../1920-04-05", limits).at == limits.begin);
}

TEST_CASE("a typed date that goes nowhere says why")
{
    geo::Span const limits{at("1920-04-01"), at("1920-06-01")};
    CHECK(app::date_target("1920-04-31", limits).error == "31 April 1920 does not exist");
    CHECK(app::date_target("1921", limits).error == "the atlas covers 1920-04-01 to 1920-06-01");
    CHECK(app::date_target("", limits).error != "");
    CHECK(app::date_target(std::string(5000, '9'), limits).error != "");
}
