#pragma once

#include "geo/foreign/columns.hpp"
#include "geo/foreign/large_layer.hpp"
#include "geo/store/load_atlas.hpp"

#include <filesystem>
#include <vector>

namespace geo {

/// Files of other people to be shown over an atlas.
struct Guests
{
    std::vector<std::filesystem::path> files;
    std::vector<TimeChoice> times; ///< where the columns of dates are not those that would be guessed
    bool in_parts = false;         ///< layers too large to be read whole are only described, see GuestResult::large
    friend bool operator==(Guests const &, Guests const &) = default;
};

/// An atlas with its guests.
struct GuestResult : LoadResult
{
    bool alone = false; ///< there is no atlas beneath: the files make one
    LargeLayers large; ///< guests that are to be asked for what is in view
};

/// True for what is no atlas: a file of another format, or a database without an atlas in it.
[[nodiscard]] bool is_foreign(std::filesystem::path const &where);

/// Reads a file of any format that is understood, times found and brought to one clock. What is `large` is left out.
/// \throws DataError if it cannot be read at all; Stopped if the user stops it
[[nodiscard]] ForeignSource read_foreign(std::filesystem::path const &file, std::vector<TimeChoice> const &times = {},
                                         Progress const &progress = {}, std::stop_token const &stop = {},
                                         std::vector<LargeLayer> large = {});

/**
 * Opens an atlas with guests over it. Where the first name is no atlas itself, it and the guests make an atlas of their
 * own. Needs no more than the names; see load_atlas for the rest.
 */
[[nodiscard]] GuestResult load_with_guests(std::filesystem::path const &where, Guests const &guests,
                                          Progress const &progress = {}, std::stop_token const &stop = {});

} // namespace geo
