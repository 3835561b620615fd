#pragma once

#include "geo/foreign/sink.hpp"

#include <cmath>

namespace geo {

/// Makes one stretch of a track from its points in the order of the file.
class PieceBuilder
{
public:
    /// A point without a time is kept for the shape, if the whole stretch turns out to have no times.
    void add(LonLat at, std::optional<ForeignDate> const &when);
    /// Likewise with seconds since 1970.
    void add(LonLat at, double seconds, std::optional<int> zone_s);
    void set_interpolation(Interpolation value) { m_piece.interpolation = value; }
    void reserve(std::size_t count);

    /**
     * Ends the stretch and begins the next: its track goes to `feature`, or its bare line if it has no times. Points
     * that cannot be placed in time are told to the sink.
     */
    void finish(ForeignFeature &feature, FeatureSink &sink);

private:
    void add_bare(LonLat at) { m_untimed.push_back(at); }

    TrackPiece m_piece;
    LineString m_untimed;
    long m_before = 0; ///< points whose time does not follow
    long m_beyond = 0; ///< points whose time lies beyond the calendar
    long m_same = 0;   ///< points at the instant of the one before
    bool m_mixed_zones = false;
};

/// Whether coordinates are longitude and latitude in degrees; false for what is no number.
[[nodiscard]] inline bool is_lonlat(LonLat at)
{
    return std::abs(at.lon) <= 180 && std::abs(at.lat) <= 90;
}

} // namespace geo
