#pragma once

#include "geo/export/exported.hpp"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace geo {

/// Names of the values that every feature of an export has, in their order, and which of them are numbers.
[[nodiscard]] std::vector<ExportValue> export_fields(Atlas const &atlas);

/// What is exported as a whole.
[[nodiscard]] ExportTitle export_title(Atlas const &atlas, ExportChoice const &choice);

/**
 * Gives the features of an atlas one by one: places, events, lines, regions, units. What has no place on the earth is
 * counted in `left_out`, worded for the user.
 * \param share is called with the share done, and may throw to stop
 */
void collect(Atlas const &atlas, ExportChoice const &choice, std::function<void(Exported &&)> const &take,
             std::map<std::string, long> &left_out, std::function<void(double)> const &share);

} // namespace geo
