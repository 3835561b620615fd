#pragma once

#include "geo/io/json_reader.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace fuzz {

inline std::string_view as_text(std::uint8_t const *data, std::size_t size)
{
    return {reinterpret_cast<char const *>(data), size};
}

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
        auto const line = geo::to_line(problem);
        if (problem.message.empty() || line.find('\n') != std::string::npos) {
            __builtin_trap();
        }
    }
}

} // namespace fuzz
