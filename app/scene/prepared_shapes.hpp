#pragma once

#include "app/scene/map_model.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace app {

// What of a map model is dear to make (areas cut and triangulated, relief shaded) as bytes, so that a pack can carry it
// and a viewer opens at once. The bytes are good for one machine type only; where they do not fit they are not used.

/// Tells apart all from which those parts are made, and how.
[[nodiscard]] std::uint64_t shapes_fingerprint(geo::Atlas const &atlas, geo::BaseMap const &base,
                                               geo::Projection const &projection);

[[nodiscard]] std::string pack_shapes(MapModel const &model, std::uint64_t fingerprint);

/// Takes the parts from bytes of pack_shapes into a model whose atlas is set.
/// \return false, the model as it was, if they were made from something else or are damaged
[[nodiscard]] bool unpack_shapes(std::string_view bytes, std::uint64_t fingerprint, MapModel &model);

} // namespace app
