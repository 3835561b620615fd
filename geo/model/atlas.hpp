#pragma once

#include "geo/model/geometry.hpp"
#include "geo/model/guest.hpp"
#include "geo/model/local_text.hpp"
#include "geo/time/edtf.hpp"
#include "geo/time/instant.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace geo {

/// Position of a feature in its vector of the Atlas; references between features are resolved to these.
using Index = std::uint32_t;
using Indices = std::vector<Index>;

enum class Confidence : std::uint8_t { attested, probable, disputed };
enum class TimeBasis : std::uint8_t { source, assumed };
enum class Mode : std::uint8_t { rail, road, sea, fixed };                            ///< fixed is "static" in the data
enum class LineKind : std::uint8_t { railway, road, sea_lane, front, border, other }; ///< other: of guests only
enum class Status : std::uint8_t { sovereign, controlled, occupied, claimed, disputed, neutral };

[[nodiscard]] std::string_view name_of(Confidence value);
[[nodiscard]] std::string_view name_of(TimeBasis value);
[[nodiscard]] std::string_view name_of(Mode value);
[[nodiscard]] std::string_view name_of(LineKind value);
[[nodiscard]] std::string_view name_of(Status value);

/// When a place, region or line exists: what the data say, and the half-open span it means.
struct Lifetime
{
    std::optional<Edtf> start;
    std::optional<Edtf> end;
    Span span;
};

struct Place
{
    std::string id;
    std::string kind;
    LocalText name;
    std::string name_period; ///< name of the period, as printed then
    int rank = 5;            ///< 1 (labelled first) to 5
    Lifetime life;
    LonLat at;
    double uncertainty_km = 0;
    std::string coord_source;
    std::optional<double> railway_km; ///< by timetable from the line's origin
    std::string km_source;
    Indices sources;
    LocalText note;
    GuestNumber guest = 0;
};

struct Region
{
    std::string id;
    std::string polity;
    LocalText name;
    Status status = Status::sovereign;
    Lifetime life;
    double uncertainty_km = 0;
    MultiPolygon shape;
    Indices sources;
    LocalText note;
    GuestNumber guest = 0;
};

struct Line
{
    std::string id;
    LineKind kind = LineKind::border;
    LocalText name;
    Lifetime life;
    double uncertainty_km = 0;
    MultiLine shape;
    Indices sources;
    LocalText note;
    GuestNumber guest = 0;
};

/// One dated stand of a unit at a place.
struct Fix
{
    Index place = 0;
    std::optional<Edtf> arrival;   ///< empty: unknown
    std::optional<Edtf> departure; ///< empty: unknown
    Mode mode = Mode::road;        ///< how it came here
    std::optional<Index> via;      ///< line the way here follows; empty: routed on the network of the mode
    TimeBasis time_basis = TimeBasis::source;
    Confidence confidence = Confidence::attested;
    Indices sources;
    LocalText note;
};

struct Unit
{
    std::string id;
    LocalText name;
    std::string side;
    std::string kind;
    std::optional<Index> parent;
    std::string symbol;
    LocalText strength;
    LocalText commander;
    Indices sources;
    LocalText note;
    std::vector<Fix> fixes; ///< in order of seq
    GuestNumber guest = 0;
};

struct Event
{
    std::string id;
    std::optional<Edtf> start;
    std::optional<Edtf> end;
    Span span; ///< [earliest(start), latest(end or start))
    Indices places;
    Indices people;
    std::vector<std::string> sides;
    LocalText title;
    LocalText summary;
    std::string category;
    Confidence confidence = Confidence::attested;
    TimeBasis time_basis = TimeBasis::source;
    Indices sources;
    LocalText disagreement;
    Indices claims;
    LocalText note;
    std::optional<LonLat> spot; ///< only where the spot is no place
    GuestNumber guest = 0;
};

struct Claim
{
    std::string id;
    LocalText wording;
    LocalText correction;
    Indices sources;
};

struct Person
{
    std::string id;
    LocalText name;
    LocalText office;
    Indices sources;
};

/// One entry of the bibliography.
struct Source
{
    std::string id;
    std::string citation;                ///< short form for cards: authors, title, year
    std::string csl_json;                ///< the entry as it stands in sources.json
    std::vector<std::string> traditions; ///< ids of AtlasInfo::traditions: whose account it is; empty: not said
};

/// One step of a told story.
struct StoryStep
{
    std::string id;
    Box extent;
    Instant at{};
    std::optional<Instant> until; ///< the clock runs from `at` to here
    double seconds = 0;           ///< how long the step plays by itself
    std::vector<std::string> layers;
    std::string select; ///< "unit:ID", "event:ID", "place:ID" or empty
    LocalText title;
    LocalText text;
    LocalText question;
    LocalText answer;
    LocalText notes;
    LocalText content_note; ///< set where the step tells of killings
    Indices events;
};

struct Story
{
    std::string id;
    std::string audience;
    LocalText title;
    LocalText summary;
    std::vector<StoryStep> steps;
};

/// What a value such as a side, a polity or an event category is called and how it is coloured.
struct Label
{
    std::string id;
    LocalText name;
    std::string colour; ///< "#RRGGBB", empty: the style decides
};

/// What atlas.json says of the atlas as a whole.
struct AtlasInfo
{
    std::string id;
    std::string version;
    LocalText title;
    LocalText summary;
    Span span;
    Instant opening_at{};       ///< shown first
    Span opening_ruler;         ///< the part of the span that the slider shows first
    double opening_rate = 3600; ///< seconds of the atlas in one second of playing
    LocalText clock;            ///< the zone in words
    LocalText clock_note;       ///< what is known of the clocks of the sources
    std::string crs;            ///< any text that PROJ takes; empty: chosen for the home extent
    Box home;
    std::vector<std::string> languages;
    std::vector<std::string> layers; ///< files in drawing order
    std::string base;                ///< manifest of the base map, absolute path or empty
    std::string licence;
    LocalText attribution;
    Approximation approximation;
    std::vector<Label> sides;
    std::vector<Label> polities;
    std::vector<Label> categories;
    std::vector<Label> traditions;  ///< of historiography, by which sources are told apart
    std::vector<std::string> graph; ///< ids of places that the railway of the train graph joins
};

/// Where a unit is in time and space; made from its fixes, see geo/movement.
struct Trajectory;

/**
 * All that an atlas holds, references resolved. Immutable once built (AtlasBuilder is the only maker) and
 * shared as shared_ptr<Atlas const> between threads.
 */
struct Atlas
{
    AtlasInfo info;
    std::vector<Place> places;
    std::vector<Region> regions;
    std::vector<Line> lines;
    std::vector<Unit> units;
    std::vector<Event> events; ///< ordered by start
    std::vector<Claim> claims;
    std::vector<Person> people;
    std::vector<Source> sources;
    std::vector<Story> stories;
    std::vector<Trajectory> trajectories; ///< one per unit, same order
    std::vector<GuestLayer> guests;       ///< layers of foreign files, see geo/foreign
};

/// The feature with the id, or nothing. Linear: for commands, not for every frame.
template <typename Feature>
[[nodiscard]] std::optional<Index> index_of(std::vector<Feature> const &features, std::string_view id)
{
    for (std::size_t i = 0; i < features.size(); ++i) {
        if (features[i].id == id) {
            return static_cast<Index>(i);
        }
    }
    return std::nullopt;
}

} // namespace geo
