#pragma once

#include "geo/overlay/overlay.hpp"
#include "geo/store/load_atlas.hpp"
#include "geo/store/load_base.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace test {

/// The bundled atlas, read once.
inline geo::LoadResult const &bundled()
{
    static geo::LoadResult const result = geo::load_atlas(MARSHRUT_SOURCE_DIR "/data/yalama-baku-1920");
    return result;
}

inline geo::Atlas const &atlas()
{
    return *bundled().atlas;
}

inline geo::Place const &place(char const *id)
{
    auto const index = geo::index_of(atlas().places, id);
    REQUIRE_MESSAGE(index, id);
    return atlas().places[*index];
}

inline geo::BaseMap const &base_map()
{
    static geo::BaseMap const base = [] {
        geo::Problems problems;
        return geo::load_base(atlas().info.base, problems);
    }();
    return base;
}

/// True if an area of the base map's layer holds the point.
inline bool in_layer(char const *role, geo::LonLat p)
{
    auto const *const layer = base_map().find(role);
    REQUIRE(layer != nullptr);
    return std::ranges::any_of(layer->features, [&](geo::BaseFeature const &f) { return geo::inside(p, f.areas); });
}

} // namespace test
