#pragma once

#include "geo/model/atlas.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace geo {

/// The words that a field of the data may hold, and what each means: used by readers, writers and messages alike.
template <typename Enum, std::size_t Count>
using Choices = std::array<std::pair<std::string_view, Enum>, Count>;

inline constexpr Choices<Confidence, 3> confidence_choices{
    {{"attested", Confidence::attested}, {"probable", Confidence::probable}, {"disputed", Confidence::disputed}}};
inline constexpr Choices<TimeBasis, 2> time_basis_choices{
    {{"source", TimeBasis::source}, {"assumed", TimeBasis::assumed}}};
inline constexpr Choices<Mode, 4> mode_choices{
    {{"rail", Mode::rail}, {"road", Mode::road}, {"sea", Mode::sea}, {"static", Mode::fixed}}};
inline constexpr Choices<LineKind, 5> line_kind_choices{{{"railway", LineKind::railway},
                                                         {"road", LineKind::road},
                                                         {"sea_lane", LineKind::sea_lane},
                                                         {"front", LineKind::front},
                                                         {"border", LineKind::border}}};
inline constexpr Choices<Status, 6> status_choices{{{"sovereign", Status::sovereign},
                                                    {"controlled", Status::controlled},
                                                    {"occupied", Status::occupied},
                                                    {"claimed", Status::claimed},
                                                    {"disputed", Status::disputed},
                                                    {"neutral", Status::neutral}}};

template <typename Enum, std::size_t Count>
[[nodiscard]] constexpr std::string_view name_in(Choices<Enum, Count> const &choices, Enum value)
{
    for (auto const &[word, meaning] : choices) {
        if (meaning == value) {
            return word;
        }
    }
    return {};
}

} // namespace geo
