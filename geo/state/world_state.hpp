#pragma once

#include "geo/model/atlas.hpp"
#include "geo/movement/trajectory.hpp"

#include <vector>

namespace geo {

enum class Phase : std::uint8_t { halted, moving };
/// What the position rests on: a place that a source names, a point between two such places, or the last one heard of.
enum class Basis : std::uint8_t { fixed, interpolated, last_known };
[[nodiscard]] std::string_view name_of(Phase value);
[[nodiscard]] std::string_view name_of(Basis value);

/// One unit at one instant. Units that are nowhere are not in the list.
struct UnitState
{
    Index unit = 0;
    LonLat at;
    Phase phase = Phase::halted;
    Mode mode = Mode::fixed;
    Index from = 0;         ///< place it stands at or comes from
    Index to = 0;           ///< place it goes to; equal to `from` when halted
    double fraction = 0;    ///< of the leg's length, 0 when halted
    double metres = 0;      ///< run on this leg
    Basis basis = Basis::fixed;
    TimeBasis time_basis = TimeBasis::source;
    double uncertainty_km = 0; ///< how far off the position may be
    Confidence confidence = Confidence::attested;
    RouteKind route = RouteKind::straight;
    std::optional<Index> leg;    ///< into Trajectory::legs of `mover`, when moving
    Index stay = 0;              ///< into Trajectory::stays of `mover`: where it stands, or stood last
    Index mover = 0;             ///< the unit whose trajectory this follows: itself or its parent
    std::optional<Index> parent; ///< set while it travels within its parent
};

enum class EventPhase : std::uint8_t { past, now };
struct EventState
{
    Index event = 0;
    EventPhase phase = EventPhase::past;
};

/// The world at one instant: what exists, where the units are, what is happening. Events to come are absent.
struct WorldState
{
    Instant at{};
    std::vector<UnitState> units;
    Indices places;
    Indices regions;
    Indices lines;
    std::vector<EventState> events;
};

/// After this long without news a unit that is not known to have left is only "last known" there.
inline constexpr std::chrono::hours news_last{72};

/// One unit at an instant; nothing if no source tells where it is.
[[nodiscard]] std::optional<UnitState> unit_at(Atlas const &atlas, Index unit, Instant t);

/// Which way it faces, degrees clockwise from north; halted: the way it will leave, else the way it came.
[[nodiscard]] double heading_deg(Atlas const &atlas, UnitState const &state);

/// Pure; allocates only the result. Safe from several threads at once.
[[nodiscard]] WorldState state_at(Atlas const &atlas, Instant t);

} // namespace geo
