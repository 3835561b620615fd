#pragma once

#include "app/i18n/texts.hpp"
#include "app/scene/build_scene.hpp"
#include "app/state/settings.hpp"

#include "geo/check/problem.hpp"
#include "geo/foreign/load.hpp"

#include <filesystem>
#include <future>
#include <memory>
#include <string>
#include <vector>

namespace app {

/// An opened atlas with all that drawing it needs. Loading is slow and may run on a worker; the rest is cheap.
struct Session
{
    std::filesystem::path location; ///< folder, GeoPackage, connection text, or a file of another format
    geo::Guests guests;             ///< files shown over it
    std::shared_ptr<geo::Atlas const> atlas;
    geo::Problems problems;
    geo::Projection projection;
    MapModel map;
    std::vector<std::shared_ptr<geo::LargeLayer const>> large; ///< guests too large to be read whole
    std::string relief; ///< raster of heights in metres, or empty
};

/// \return null only if it was stopped
/// \throws geo::DataError, std::runtime_error with one line for the user
[[nodiscard]] std::shared_ptr<Session const> open_session(std::filesystem::path const &atlas,
                                                          geo::Guests const &guests = {},
                                                          geo::Progress const &progress = {},
                                                          std::stop_token const &stop = {});

/// The same on a thread of its own: the caller wakes the graphics meanwhile. What it throws comes out of the future.
[[nodiscard]] std::future<std::shared_ptr<Session const>> open_session_beside(std::filesystem::path const &atlas,
                                                                              geo::Guests const &guests = {});

/// The style of this name from the program's assets. \throws std::runtime_error naming those there are
[[nodiscard]] Style find_style(std::string const &id);

/// How many faults the data has, and the first of them; empty: none.
[[nodiscard]] std::string notice_of(geo::Problems const &problems);

/// Names of all styles, in order.
[[nodiscard]] std::vector<std::string> style_names();

/// The settings without what this atlas or this installation does not have.
[[nodiscard]] Settings sound(Settings settings, geo::Atlas const &atlas);

} // namespace app
