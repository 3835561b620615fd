#include "geo/model/atlas.hpp"
#include "geo/model/choices.hpp"

namespace geo {

std::string_view name_of(Confidence value)
{
    return name_in(confidence_choices, value);
}

std::string_view name_of(TimeBasis value)
{
    return name_in(time_basis_choices, value);
}

std::string_view name_of(Mode value)
{
    return name_in(mode_choices, value);
}

std::string_view name_of(LineKind value)
{
    return value == LineKind::other ? "other" : name_in(line_kind_choices, value);
}

std::string_view name_of(Status value)
{
    return name_in(status_choices, value);
}

} // namespace geo
