#include "geo/state/accounts.hpp"

namespace geo {
namespace {

constexpr char according_to = '@';

} // namespace

bool is_account(Unit const &unit)
{
    return unit.id.find(according_to) != std::string::npos;
}

std::optional<Index> account_of(Atlas const &atlas, Index unit)
{
    auto const &id = atlas.units[unit].id;
    auto const at = id.rfind(according_to);
    return at == std::string::npos ? std::nullopt : index_of(atlas.units, std::string_view{id}.substr(0, at));
}

Indices accounts_of(Atlas const &atlas, Index unit)
{
    Indices found;
    for (std::size_t i = 0; i < atlas.units.size(); ++i) {
        if (account_of(atlas, static_cast<Index>(i)) == unit) {
            found.push_back(static_cast<Index>(i));
        }
    }
    return found;
}

} // namespace geo
