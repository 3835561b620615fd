#pragma once

#include "geo/foreign/source.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace geo {

/// The columns of dates that a user chose for a layer, in place of those that would be guessed.
struct TimeChoice
{
    std::string layer; ///< of the file, or of "file/layer"; empty: all layers that have the columns
    std::string begin; ///< "-": none, the layer is to have no time
    std::string end;
    friend bool operator==(TimeChoice const &, TimeChoice const &) = default;
};

/**
 * Finds the columns of a layer that hold its times, by name and by content, and gives their dates to the features that
 * have none of their own. A chosen column is taken whatever it holds. Dates that could not be read are told.
 */
void read_time_columns(ForeignLayer &layer, std::optional<TimeChoice> const &choice,
                       std::map<std::string, long> &dropped);

/// The choice that is meant for a layer: by its name or its file's, or for no layer by name where it has such columns.
[[nodiscard]] std::optional<TimeChoice> choice_for(std::vector<TimeChoice> const &times,
                                                   std::filesystem::path const &file, ForeignLayer const &layer);

/// \throws DataError with the names of its fields, if the layer lacks a column that was chosen
void require_columns(std::filesystem::path const &file, TimeChoice const &choice, ForeignLayer const &layer);

/// Puts the rows of a table without geometry where their columns of longitude and latitude, or of WKT, say.
void place_rows(ForeignLayer &layer, std::map<std::string, long> &dropped);

/// Rows that are moments of the same thing (a column that names it, values that repeat) become one track.
void join_tracks(ForeignLayer &layer, std::map<std::string, long> &dropped);

/**
 * Brings the times of a file to one clock. Where all its zones are the same, hours stay as they are given; where they
 * differ, all are brought to UTC. Says so in ForeignSource::clock.
 */
void settle_zones(ForeignSource &source);

/// What the bare numbers in a column of dates mean.
[[nodiscard]] NumberMeaning number_meaning(ForeignLayer const &layer, std::string_view column);

/// Where a name stands among the fields, whatever its case, blanks and underscores.
[[nodiscard]] std::optional<std::size_t> field_named(ForeignLayer const &layer, std::string_view name);
/// The value of a feature in a column, "" if it has none.
[[nodiscard]] std::string const &value_at(ForeignFeature const &feature, std::size_t column);

} // namespace geo
