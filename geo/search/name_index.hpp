#pragma once

#include "geo/model/atlas.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace geo {

enum class Named : std::uint8_t { place, unit, event, person };

/// Something that answers to what was searched for.
struct Hit
{
    Named kind = Named::place;
    Index index = 0;
    /// The name that matched, as it is spelt.
    std::string by;
    friend bool operator==(Hit const &, Hit const &) = default;
};

/// All names of an atlas in all spellings, by what they sound like. Building takes some milliseconds.
class NameIndex
{
public:
    explicit NameIndex(Atlas const &atlas);

    /// The best first: whole names, beginnings of names, beginnings of words, kindred spellings (one letter off).
    /// Within one rank places come first, important ones before others.
    [[nodiscard]] std::vector<Hit> find(std::string_view query, std::size_t most) const;

private:
    struct Name
    {
        Named kind = Named::place;
        Index index = 0;
        int weight = 0; ///< less comes first
        std::string text;
        std::string lower;
        std::string folded;
    };

    void add(Named kind, std::size_t index, int weight, std::string const &text);
    void add(Named kind, std::size_t index, int weight, LocalText const &names);

    std::vector<Name> m_names;
};

} // namespace geo
