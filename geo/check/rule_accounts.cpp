#include "geo/check/rule_set.hpp"

#include "geo/state/accounts.hpp"

#include <fmt/format.h>

namespace geo {

void check_accounts(Examined const &what, Problems &problems)
{
    auto const &units = what.atlas.units;
    for (std::size_t i = 0; i < units.size(); ++i) {
        auto const &unit = units[i];
        if (!is_account(unit)) {
            continue;
        }
        if (!account_of(what.atlas, static_cast<Index>(i))) {
            warn(problems, "units", unit.id, "id",
                 fmt::format("is another account of '{}', which is no unit; name one of units.csv before the '@'",
                             unit.id.substr(0, unit.id.rfind('@'))));
        } else if (unit.fixes.empty()) {
            warn(problems, "units", unit.id, "", "is another account without a fix; tell in fixes.csv where it differs");
        }
    }
}

} // namespace geo
