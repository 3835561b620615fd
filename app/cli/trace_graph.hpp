#pragma once

#include "app/cli/options.hpp"

#include "geo/model/atlas.hpp"

namespace app {

/// Writes the train graph that the options ask for as SVG or PDF. \throws std::invalid_argument naming the place that
/// does not exist, or saying why there is no graph; std::runtime_error if the file cannot be written
void write_trace_graph(geo::Atlas const &atlas, geo::Index unit, TraceOptions const &options);

} // namespace app
