#pragma once

#include "geo/time/instant.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace geo {

/// How fine a date text is. Ordered from coarse to fine.
enum class Precision : std::uint8_t { millennium, century, decade, year, season, month, day, minute, second };

/// Half-widths by which "~" widens a date, by precision.
struct Approximation
{
    Seconds minute{30 * 60};
    Seconds day{24 * 3600};
    Seconds month{10 * 24 * 3600};
};

/// One date or date-time of an EDTF text. `first` and `last` bound what the text says without its qualifiers:
/// half-open, "1920-04-27" is [27 April 00:00, 28 April 00:00), "T16:00" is one minute, "T16:00:00" one second.
struct EdtfDate
{
    Instant first{};
    Instant last{};
    Precision precision = Precision::day;
    bool approximate = false;  ///< "~" or "%"
    bool uncertain = false;    ///< "?" or "%"
    bool unspecified = false;  ///< has "X" digits
    bool zoned = false;        ///< carried "Z" or an offset (an error in authored data; the offset is not applied)
    bool out_of_range = false; ///< year outside ±32767: what lies beyond is unbounded

    friend bool operator==(EdtfDate const &, EdtfDate const &) = default;
};

/// What an EDTF text says (levels 0 and 1 of ISO 8601-2, with the extensions of docs/data-format.md).
/// A single date has start == end. In an interval, an absent bound with `*_open` is "..": unbounded;
/// absent without it is empty: unknown.
struct Edtf
{
    bool interval = false;
    std::optional<EdtfDate> start;
    std::optional<EdtfDate> end;
    bool start_open = false;
    bool end_open = false;

    /// The first instant it can mean, "~" widened; distant_past if there is no start.
    [[nodiscard]] Instant earliest(Approximation const &by = {}) const;
    /// The end (exclusive) of all it can mean, "~" widened; distant_future if there is no end.
    [[nodiscard]] Instant latest(Approximation const &by = {}) const;

    friend bool operator==(Edtf const &, Edtf const &) = default;
};

/// Result of parsing: a value, or one sentence that says why not and what would be right.
struct EdtfParse
{
    std::optional<Edtf> value;
    std::string error;
};

/// Parses an EDTF text. Never throws. An empty text is an error: callers treat an absent date before.
[[nodiscard]] EdtfParse parse_edtf(std::string_view text);

} // namespace geo
