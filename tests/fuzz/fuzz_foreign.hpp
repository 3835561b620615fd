#pragma once

#include "fuzz_file.hpp"
#include "fuzz_text.hpp"

#include "geo/foreign/build.hpp"
#include "geo/foreign/load.hpp"
#include "geo/foreign/piece_builder.hpp"
#include "geo/io/data_error.hpp"
#include "geo/state/world_state.hpp"

#include <algorithm>
#include <functional>

namespace fuzz {

inline void require_degrees(geo::LineString const &line)
{
    require(std::ranges::all_of(line, &geo::is_lonlat));
}

inline void require_sound(geo::ForeignFeature const &feature)
{
    require_degrees(feature.points);
    for (auto const &piece : feature.track) {
        require_degrees(piece.points);
        require(!piece.points.empty() && piece.points.size() == piece.seconds.size());
        require(std::ranges::is_sorted(piece.seconds, std::ranges::less_equal{}) || piece.seconds.size() == 1);
        require(geo::in_calendar(piece.seconds.front()) && geo::in_calendar(piece.seconds.back()));
    }
    if (auto const *const at = std::get_if<geo::LonLat>(&feature.geometry)) {
        require(geo::is_lonlat(*at));
    } else if (auto const *const lines = std::get_if<geo::MultiLine>(&feature.geometry)) {
        std::ranges::for_each(*lines, require_degrees);
    } else if (auto const *const areas = std::get_if<geo::MultiPolygon>(&feature.geometry)) {
        for (auto const &rings : *areas) {
            std::ranges::for_each(rings, require_degrees);
        }
    }
}

/// Whatever a file of that name holds is read into an atlas of its own whose world can be asked, or refused in one
/// line.
inline void try_foreign(char const *name, std::uint8_t const *data, std::size_t size)
{
    try {
        std::vector<geo::ForeignSource> sources;
        sources.push_back(geo::read_foreign(as_file(name, data, size)));
        for (auto const &layer : sources.front().layers) {
            std::ranges::for_each(layer.features, require_sound);
        }
        auto const atlas = geo::build_with_guests(nullptr, std::move(sources));
        for (auto const &guest : atlas->guests) {
            for (auto const &[reason, count] : guest.dropped) {
                require_line(reason);
                require(count > 0);
            }
        }
        auto const &span = atlas->info.span;
        require(span.begin < span.end);
        for (auto const t : {span.begin, span.begin + (span.end - span.begin) / 2, span.end}) {
            (void)geo::state_at(*atlas, t);
            (void)geo::to_iso(t);
        }
    } catch (geo::DataError const &error) {
        require_line(error.what());
    }
}

} // namespace fuzz
