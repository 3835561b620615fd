#include "geo/search/name_index.hpp"

#include "geo/search/fold.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

namespace geo {
namespace {

/// True if one letter changed, added or left out makes `a` a beginning of `b`.
bool one_letter_off(std::string_view a, std::string_view b)
{
    auto const same = std::ranges::mismatch(a, b);
    std::string_view const rest_a{same.in1, a.end()};
    std::string_view const rest_b{same.in2, b.end()};
    if (rest_a.empty()) {
        return true;
    }
    bool const changed = !rest_b.empty() && rest_b.substr(1).starts_with(rest_a.substr(1));
    bool const added = rest_b.starts_with(rest_a.substr(1));
    bool const left_out = !rest_b.empty() && rest_b.substr(1).starts_with(rest_a);
    return changed || added || left_out;
}

std::optional<int> rank_of(std::string_view lower, std::string_view folded, std::string_view query_lower,
                           std::string_view query)
{
    if (lower == query_lower) {
        return 0;
    }
    if (folded == query) {
        return 1;
    }
    if (lower.starts_with(query_lower)) {
        return 2;
    }
    if (folded.starts_with(query)) {
        return 3;
    }
    if (folded.find(std::string{' '}.append(query)) != std::string_view::npos) {
        return 4;
    }
    if (query.size() >= 4 && folded.find(query) != std::string_view::npos) {
        return 5;
    }
    constexpr std::size_t enough = 5; // short words are one letter off from half the map
    if (query.size() >= enough && one_letter_off(query, folded)) {
        return 6;
    }
    return std::nullopt;
}

} // namespace

NameIndex::NameIndex(Atlas const &atlas)
{
    for (std::size_t i = 0; i < atlas.places.size(); ++i) {
        auto const &place = atlas.places[i];
        add(Named::place, i, place.rank, place.name);
        add(Named::place, i, place.rank, place.name_period);
    }
    for (std::size_t i = 0; i < atlas.units.size(); ++i) {
        add(Named::unit, i, 10, atlas.units[i].name);
    }
    for (std::size_t i = 0; i < atlas.events.size(); ++i) {
        add(Named::event, i, 20, atlas.events[i].title);
    }
    for (std::size_t i = 0; i < atlas.people.size(); ++i) {
        add(Named::person, i, 15, atlas.people[i].name);
    }
}

void NameIndex::add(Named kind, std::size_t index, int weight, std::string const &text)
{
    if (!text.empty()) {
        m_names.push_back({kind, static_cast<Index>(index), weight, text, lower_case(text), fold(text)});
    }
}

void NameIndex::add(Named kind, std::size_t index, int weight, LocalText const &names)
{
    for (auto const &[language, text] : names.all()) {
        add(kind, index, weight, text);
    }
}

std::vector<Hit> NameIndex::find(std::string_view query, std::size_t most) const
{
    auto const lower = lower_case(query);
    auto const folded = fold(query);
    if (folded.find_first_not_of(' ') == std::string::npos) {
        return {};
    }
    std::vector<std::tuple<int, int, std::size_t>> ranked; // rank, weight, which name
    for (std::size_t i = 0; i < m_names.size(); ++i) {
        auto const &name = m_names[i];
        if (auto const rank = rank_of(name.lower, name.folded, lower, folded)) {
            ranked.emplace_back(*rank, name.weight, i);
        }
    }
    std::ranges::sort(ranked);
    std::vector<Hit> hits;
    std::set<std::pair<Named, Index>> seen;
    for (auto const &[rank, weight, i] : ranked) {
        auto const &name = m_names[i];
        if (hits.size() < most && seen.emplace(name.kind, name.index).second) {
            hits.push_back({name.kind, name.index, name.text});
        }
    }
    return hits;
}

} // namespace geo
