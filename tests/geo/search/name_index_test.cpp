#include "geo/search/fold.hpp"
#include "geo/search/name_index.hpp"

#include "support/atlas_folder.hpp"

#include "app/core/paths.hpp"

#include <doctest/doctest.h>

namespace {

std::string first_place(geo::Atlas const &atlas, geo::NameIndex const &index, std::string const &query)
{
    auto const hits = index.find(query, 5);
    return hits.empty() || hits.front().kind != geo::Named::place ? "" : atlas.places[hits.front().index].id;
}

} // namespace

TEST_CASE("one name in Latin, Azerbaijani and Cyrillic letters folds to one text")
{
    for (auto const &[a, b, c] : {std::tuple{"Shusha", "Şuşa", "Шуша"},
                                  {"Ganja", "Gəncə", "Гянджа"},
                                  {"Guba", "Quba", "Куба"},
                                  {"Khachmaz", "Xaçmaz", "ХАЧМАЗ"},
                                  {"Zakatala", "Zaqatala", "Закатала"},
                                  {"Nakhchivan", "Naxçıvan", "Нахчыван"},
                                  {"Yalama", "YALAMA", "Ялама"}}) {
        CAPTURE(a);
        CHECK(geo::fold(a) == geo::fold(b));
        CHECK(geo::fold(a) == geo::fold(c));
    }
    CHECK(geo::fold("Shusha") != geo::fold("Shamkir"));
    CHECK(geo::fold("Yalama–Baku") == "alama baku");
    CHECK(geo::fold("") == "");
    CHECK(geo::fold("\xFF\xFE broken") != "");
}

TEST_CASE("a place of the bundled atlas is found in all its names and spellings")
{
    auto const atlas = geo::load_atlas(app::bundled_atlas()).atlas;
    geo::NameIndex const index{*atlas};
    for (auto const *const query : {"Shusha", "Şuşa", "Шуша", "shusha", "ŞUŞA", "шуш"}) {
        CAPTURE(query);
        CHECK(first_place(*atlas, index, query) == "shusha");
    }
    for (auto const *const query : {"Baku", "Bakı", "Баку", "baki"}) {
        CAPTURE(query);
        CHECK(first_place(*atlas, index, query) == "baku");
    }
    CHECK(first_place(*atlas, index, "Ganja") == first_place(*atlas, index, "Елисаветполь"));
}

TEST_CASE("units, events and people are found beside places, and the better match stands first")
{
    test::AtlasFolder folder;
    auto const atlas = folder.load().atlas;
    geo::NameIndex const index{*atlas};
    auto const train = index.find("train", 10);
    REQUIRE_FALSE(train.empty());
    CHECK(train.front().kind == geo::Named::unit);
    CHECK(train.front().by == "Train");
    CHECK(index.find("nothing of that name", 10).empty());
    CHECK(index.find("", 10).empty());
    CHECK(index.find("?!", 10).empty());
}

TEST_CASE("a name with one wrong letter is still found")
{
    auto const atlas = geo::load_atlas(app::bundled_atlas()).atlas;
    geo::NameIndex const index{*atlas};
    CHECK(first_place(*atlas, index, "Hachmas") == first_place(*atlas, index, "Xaçmaz"));
}
