#include "app/scene/unit_looks.hpp"

#include "geo/state/accounts.hpp"

#include <algorithm>

namespace app {

UnitLooks::UnitLooks(geo::Atlas const &atlas)
{
    auto const &sides = atlas.info.sides;
    m_units.reserve(atlas.units.size());
    for (auto const &unit : atlas.units) {
        auto const side = std::ranges::find(sides, unit.side, &geo::Label::id);
        UnitLook look{static_cast<std::size_t>(side - sides.begin()), unit.symbol, echelon_of(unit.kind)};
        auto found = std::ranges::find(m_looks, look);
        if (found == m_looks.end()) {
            found = m_looks.insert(found, std::move(look));
        }
        m_units.push_back({static_cast<std::uint32_t>(found - m_looks.begin()), geo::is_account(unit)});
    }
}

} // namespace app
