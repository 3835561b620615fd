#pragma once

#include "geo/foreign/large_layer.hpp"
#include "geo/foreign/layer_reader.hpp"
#include "geo/io/gdal.hpp"

#include <memory>
#include <optional>
#include <string>

class OGRLayer;

namespace geo {

// Include this only from .cpp files of geo/foreign: what files and servers have in common when asked for a part.

/// A large layer in some kind of store.
struct LargeLayerReader::Source
{
    explicit Source(LargeLayer of) : layer{std::move(of)} {}
    virtual ~Source() = default;
    Source(Source const &) = delete;
    Source &operator=(Source const &) = delete;
    virtual LargeAnswer ask(Box const &extent, Span const &time, std::size_t most) = 0;

    LargeLayer layer;
};

[[nodiscard]] std::unique_ptr<LargeLayerReader::Source> open_large_file(LargeLayer layer);
[[nodiscard]] std::unique_ptr<LargeLayerReader::Source> open_large_table(LargeLayer layer);

/// What a store tells of one of its layers without reading it.
struct Survey
{
    LargeLayer large;
    ForeignLayer sample;
    std::string table;                ///< as SQL names it; empty: the store has no SQL of its own
    std::vector<std::string> ordered; ///< columns whose first and last rows an index finds at once
};
/// Nothing if the layer is small or has no spatial index.
[[nodiscard]] std::optional<Survey> survey_file(GDALDataset &dataset, OGRLayer &layer);
[[nodiscard]] std::optional<Survey> survey_table(GDALDataset &dataset, OGRLayer &layer);

/// Gathers features of GDAL's layers as the readers of whole files do.
class Scoop
{
public:
    explicit Scoop(OGRLayer &layer);
    void take(OGRFeature const &feature);
    /// All that could be read of what was taken.
    [[nodiscard]] ForeignLayer &layer() { return m_source.layers.front(); }

private:
    ForeignSource m_source;
    Gatherer m_sink;
    LayerReader m_reader;
};

/// Reads the times of gathered features in the columns that were chosen when the layer was looked at; by themselves
/// they might be guessed otherwise.
void read_times_again(ForeignLayer &gathered, LargeLayer const &layer);
/// Finds the times of gathered features in the columns of the layer, and takes out what does not exist in `time`.
void keep_existing(ForeignLayer &gathered, LargeLayer const &layer, Span const &time);
/// An even part of the features, at most so many.
void thin_out(std::vector<ForeignFeature> &features, std::size_t most);

/// How a store writes an instant in SQL, or the day of it.
using DateLiteral = std::string (*)(Instant t, bool day);
/// An instant as a column of dates would hold it, in SQL.
[[nodiscard]] std::string date_value(DateColumn column, Instant t, DateLiteral literal);
/// The condition that a row exists in the time, with the columns quoted by `"`; empty: the store cannot compare them.
[[nodiscard]] std::string time_condition(LargeLayer const &layer, Span const &time, DateLiteral literal);

} // namespace geo
