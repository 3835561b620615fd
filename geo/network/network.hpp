#pragma once

#include "geo/model/atlas.hpp"

#include <boost/graph/adjacency_list.hpp>

#include <map>
#include <vector>

namespace geo {

/// A stretch of line between two nodes of the network.
struct Chain
{
    Index line = 0;
    LineString points;
    double metres = 0;
};

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, LonLat, Chain>;
using Node = boost::graph_traits<Graph>::vertex_descriptor;

/// Where a place meets the network.
struct Attachment
{
    std::size_t part = 0; ///< into NetworkParts
    std::size_t segment = 0;
    double fraction = 0;
    LonLat at;
    double off_m = 0;
};

/// One line string of a line.
struct NetworkPart
{
    Index line = 0;
    LineString const *points = nullptr;
};

/// All line strings of a kind. The lines must outlive them.
[[nodiscard]] std::vector<NetworkPart> network_parts(std::vector<Line> const &lines, LineKind kind);

/// The nearest point of the parts that exist at `when` (and belong to `via` if given).
[[nodiscard]] std::optional<Attachment> attach(std::vector<NetworkPart> const &parts, std::vector<Line> const &lines,
                                               LonLat at, Instant when, std::optional<Index> via);

/// The graph of the parts, with a node at every junction, end and attachment.
class Network
{
public:
    Network(std::vector<NetworkPart> const &parts, std::vector<Attachment> const &attachments);

    [[nodiscard]] Graph const &graph() const { return m_graph; }
    /// \pre a junction, an end or an attachment lies there
    [[nodiscard]] Node node_at(LonLat at) const { return m_nodes.at(key(at)); }

private:
    using Key = std::pair<long, long>;
    [[nodiscard]] static Key key(LonLat at);
    Node node(LonLat at);
    void add_part(NetworkPart const &part, LineString const &points, std::map<Key, int> const &visits);

    Graph m_graph;
    std::map<Key, Node> m_nodes;
};

} // namespace geo
