#include "geo/network/network.hpp"

#include "geo/network/geodesic.hpp"

#include <algorithm>
#include <cmath>

namespace geo {
namespace {

/// The points of a part with those of its attachments put in their places.
LineString with_attachments(LineString const &points, std::vector<Attachment> own)
{
    std::ranges::sort(own, {}, [](Attachment const &a) { return std::pair{a.segment, a.fraction}; });
    LineString all;
    auto next = own.begin();
    for (std::size_t i = 0; i < points.size(); ++i) {
        all.push_back(points[i]);
        for (; next != own.end() && next->segment == i; ++next) {
            all.push_back(next->at);
        }
    }
    return all;
}

} // namespace

std::vector<NetworkPart> network_parts(std::vector<Line> const &lines, LineKind kind)
{
    std::vector<NetworkPart> parts;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].kind == kind) {
            for (auto const &points : lines[i].shape) {
                parts.push_back({static_cast<Index>(i), &points});
            }
        }
    }
    return parts;
}

std::optional<Attachment> attach(std::vector<NetworkPart> const &parts, std::vector<Line> const &lines, LonLat at,
                                 Instant when, std::optional<Index> via)
{
    std::optional<Attachment> best;
    for (std::size_t p = 0; p < parts.size(); ++p) {
        auto const &points = *parts[p].points;
        if (!lines[parts[p].line].life.span.contains(when) || (via && *via != parts[p].line)) {
            continue;
        }
        for (std::size_t i = 0; i + 1 < points.size(); ++i) {
            auto const foot = foot_on_segment(at, points[i], points[i + 1]);
            if (!best || foot.metres < best->off_m) {
                best = Attachment{p, i, foot.fraction, between(points[i], points[i + 1], foot.fraction), foot.metres};
            }
        }
    }
    return best;
}

Network::Network(std::vector<NetworkPart> const &parts, std::vector<Attachment> const &attachments)
{
    std::vector<LineString> full;
    std::map<Key, int> visits; // how often a vertex is met; ends and attachments count twice to become nodes
    for (std::size_t p = 0; p < parts.size(); ++p) {
        std::vector<Attachment> own;
        std::ranges::copy_if(attachments, std::back_inserter(own), [&](Attachment const &a) { return a.part == p; });
        for (auto const &attachment : own) {
            visits[key(attachment.at)] += 2;
        }
        full.push_back(with_attachments(*parts[p].points, std::move(own)));
        for (auto const &point : full.back()) {
            ++visits[key(point)];
        }
        if (!full.back().empty()) {
            ++visits[key(full.back().front())];
            ++visits[key(full.back().back())];
        }
    }
    for (std::size_t p = 0; p < parts.size(); ++p) {
        add_part(parts[p], full[p], visits);
    }
}

// A ten-millionth of a degree, about a centimetre: vertices nearer than that are the same.
Network::Key Network::key(LonLat at)
{
    return {std::lround(at.lon * 1e7), std::lround(at.lat * 1e7)};
}

Node Network::node(LonLat at)
{
    auto const [entry, is_new] = m_nodes.try_emplace(key(at));
    if (is_new) {
        entry->second = boost::add_vertex(at, m_graph);
    }
    return entry->second;
}

void Network::add_part(NetworkPart const &part, LineString const &points, std::map<Key, int> const &visits)
{
    Chain chain{part.line, {}, 0};
    for (auto const &point : points) {
        if (!chain.points.empty()) {
            chain.metres += distance_m(chain.points.back(), point);
        }
        chain.points.push_back(point);
        if (visits.at(key(point)) > 1) {
            auto const last = chain.points.front();
            if (chain.points.size() > 1 && key(last) != key(point)) {
                boost::add_edge(node(last), node(point), std::move(chain), m_graph);
            } else {
                node(point);
            }
            chain = Chain{part.line, {point}, 0};
        }
    }
}

} // namespace geo
