#pragma once

#include "geo/model/geometry.hpp"
#include "geo/model/local_text.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace geo {

/// A river, shore or lake of the base map, or a name to letter over it.
struct BaseFeature
{
    LocalText name;
    std::string kind; ///< as the file says: coast, island, sea, bay, range, peak …
    int rank = 5;     ///< 1 (greatest) to 5
    MultiLine lines;
    MultiPolygon areas;
    std::vector<LonLat> points;
};

/// One file of the base map.
struct BaseLayer
{
    std::string role;             ///< sea, coastline, lakes, rivers, waters, mountains
    double scale_denominator = 0; ///< finest scale to which it is good; 0: not said
    std::vector<BaseFeature> features;
};

/// Land and water under the history. Knows nothing of time.
struct BaseMap
{
    Box extent{};
    std::vector<BaseLayer> layers{};
    std::string relief{};            ///< raster file of heights in metres, or empty
    std::uint64_t relief_size = 0; ///< of that file, bytes
    double relief_scale_denominator = 0;
    LocalText attribution{};
    LocalText note{};
    std::string prepared{}; ///< what a pack carries to draw it at once (see Packed), or empty

    [[nodiscard]] BaseLayer const *find(std::string_view role) const
    {
        for (auto const &layer : layers) {
            if (layer.role == role) {
                return &layer;
            }
        }
        return nullptr;
    }
};

} // namespace geo
