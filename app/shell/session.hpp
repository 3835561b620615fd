#pragma once

#include "app/i18n/texts.hpp"
#include "app/scene/build_scene.hpp"
#include "app/state/settings.hpp"

#include "geo/check/problem.hpp"
#include "geo/foreign/load.hpp"

#include <cstdint>
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
    std::string relief;        ///< raster of heights in metres, or empty
    bool ground_comes = false; ///< files alone on blank land, see with_ground
};

/// When the base map is laid under files that bring none.
enum class Ground : std::uint8_t {
    at_once,
    later ///< the session is given as soon as the files are read; with_ground does the rest
};

/// \return null only if it was stopped
/// \throws geo::DataError, std::runtime_error with one line for the user
[[nodiscard]] std::shared_ptr<Session const> open_session(std::filesystem::path const &atlas,
                                                          geo::Guests const &guests = {},
                                                          geo::Progress const &progress = {},
                                                          std::stop_token const &stop = {},
                                                          Ground ground = Ground::at_once);

/**
 * The same session with land, water and relief under its files: takes longer than to read most files.
 * \return null if it was stopped, or no base map lies there
 * \throws what open_session throws
 */
[[nodiscard]] std::shared_ptr<Session const> with_ground(Session const &blank, std::stop_token const &stop = {});

/// As open_session, on a thread of its own: the caller wakes the graphics meanwhile. What it throws comes out of the future.
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
