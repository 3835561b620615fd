#include "geo/foreign/columns.hpp"

#include <set>

namespace geo {
namespace {

/// Calls `act` for each time of a source, by its zone.
template <typename OfDate, typename OfPiece>
void each_time(ForeignSource &source, OfDate const &of_date, OfPiece const &of_piece)
{
    for (auto &layer : source.layers) {
        for (auto &feature : layer.features) {
            for (auto *const date : {&feature.begin, &feature.end}) {
                if (*date) {
                    of_date(**date);
                }
            }
            for (auto &piece : feature.track) {
                of_piece(piece);
            }
        }
    }
}

} // namespace

void settle_zones(ForeignSource &source)
{
    std::set<int> zones;
    bool any_unzoned = false;
    auto const note = [&](auto const &time, bool of_day) {
        if (time.zone_s) {
            zones.insert(*time.zone_s);
        } else {
            any_unzoned = any_unzoned || !of_day;
        }
    };
    each_time(
        source, [&](ForeignDate &date) { note(date, date.date.precision <= Precision::day); },
        [&](TrackPiece &piece) { note(piece, false); });
    if (zones.size() > 1) {
        each_time(
            source, [](ForeignDate &date) { date = shifted(date, Seconds{-date.zone_s.value_or(0)}); },
            [](TrackPiece &piece) {
                for (auto &time : piece.seconds) {
                    time -= piece.zone_s.value_or(0);
                }
            });
    }
    source.clock = zones.empty()      ? ""
                   : zones.size() > 1 ? zone_name(0) + " (zones of the file differ)"
                                      : zone_name(*zones.begin());
    source.clock += !zones.empty() && any_unzoned ? ", partly without a zone" : "";
}

} // namespace geo
