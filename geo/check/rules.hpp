#pragma once

#include "geo/check/problem.hpp"
#include "geo/model/atlas.hpp"
#include "geo/model/base_map.hpp"

#include <span>
#include <string_view>

namespace geo {

/// What a rule examines: a whole atlas, and the land and water under it where there is a base map.
struct Examined
{
    Atlas const &atlas;
    BaseMap const *base = nullptr;
};

/// One rule of `check`.
struct Rule
{
    std::string_view id;
    Severity severity = Severity::error;
    std::string_view meaning;                                ///< one sentence for the person who keeps the data
    void (*examine)(Examined const &, Problems &) = nullptr; ///< null: applied while the atlas is read
};

/// All rules, those of reading first. An atlas that breaks an error of reading loses the faulty item.
[[nodiscard]] std::span<Rule const> rules();

/// Applies the rules that look at the whole atlas; those of reading have told their problems already.
[[nodiscard]] Problems examine(Examined const &what);

} // namespace geo
