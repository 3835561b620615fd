#pragma once

#include "geo/foreign/sink.hpp"

#include <filesystem>

class GDALDataset;
class OGRLayer;

namespace geo {

// Include this only from .cpp files of geo/foreign.

/**
 * Reads a large table of a GeoPackage by all processors, each with a connection and a part of the rows of its own; the
 * sink gets the features in the order of the table, as from LayerReader::read().
 * \param from, share part of the whole file's progress that this layer is
 * \return false, nothing done, if the layer is not large or no such table
 * \throws what LayerReader::read() throws; Stopped
 */
[[nodiscard]] bool read_shared(std::filesystem::path const &file, GDALDataset &dataset, OGRLayer &layer,
                               FeatureSink &sink, double from, double share);

} // namespace geo
