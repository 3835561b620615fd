#pragma once

#include "geo/time/instant.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace geo {

/// Which guest layer a feature belongs to: 0 is the atlas's own, n is Atlas::guests[n - 1].
using GuestNumber = std::uint16_t;

/// Something of a file that could not be used, and how often.
struct Dropped
{
    std::string reason;
    long count = 0;
    friend bool operator==(Dropped const &, Dropped const &) = default;
};

/// A layer of somebody else's file, shown over an atlas or alone.
struct GuestLayer
{
    std::string id; ///< of the file's name and the layer's: what a switch of the map is called by
    std::string name;
    std::string file;        ///< as it was named
    std::string format;      ///< "GPX", "KML", …
    std::string colour;      ///< "#RRGGBB"
    std::string begin_field; ///< where its times were read; empty: from the format itself, or nowhere
    std::string end_field;
    std::vector<std::string> fields;         ///< all that could be chosen instead
    std::string clock;                       ///< "UTC", "no zone given", …: whose hours its times are
    std::size_t features = 0;                ///< that are shown
    std::size_t timed = 0;                   ///< of them
    std::string kinds;                       ///< what its features became, in words
    Span span{distant_future, distant_past}; ///< from its first instant to its last; begin > end: it has none
    bool span_known = true;                  ///< else by a sample of a layer that is not read whole
    std::vector<Dropped> dropped;

    [[nodiscard]] bool has_time() const { return span.begin < span.end; }
};

} // namespace geo
