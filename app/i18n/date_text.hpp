#pragma once

#include "app/i18n/texts.hpp"

#include "geo/model/atlas.hpp"
#include "geo/time/edtf.hpp"

#include <string>

namespace app {

/// "Tuesday, 27 April 1920, 15:00": the clock of the viewer.
[[nodiscard]] std::string full_date_text(Texts const &texts, geo::Instant t);
/// "27 April 1920, 15:00": the same where there is little room.
[[nodiscard]] std::string brief_date_text(Texts const &texts, geo::Instant t);
/// "14 April 1920 (Old Style)"
[[nodiscard]] std::string old_style_text(Texts const &texts, geo::Instant t);

/// What a dated mark of a ruler has to tell, by how much time the ruler shows.
enum class Fineness : std::uint8_t { day, month, year };
[[nodiscard]] Fineness ruler_fineness(geo::Span const &shown);
/// "27 April", "April 1920" or "1920".
[[nodiscard]] std::string ruler_date_text(Texts const &texts, geo::Instant t, Fineness fineness);
/// "27 April": a mark of the ruler that begins a day.
[[nodiscard]] std::string short_date_text(Texts const &texts, geo::Instant t);
/// "15:00"
[[nodiscard]] std::string clock_text(geo::Instant t);
/// A date of the data with its uncertainty: "about 16:00 on 27 April 1920", "April 1920 (uncertain)".
[[nodiscard]] std::string date_text(Texts const &texts, geo::Edtf const &date);
/// From start to end of an event, with the uncertainty of both.
[[nodiscard]] std::string event_date_text(Texts const &texts, geo::Event const &event);
/// The same short, for a list: "27 April, about 00:05".
[[nodiscard]] std::string event_time_text(Texts const &texts, geo::Event const &event);

} // namespace app
