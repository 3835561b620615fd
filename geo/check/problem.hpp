#pragma once

#include <string>
#include <vector>

namespace geo {

enum class Severity { warning, error };

/// One thing that is wrong with an atlas, worded for the person who keeps the data.
struct Problem
{
    Severity severity = Severity::error;
    std::string file;    ///< relative to the atlas folder
    std::string feature; ///< id, or "row 7" where there is none, or empty for the file as a whole
    std::string field;   ///< empty for the feature as a whole
    std::string message; ///< what, why, and what to do

    friend bool operator==(Problem const &, Problem const &) = default;
};

using Problems = std::vector<Problem>;

/// "places.geojson:baku: error: rank: …"
[[nodiscard]] std::string to_line(Problem const &problem);
[[nodiscard]] bool has_errors(Problems const &problems);

} // namespace geo
