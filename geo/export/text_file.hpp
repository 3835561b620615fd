#pragma once

#include "geo/time/instant.hpp"

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace geo {

/// A file that is written from start to end; every failure throws with the system's reason.
class TextFile
{
public:
    explicit TextFile(std::filesystem::path const &file);
    TextFile &operator<<(std::string_view text);
    void finish();

private:
    void check();

    std::filesystem::path m_file;
    std::ofstream m_out;
};

/// For the content of elements and of attributes in double quotes; what XML cannot hold becomes a blank.
[[nodiscard]] std::string xml_text(std::string_view text);
/// "1920-04-27T14:15:00.250" with as many digits as the milliseconds need.
[[nodiscard]] std::string iso_of(double seconds);
/// Degrees to seven digits (a centimetre), without idle zeros.
[[nodiscard]] std::string degrees(double value);
[[nodiscard]] double rounded_degrees(double value);
/// The last second that belongs to the half-open span.
[[nodiscard]] inline Instant last_second(Span const &span)
{
    return span.end - Seconds{1};
}

} // namespace geo
