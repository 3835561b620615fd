#include "app/core/paths.hpp"
#include "app/scene/prepared_shapes.hpp"

#include "geo/store/load_atlas.hpp"
#include "geo/store/load_base.hpp"

#include <doctest/doctest.h>

namespace {

/// The bundled atlas as its pack gives it.
struct Bundled
{
    geo::Problems problems;
    std::shared_ptr<geo::Atlas const> atlas = geo::load_atlas(app::bundled_atlas()).atlas;
    geo::BaseMap base = geo::load_base(app::bundled_atlas(), problems);
    geo::Projection projection{atlas->info.crs, atlas->info.home};

    [[nodiscard]] std::uint64_t fingerprint() const { return app::shapes_fingerprint(*atlas, base, projection); }
    [[nodiscard]] app::MapModel empty() const
    {
        app::MapModel model;
        model.atlas = atlas;
        return model;
    }
};

} // namespace

TEST_CASE("the pack of the bundled atlas carries the shapes that are made from it")
{
    Bundled const bundled;
    auto carried = bundled.empty();
    REQUIRE(app::unpack_shapes(bundled.base.prepared, bundled.fingerprint(), carried));
    auto without = bundled.base;
    without.prepared.clear();
    auto const made = app::make_map_model(bundled.atlas, without, bundled.projection);
    CHECK(app::pack_shapes(carried, 7) == app::pack_shapes(made, 7));
    REQUIRE(carried.relief);
    CHECK(carried.relief->rgba == made.relief->rgba);
}

TEST_CASE("shapes are made anew when a region, the sea or the projection is no longer that from which they were packed")
{
    Bundled bundled;
    auto const before = bundled.fingerprint();
    auto edited = *bundled.atlas;
    edited.regions[0].shape[0][0][1].lon += 1e-6;
    CHECK(app::shapes_fingerprint(edited, bundled.base, bundled.projection) != before);
    geo::Projection const other{"EPSG:32638", bundled.atlas->info.home};
    CHECK(app::shapes_fingerprint(*bundled.atlas, bundled.base, other) != before);
    auto model = bundled.empty();
    CHECK_FALSE(app::unpack_shapes(bundled.base.prepared, before + 1, model));
    bundled.base.relief_size += 1;
    CHECK(bundled.fingerprint() != before);
}

TEST_CASE("damaged shapes are not used, wherever they are cut short or altered")
{
    Bundled const bundled;
    auto const &bytes = bundled.base.prepared;
    auto const print = bundled.fingerprint();
    auto model = bundled.empty();
    for (std::size_t part = 0; part < 40; ++part) {
        CHECK_FALSE(app::unpack_shapes(std::string_view{bytes}.substr(0, bytes.size() * part / 40), print, model));
    }
    // The first area's last corner of a triangle: an index past its points.
    app::MapModel small = bundled.empty();
    small.seats.resize(bundled.atlas->regions.size());
    small.land.push_back({{{0, 0}, {1, 0}, {0, 1}},
                          {3},
                          std::make_shared<std::vector<std::uint32_t> const>(std::vector<std::uint32_t>{0, 1, 2}),
                          {},
                          0});
    CHECK(app::unpack_shapes(app::pack_shapes(small, 5), 5, model));
    small.land[0].triangles = std::make_shared<std::vector<std::uint32_t> const>(std::vector<std::uint32_t>{0, 1, 3});
    CHECK_FALSE(app::unpack_shapes(app::pack_shapes(small, 5), 5, model));
    small.land.clear();
    small.seats.pop_back();
    CHECK_FALSE(app::unpack_shapes(app::pack_shapes(small, 5), 5, model));
    small.seats.emplace_back();
    small.claim_edges.push_back({{{0, 0}, {std::numeric_limits<double>::infinity(), 1}}, {}, 0, 5});
    CHECK_FALSE(app::unpack_shapes(app::pack_shapes(small, 5), 5, model));
}
