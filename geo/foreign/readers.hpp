#pragma once

#include "geo/foreign/sink.hpp"

#include <filesystem>

namespace geo {

// One reader for each family of formats. Each reads the file once from start to end into the sink, tells what it leaves
// out and why, opens nothing but the file, and throws DataError if it cannot be read at all.

/// GeoJSON in all the ways that carry time: properties, Linked Places `when`, a fourth coordinate, coordTimes, times,
/// MF-JSON trajectories and prisms; also one feature a line.
void read_geojson(std::filesystem::path const &file, FeatureSink &sink);
/// GPX 1.0 and 1.1: tracks, routes, waypoints.
void read_gpx(std::filesystem::path const &file, FeatureSink &sink);
/// KML, and the document of a KMZ: TimeStamp, TimeSpan, inherited times, gx:Track, gx:MultiTrack, gx:Tour.
void read_kml(std::filesystem::path const &file, FeatureSink &sink);
/// CZML: availability, positions, polylines, polygons.
void read_czml(std::filesystem::path const &file, FeatureSink &sink);
/**
 * All that GDAL reads from this machine: GeoPackage, Shapefile, FlatGeobuf, CSV, PostGIS ("PG:…") and more. Measured
 * lines (M rising) are tracks in seconds since 1970. Tables without geometry are left to place_rows().
 */
void read_gdal(std::filesystem::path const &file, FeatureSink &sink);

/// The document within a KMZ, unpacked in memory within the limits.
[[nodiscard]] std::string kmz_document(std::filesystem::path const &file, FeatureSink &sink);

/// A finite number that is the whole text (blanks about it aside); a decimal comma is understood.
[[nodiscard]] std::optional<double> number_in(std::string_view text);

} // namespace geo
