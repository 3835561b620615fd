#pragma once

#include "geo/foreign/time_text.hpp"
#include "geo/model/atlas.hpp"
#include "geo/movement/trajectory.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace geo {

/// A stretch of a track: where something was, instant by instant. What lies between two stretches is unknown.
struct TrackPiece
{
    LineString points;
    std::vector<double> seconds; ///< since 1970 of the file's clock, rising strictly, one per point
    Interpolation interpolation = Interpolation::linear;
    std::optional<int> zone_s; ///< as ForeignDate::zone_s
};

/// One feature of somebody else's file, whatever its format: geometry or track, attributes, times.
struct ForeignFeature
{
    std::string id;
    std::string name;
    std::string text;                ///< a description, plain
    std::vector<std::string> values; ///< parallel to ForeignLayer::fields; shorter: the rest is absent
    Geometry geometry;
    std::vector<LonLat> points;    ///< of a multipoint
    std::vector<TrackPiece> track; ///< in order of time
    std::optional<ForeignDate> begin;
    std::optional<ForeignDate> end;
    bool moment = false; ///< it has one time, not a begin that is open to the end
    [[nodiscard]] bool timed() const { return begin || end || !track.empty(); }
};

/// Where the times of a layer's features were found.
struct TimeColumns
{
    std::string begin; ///< or the one time; empty: none
    std::string end;
    bool moments = false; ///< `begin` holds moments
    bool chosen = false;  ///< by the user
};

struct ForeignLayer
{
    std::string name;
    std::vector<std::string> fields;
    std::vector<ForeignFeature> features;
    TimeColumns time;
};

struct LargeLayer;

/// A file as its reader gives it.
struct ForeignSource
{
    std::filesystem::path file;
    std::string format;
    std::vector<ForeignLayer> layers;
    std::vector<std::shared_ptr<LargeLayer>> large; ///< that were not read, only described
    std::vector<Story> stories;
    std::map<std::string, long> dropped; ///< by reason
    std::string clock;                   ///< set by settle_zones
};

} // namespace geo
