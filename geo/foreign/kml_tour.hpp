#pragma once

#include "geo/foreign/sink.hpp"

#include <optional>
#include <string>

namespace geo {

/// Gathers a gx:Tour while its document is read: each flight to a place and time becomes a step of a story.
class KmlTour
{
public:
    void set_name(std::string name) { m_name = std::move(name); }
    /// One value of a LookAt or Camera, a duration, a time.
    void value(std::string_view element, std::string_view parent, std::string const &text);
    void end_flight();
    void end_wait();
    /// Ends the tour; steps without a time of their own keep that of the step before.
    void finish(FeatureSink &sink);

private:
    std::string m_name;
    Story m_story;
    std::optional<double> m_lon;
    std::optional<double> m_lat;
    double m_range = 10'000; ///< metres from the eye to the ground
    double m_duration = 0;
    std::optional<ForeignDate> m_begin;
    std::optional<ForeignDate> m_end;
    bool m_any_time = false;
};

} // namespace geo
