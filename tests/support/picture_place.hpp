#pragma once

#include "geo/model/geometry.hpp"

#include <filesystem>

namespace test {

/// Where on earth the middle of a picture lies, as GDAL reads it. Throws if it says nothing of that.
[[nodiscard]] geo::LonLat middle_of(std::filesystem::path const &picture);

} // namespace test
