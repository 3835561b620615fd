#pragma once

#include "geo/model/atlas.hpp"

#include <filesystem>

namespace app {

/// A made-up atlas of wished size, in a temporary folder that goes with it: lands in a grid with crooked borders, and
/// units that all march across them through ten days.
class BigAtlas
{
public:
    /// \throws std::runtime_error if it cannot be written
    BigAtlas(std::size_t border_vertices, std::size_t units);
    ~BigAtlas();
    BigAtlas(BigAtlas const &) = delete;
    BigAtlas &operator=(BigAtlas const &) = delete;

    [[nodiscard]] std::filesystem::path const &folder() const { return m_folder; }

private:
    std::filesystem::path m_folder;
};

/// Points of the rings of all regions.
[[nodiscard]] std::size_t border_vertices(geo::Atlas const &atlas);

} // namespace app
