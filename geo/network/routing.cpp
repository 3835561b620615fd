#include "geo/network/routing.hpp"

#include "geo/network/geodesic.hpp"
#include "geo/network/network.hpp"

#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/property_map/function_property_map.hpp>

#include <algorithm>
#include <cassert>
#include <limits>

namespace geo {
namespace {

constexpr double unreachable = std::numeric_limits<double>::max();

/// The points from one node to another, empty if no way leads there.
LineString shortest_way(Network const &network, std::vector<Line> const &lines, Node from, Node to,
                        WayRequest const &request)
{
    auto const &graph = network.graph();
    auto const usable = [&](Graph::edge_descriptor const &edge) {
        auto const &chain = graph[edge];
        return lines[chain.line].life.span.contains(request.when) && (!request.via || *request.via == chain.line);
    };
    auto const weight = boost::make_function_property_map<Graph::edge_descriptor, double>(
        [&](Graph::edge_descriptor const &edge) { return usable(edge) ? graph[edge].metres : unreachable; });
    std::vector<Node> before(boost::num_vertices(graph));
    std::vector<double> metres(boost::num_vertices(graph));
    boost::dijkstra_shortest_paths(
        graph, from,
        boost::predecessor_map(before.data()).distance_map(metres.data()).weight_map(weight).distance_inf(unreachable));
    if (metres[to] == unreachable) {
        return {};
    }
    LineString way; // gathered backwards
    for (Node at = to; at != from; at = before[at]) {
        // Of parallel chains the one that was measured: the shortest usable.
        Chain const *best = nullptr;
        for (auto [edge, end] = boost::out_edges(at, graph); edge != end; ++edge) {
            if (boost::target(*edge, graph) == before[at] && usable(*edge) &&
                (best == nullptr || graph[*edge].metres < best->metres)) {
                best = &graph[*edge];
            }
        }
        assert(best != nullptr); // the path found runs along usable chains alone
        LineString points = best->points;
        if (points.front() != graph[at]) {
            std::ranges::reverse(points);
        }
        way.insert(way.end(), points.begin(), points.end());
    }
    std::ranges::reverse(way);
    return way;
}

Route measured(RouteKind kind, LineString const &points)
{
    Route route{kind, {}, {}};
    for (auto const &point : points) {
        double const step = route.points.empty() ? 0.0 : distance_m(route.points.back(), point);
        if (!route.points.empty() && step < 0.01) {
            continue; // the same vertex again
        }
        route.metres.push_back(route.metres.empty() ? 0.0 : route.metres.back() + step);
        route.points.push_back(point);
    }
    return route;
}

} // namespace

std::vector<Way> find_ways(std::vector<Line> const &lines, LineKind kind, std::span<WayRequest const> requests)
{
    auto const parts = network_parts(lines, kind);
    std::vector<Way> ways(requests.size());
    std::vector<std::optional<std::pair<Attachment, Attachment>>> ends(requests.size());
    std::vector<Attachment> attachments;
    for (std::size_t i = 0; i < requests.size(); ++i) {
        auto const &r = requests[i];
        auto const from = attach(parts, lines, r.from, r.when, r.via);
        auto const to = attach(parts, lines, r.to, r.when, r.via);
        if (from && to) {
            ends[i] = {*from, *to};
            ways[i].from_off_m = from->off_m;
            ways[i].to_off_m = to->off_m;
            attachments.push_back(*from);
            attachments.push_back(*to);
        }
    }
    Network const network{parts, attachments};
    for (std::size_t i = 0; i < requests.size(); ++i) {
        if (!ends[i]) {
            continue;
        }
        auto const from = network.node_at(ends[i]->first.at);
        auto const to = network.node_at(ends[i]->second.at);
        if (from == to) {
            ways[i].route = measured(RouteKind::straight, {requests[i].from, requests[i].to});
            continue;
        }
        auto points = shortest_way(network, lines, from, to, requests[i]);
        if (!points.empty()) {
            points.insert(points.begin(), requests[i].from);
            points.push_back(requests[i].to);
            ways[i].route = measured(requests[i].via ? RouteKind::line : RouteKind::network, points);
        }
    }
    return ways;
}

} // namespace geo
