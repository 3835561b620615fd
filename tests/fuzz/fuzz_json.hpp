#pragma once

#include "fuzz_text.hpp"

#include "geo/io/json_reader.hpp"

#include <optional>

namespace fuzz {

/// The input as JSON; none if it is none: nlohmann's parser is not what is tried here.
inline std::optional<geo::Json> as_json(std::uint8_t const *data, std::size_t size)
{
    auto json = geo::Json::parse(as_text(data, size), nullptr, false);
    return json.is_discarded() ? std::nullopt : std::optional{std::move(json)};
}

/// What is wrong must be said, each in one line that can be printed.
inline void require_lines(geo::Problems const &problems)
{
    for (auto const &problem : problems) {
        require(!problem.message.empty());
        require_line(geo::to_line(problem));
    }
}

} // namespace fuzz
