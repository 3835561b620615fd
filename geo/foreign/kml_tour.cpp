#include "geo/foreign/kml_tour.hpp"

#include "geo/foreign/readers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace geo {

void KmlTour::value(std::string_view element, std::string_view parent, std::string const &text)
{
    if (element == "duration") {
        m_duration = std::clamp(number_in(text).value_or(0), 0.0, 3600.0);
    } else if (parent == "LookAt" || parent == "Camera") {
        if (element == "longitude") {
            m_lon = number_in(text);
        } else if (element == "latitude") {
            m_lat = number_in(text);
        } else if (element == "range" || element == "altitude") {
            m_range = std::clamp(number_in(text).value_or(m_range), 100.0, 2e7);
        }
    } else if (element == "when" || element == "begin") {
        m_begin = read_foreign_date(text);
        m_any_time = m_any_time || m_begin;
    } else if (element == "end") {
        m_end = read_foreign_date(text);
    }
}

void KmlTour::end_flight()
{
    if (!m_lon || !m_lat || std::abs(*m_lon) > 180 || std::abs(*m_lat) > 85) {
        return;
    }
    StoryStep step;
    step.id = fmt::format("step{}", m_story.steps.size() + 1);
    step.title.set("", fmt::format("{} · {}", m_name, m_story.steps.size() + 1));
    // As much ground as an eye of 60 degrees sees from there.
    double const half = std::min(60.0, m_range * std::tan(std::numbers::pi / 6) / 111'000);
    double const wide = half / std::cos(*m_lat * std::numbers::pi / 180);
    step.extent = {std::max(-180.0, *m_lon - wide), std::max(-89.0, *m_lat - half), std::min(180.0, *m_lon + wide),
                   std::min(89.0, *m_lat + half)};
    if (m_begin) {
        step.at = m_begin->date.first;
    } else if (!m_story.steps.empty()) {
        step.at = m_story.steps.back().at;
    } else {
        step.at = distant_past; // replaced by the begin of the data when it is known
    }
    if (m_begin && m_end && m_end->date.last > step.at) {
        step.until = m_end->date.last;
    }
    step.seconds = m_duration;
    m_story.steps.push_back(std::move(step));
    m_begin.reset();
    m_end.reset();
    m_duration = 0;
}

void KmlTour::end_wait()
{
    if (!m_story.steps.empty()) {
        m_story.steps.back().seconds += m_duration;
    }
    m_duration = 0;
}

void KmlTour::finish(FeatureSink &sink)
{
    if (m_story.steps.empty()) {
        sink.drop("tours without a flight to a place");
        return;
    }
    m_story.title.set("", m_name.empty() ? "Tour" : m_name);
    sink.story(std::move(m_story));
}

} // namespace geo
