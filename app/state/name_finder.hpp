#pragma once

#include "geo/search/name_index.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// Answers the search field. The index is built with the first question, and the last answer is kept, so that asking in
/// every frame costs nothing.
class NameFinder
{
public:
    explicit NameFinder(std::shared_ptr<geo::Atlas const> atlas) : m_atlas{std::move(atlas)} {}

    [[nodiscard]] std::vector<geo::Hit> const &find(std::string const &query);

private:
    std::shared_ptr<geo::Atlas const> m_atlas;
    std::optional<geo::NameIndex> m_index;
    std::string m_query;
    std::vector<geo::Hit> m_hits;
};

} // namespace app
