#include "geo/foreign/piece_builder.hpp"

namespace geo {

void PieceBuilder::reserve(std::size_t count)
{
    m_piece.points.reserve(count);
    m_piece.seconds.reserve(count);
}

void PieceBuilder::add(LonLat at, std::optional<ForeignDate> const &when)
{
    if (when) {
        add(at, when->seconds(), when->zone_s);
    } else {
        add_bare(at);
    }
}

void PieceBuilder::add(LonLat at, double seconds, std::optional<int> zone_s)
{
    if (!in_calendar(seconds)) {
        ++m_beyond;
        return;
    }
    auto &times = m_piece.seconds;
    if (times.empty()) {
        m_piece.zone_s = zone_s;
    } else if (zone_s != m_piece.zone_s && !m_mixed_zones) { // from here on the stretch counts in UTC
        for (auto &time : times) {
            time -= m_piece.zone_s.value_or(0);
        }
        m_piece.zone_s = 0;
        m_mixed_zones = true;
    }
    double const time = m_mixed_zones ? seconds - zone_s.value_or(0) : seconds;
    if (!times.empty() && time < times.back()) {
        ++m_before;
    } else if (!times.empty() && time == times.back()) {
        m_same += at == m_piece.points.back() ? 0 : 1;
    } else {
        m_piece.points.push_back(at);
        times.push_back(time);
    }
}

void PieceBuilder::finish(ForeignFeature &feature, FeatureSink &sink)
{
    sink.drop("points of a track whose time lies before that of the point before them", m_before);
    sink.drop("points of a track whose time lies beyond the calendar", m_beyond);
    sink.drop("points of a track at the same instant as the point before them, elsewhere", m_same);
    if (!m_piece.points.empty()) {
        sink.drop("points of a track without a time, among points with one", static_cast<long>(m_untimed.size()));
        m_piece.points.shrink_to_fit();
        m_piece.seconds.shrink_to_fit();
        feature.track.push_back(std::move(m_piece));
    } else if (m_untimed.size() > 1) {
        if (!std::holds_alternative<MultiLine>(feature.geometry)) {
            feature.geometry = MultiLine{};
        }
        std::get<MultiLine>(feature.geometry).push_back(std::move(m_untimed));
    } else {
        sink.drop("tracks of a single point without a time", static_cast<long>(m_untimed.size()));
    }
    *this = PieceBuilder{};
}

} // namespace geo
