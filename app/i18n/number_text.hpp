#pragma once

#include "app/i18n/texts.hpp"

#include "geo/model/geometry.hpp"

#include <string>

namespace app {

// Numbers and units as the language writes them: "1,234.5 km" in English, "1 234,5 км" in Russian.

[[nodiscard]] std::string number_text(Texts const &texts, double value, int decimals);
/// Kilometres; one decimal below ten.
[[nodiscard]] std::string distance_text(Texts const &texts, double km);
[[nodiscard]] std::string speed_text(Texts const &texts, double km_per_hour);
/// "2 h 30 min", "3 d 4 h".
[[nodiscard]] std::string duration_text(Texts const &texts, double seconds);
/// The same for what a reader waits for or watches: "45 sec" below a minute and a half.
[[nodiscard]] std::string short_duration_text(Texts const &texts, double seconds);
/// "41.2345° N, 48.9123° E"
[[nodiscard]] std::string position_text(Texts const &texts, geo::LonLat at);

} // namespace app
