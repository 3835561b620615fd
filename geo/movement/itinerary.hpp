#pragma once

#include "geo/model/atlas.hpp"
#include "geo/movement/trajectory.hpp"
#include "geo/raster/heights.hpp"

#include <optional>
#include <string>
#include <vector>

namespace geo {

/// What is odd about a row of an itinerary.
enum class Doubt : std::uint8_t {
    too_fast,          ///< faster than is likely for the mode
    very_slow,         ///< a fifth of the customary speed or less: it halted on the way, or an hour is wrong
    timetable_differs, ///< the kilometres by timetable and along the drawn line differ by more than 15 % and 2 km
    hours_too_coarse,  ///< the hours are known less well than the leg is long, so that its speed says nothing
    departure_assumed, ///< no source says when it left
};
[[nodiscard]] std::string_view name_of(Doubt value);

/// A doubt, worded with its figures (English: for tables and JSON).
struct Remark
{
    Doubt doubt = Doubt::too_fast;
    std::string words;
};

/// The way to a stand from the one before.
struct ItineraryLeg
{
    Mode mode = Mode::road;
    RouteKind route = RouteKind::straight;
    double drawn_km = 0;                ///< along the drawn line, on the ellipsoid
    std::optional<double> timetable_km; ///< by the places' kilometres, where both carry them and the mode is rail
    double hours = 0;                   ///< from departure to arrival as the map counts them
    double slack_hours = 0;             ///< how far off that may be, either way
    double kmh = 0;                     ///< by timetable where there is one, else along the drawn line; 0: no time
    std::optional<double> highest_m;    ///< of the ground on the way, where the relief allows
};

/// One stand of a unit and how it came there.
struct ItineraryRow
{
    Index fix = 0; ///< into the fixes of `Itinerary::mover`
    Index place = 0;
    std::optional<Instant> arrival;   ///< as the map counts it; empty: already there
    std::optional<Instant> departure; ///< empty: stays
    std::optional<ItineraryLeg> leg;  ///< empty in the first row and where the place stays the same
    double drawn_total_km = 0;
    std::optional<double> timetable_total_km; ///< empty once a leg had none
    std::optional<Height> height;
    std::vector<Remark> remarks;
};

/// Where a unit went, stand by stand.
struct Itinerary
{
    Index unit = 0;
    Index mover = 0;                ///< whose fixes these are: the unit itself, or the parent it travels within
    std::vector<ItineraryRow> rows; ///< empty: no source dates it
};

/// The itinerary of a unit. Pure. \param relief may be null: then no heights
[[nodiscard]] Itinerary itinerary(Atlas const &atlas, Index unit, Heights const *relief = nullptr);

/// Kilometres by timetable along a route: the difference of the kilometres of its ends, or over the junction where the
/// branches part. Empty where the ends carry none or nothing fits the drawn line by 15 % and 2 km.
[[nodiscard]] std::optional<double> timetable_km(Atlas const &atlas, Index from, Index to, Route const &route);

} // namespace geo
