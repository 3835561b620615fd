#pragma once

#include "app/scene/symbols.hpp"

#include "geo/model/atlas.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace app {

/// What the sign of a unit says.
struct UnitLook
{
    std::size_t side = 0; ///< into AtlasInfo::sides; their number where the side is none of them
    std::string symbol;
    Echelon echelon = Echelon::none;
    friend bool operator==(UnitLook const &, UnitLook const &) = default;
};

/// The looks of all units, each once: an atlas has few of them, however many units it has.
class UnitLooks
{
public:
    UnitLooks() = default;
    explicit UnitLooks(geo::Atlas const &atlas);

    [[nodiscard]] std::vector<UnitLook> const &all() const { return m_looks; }
    /// Into `all`.
    [[nodiscard]] std::size_t of(geo::Index unit) const { return m_units[unit].look; }
    /// See geo::is_account.
    [[nodiscard]] bool is_account(geo::Index unit) const { return m_units[unit].account; }

private:
    struct Entry
    {
        std::uint32_t look = 0;
        bool account = false;
    };
    std::vector<UnitLook> m_looks;
    std::vector<Entry> m_units; ///< index: Atlas::units
};

} // namespace app
