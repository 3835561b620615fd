#pragma once

#include "geo/foreign/columns.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace geo {

/// What a database column of dates holds, so that it can be compared where it lies.
enum class DateColumn : std::uint8_t { none, text, timestamp, day, year, seconds, milliseconds, compact };

/// A layer that is too large to be read whole: what is known of it without reading it.
struct LargeLayer
{
    std::filesystem::path where;             ///< file or connection text
    std::string name;                        ///< of the layer
    double count = 0;                        ///< features in all
    bool counted = true;                     ///< else the server's estimate
    Box extent;                              ///< degrees
    Span span{distant_future, distant_past}; ///< begin > end: it has no time
    bool span_known = true;                  ///< else by a sample, and wider than it
    std::vector<std::string> fields;         ///< all of them
    TimeColumns time;
    DateColumn begin_holds = DateColumn::none;
    DateColumn end_holds = DateColumn::none;
    std::string name_column; ///< that names a feature; empty: none does
    GuestNumber guest = 0;   ///< of the atlas that it is shown over
};
using LargeLayers = std::vector<std::shared_ptr<LargeLayer const>>;

/// Layers with more features than this are not read whole by the viewer.
constexpr double most_read_whole = 200'000;

/**
 * The layers of a file or of a server's tables that hold more features than `most_read_whole` and can be asked by
 * extent: those with a spatial index of their own (GeoPackage, FlatGeobuf, PostGIS …). Reads no more than a sample.
 * \throws DataError if it cannot be opened
 */
[[nodiscard]] std::vector<LargeLayer> large_layers(std::filesystem::path const &file,
                                                   std::vector<TimeChoice> const &times = {});

/// \throws DataError if one of the layers of a file has more features than are read whole
void require_readable_whole(std::filesystem::path const &file, std::vector<LargeLayer> const &layers);

/// How well the number of features in question is known.
enum class Counted : std::uint8_t { exactly, about, at_least };

/// The features of a large layer in an extent and a time, or some of them.
struct LargeAnswer
{
    std::vector<ForeignFeature> features;
    double of = 0; ///< how many there are; features.size() if all were given
    Counted counted = Counted::exactly;
    [[nodiscard]] bool sample() const { return of > static_cast<double>(features.size()); }
};

/**
 * One connection to a large layer. Where more features lie in question than wanted, an even sample of them is given,
 * the same for the same question. Stays on one thread.
 */
class LargeLayerReader
{
public:
    /// \throws DataError if it cannot be opened any more
    explicit LargeLayerReader(LargeLayer layer);
    ~LargeLayerReader();
    LargeLayerReader(LargeLayerReader &&) noexcept;
    LargeLayerReader &operator=(LargeLayerReader &&) noexcept;

    /// \param extent in degrees \param time what exists at some instant of it; moments that lie in it
    /// \throws DataError if the file or server fails
    [[nodiscard]] LargeAnswer ask(Box const &extent, Span const &time, std::size_t most);

    struct Source; ///< a file or a table, see large_source.hpp

private:
    std::unique_ptr<Source> m_source;
};

} // namespace geo
