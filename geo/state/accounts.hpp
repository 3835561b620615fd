#pragma once

#include "geo/model/atlas.hpp"

namespace geo {

/**
 * The unit whose movement this one tells as another account has it: a unit "r_atg@mikoyan" is r_atg according to
 * Mikoyan. Nothing: it is a unit of its own, or the unit it names is not there (an error of `check`).
 */
[[nodiscard]] std::optional<Index> account_of(Atlas const &atlas, Index unit);

/// True where the id says that it is another account, whether or not the unit is there.
[[nodiscard]] bool is_account(Unit const &unit);

/// The other accounts of a unit's movement.
[[nodiscard]] Indices accounts_of(Atlas const &atlas, Index unit);

} // namespace geo
