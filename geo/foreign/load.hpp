#pragma once

#include "geo/foreign/columns.hpp"
#include "geo/store/load_atlas.hpp"

#include <filesystem>
#include <vector>

namespace geo {

/// Files of other people to be shown over an atlas.
struct Guests
{
    std::vector<std::filesystem::path> files;
    std::vector<TimeChoice> times; ///< where the columns of dates are not those that would be guessed
    friend bool operator==(Guests const &, Guests const &) = default;
};

/// True for what is no atlas: a file of another format, or a database without an atlas in it.
[[nodiscard]] bool is_foreign(std::filesystem::path const &where);

/// Reads a file of any format that is understood, times found and brought to one clock.
/// \throws DataError if it cannot be read at all; Stopped if the user stops it
[[nodiscard]] ForeignSource read_foreign(std::filesystem::path const &file, std::vector<TimeChoice> const &times = {},
                                         Progress const &progress = {}, std::stop_token const &stop = {});

/**
 * Opens an atlas with guests over it. Where the first name is no atlas itself, it and the guests make an atlas of their
 * own. Needs no more than the names; see load_atlas for the rest.
 */
[[nodiscard]] LoadResult load_with_guests(std::filesystem::path const &where, Guests const &guests,
                                          Progress const &progress = {}, std::stop_token const &stop = {});

} // namespace geo
