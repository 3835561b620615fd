#include "app/state/name_finder.hpp"

namespace app {

std::vector<geo::Hit> const &NameFinder::find(std::string const &query)
{
    constexpr std::size_t most = 40;
    if (!m_index) {
        m_index.emplace(*m_atlas);
    }
    if (query != m_query) {
        m_hits = m_index->find(query, most);
        m_query = query;
    }
    return m_hits;
}

} // namespace app
