#include "app/scene/unit_looks.hpp"

#include "geo/movement/trajectory.hpp"

#include <doctest/doctest.h>

TEST_CASE("units of one side, sign and size share one look, and other accounts of a unit are told from it")
{
    geo::Atlas atlas;
    atlas.info.sides.resize(2);
    atlas.info.sides[0].id = "red";
    atlas.info.sides[1].id = "blue";
    auto const add = [&](char const *id, char const *side, char const *symbol, char const *kind) {
        auto &unit = atlas.units.emplace_back();
        unit.id = id;
        unit.side = side;
        unit.symbol = symbol;
        unit.kind = kind;
    };
    add("a", "red", "rifle", "regiment");
    add("b", "red", "rifle", "rifle regiment");
    add("b@memoir", "red", "rifle", "regiment");
    add("c", "blue", "rifle", "regiment");
    add("d", "nobody", "rifle", "brigade");

    app::UnitLooks const looks{atlas};
    REQUIRE(looks.all().size() == 3);
    CHECK(looks.of(0) == looks.of(1));
    CHECK(looks.of(0) == looks.of(2));
    CHECK(looks.all()[looks.of(0)] == app::UnitLook{0, "rifle", app::Echelon::regiment});
    CHECK(looks.all()[looks.of(3)] == app::UnitLook{1, "rifle", app::Echelon::regiment});
    CHECK(looks.all()[looks.of(4)] ==
          app::UnitLook{2, "rifle", app::Echelon::brigade}); // a side the atlas does not name
    CHECK_FALSE(looks.is_account(1));
    CHECK(looks.is_account(2));
}
