#include "geo/export/track_of.hpp"

#include "geo/network/geodesic.hpp"

#include <algorithm>
#include <cmath>

namespace geo {
namespace {

constexpr double least_step = 0.001; ///< seconds: as fine as the formats write

double seconds_of(Instant t)
{
    return static_cast<double>(to_epoch(t));
}

/// Gathers points in order of time and cuts them to the span.
class Pieces
{
public:
    explicit Pieces(Span const &within) : m_from{seconds_of(within.begin)}, m_to{seconds_of(within.end) - 1} {}

    void add(LonLat at, double seconds)
    {
        if (m_last) {
            seconds = std::max(seconds, m_last->seconds);
            if (seconds - m_last->seconds < least_step) {
                if (at == m_last->at) {
                    return;
                }
                seconds = m_last->seconds + least_step;
            }
        }
        Moment const now{at, seconds};
        if (seconds < m_from) { // known later, if at all
        } else if (seconds <= m_to) {
            if (m_last && m_last->seconds < m_from && seconds > m_from) {
                put(cut(*m_last, now, m_from));
            }
            put(now);
        } else if (m_last && m_last->seconds < m_to) {
            if (m_last->seconds < m_from) {
                put(cut(*m_last, now, m_from));
            }
            put(cut(*m_last, now, m_to));
        }
        m_last = now;
    }

    void end_piece()
    {
        m_last.reset();
        if (!m_piece.points.empty()) {
            m_done.push_back(std::move(m_piece));
            m_piece = {};
        }
    }

    [[nodiscard]] std::vector<TrackPiece> take()
    {
        end_piece();
        return std::move(m_done);
    }

private:
    struct Moment
    {
        LonLat at;
        double seconds = 0;
    };

    static Moment cut(Moment const &a, Moment const &b, double seconds)
    {
        return {between(a.at, b.at, (seconds - a.seconds) / (b.seconds - a.seconds)), seconds};
    }

    void put(Moment const &moment)
    {
        auto &[points, times, interpolation, zone] = m_piece;
        auto const n = points.size();
        bool const rests = n > 1 && points[n - 1] == moment.at && points[n - 2] == moment.at;
        if (rests) { // a long stand needs its two ends only
            times.back() = moment.seconds;
            return;
        }
        points.push_back(moment.at);
        times.push_back(moment.seconds);
    }

    double m_from;
    double m_to;
    std::optional<Moment> m_last;
    TrackPiece m_piece;
    std::vector<TrackPiece> m_done;
};

void add_leg(Leg const &leg, Pieces &pieces)
{
    auto const &[kind, points, metres] = leg.route;
    double const begin = seconds_of(leg.span.begin);
    double const lasts = seconds_of(leg.span.end) - begin;
    double const length = leg.route.length();
    for (std::size_t i = 0; i < points.size(); ++i) {
        double const even = length > 0 ? metres[i] / length * lasts : (i + 1 == points.size() ? lasts : 0);
        double const now = begin + (leg.seconds.empty() ? even : leg.seconds[i]);
        if (i > 0 && leg.interpolation != Interpolation::linear) { // it stood there until now
            pieces.add(points[i - 1], now - least_step);
        }
        pieces.add(points[i], now);
    }
}

void add_own(Atlas const &atlas, Index u, Span const &within, Pieces &pieces)
{
    auto const &trajectory = atlas.trajectories[u];
    for (std::size_t i = 0; i < trajectory.stays.size(); ++i) {
        auto const &stay = trajectory.stays[i];
        auto const at = atlas.places[atlas.units[u].fixes[i].place].at;
        bool const last = i + 1 == trajectory.stays.size();
        if (stay.unknown) {
            pieces.end_piece();
        } else if (stay.span.begin < stay.span.end) {
            auto const begin = std::max(stay.span.begin, within.begin);
            auto const end = std::min(stay.span.end, within.end);
            if (begin < end) {
                pieces.add(at, seconds_of(begin));
                pieces.add(at, seconds_of(end) - (last || end == within.end ? 1 : 0));
            }
        }
        if (i < trajectory.legs.size()) {
            add_leg(trajectory.legs[i], pieces);
        }
    }
}

void add_unit(Atlas const &atlas, Index u, Span const &within, std::vector<TrackPiece> &all)
{
    if (within.begin >= within.end) {
        return;
    }
    auto const &trajectory = atlas.trajectories[u];
    auto const own_begin = trajectory.empty() ? distant_future : trajectory.span().begin;
    if (auto const parent = atlas.units[u].parent; parent && own_begin > within.begin) {
        add_unit(atlas, *parent, {within.begin, std::min(within.end, own_begin)}, all);
    }
    if (own_begin >= within.end) {
        return;
    }
    Pieces pieces{within};
    add_own(atlas, u, within, pieces);
    for (auto &piece : pieces.take()) {
        bool const follows = !all.empty() && all.back().points.back() == piece.points.front() &&
                             piece.seconds.front() - all.back().seconds.back() <= 1;
        if (!follows) {
            all.push_back(std::move(piece));
            continue;
        }
        auto &last = all.back();
        last.points.insert(last.points.end(), piece.points.begin(), piece.points.end());
        last.seconds.insert(last.seconds.end(), piece.seconds.begin(), piece.seconds.end());
    }
}

} // namespace

std::vector<TrackPiece> track_of(Atlas const &atlas, Index unit, Span const &within)
{
    std::vector<TrackPiece> pieces;
    add_unit(atlas, unit, within, pieces);
    return pieces;
}

} // namespace geo
