#include "geo/export/text_file.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cmath>
#include <cstring>
#include <stdexcept>

namespace geo {

TextFile::TextFile(std::filesystem::path const &file) : m_file{file}, m_out{file, std::ios::binary}
{
    check();
}

TextFile &TextFile::operator<<(std::string_view text)
{
    m_out.write(text.data(), std::ssize(text));
    check();
    return *this;
}

void TextFile::finish()
{
    m_out.flush();
    check();
}

void TextFile::check()
{
    if (!m_out) {
        throw std::runtime_error{
            fmt::format("{}: cannot be written: {}", m_file.filename().string(), std::strerror(errno))};
    }
}

std::string xml_text(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (char const c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        default:
            out += static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' ? ' ' : c;
        }
    }
    return out;
}

std::string iso_of(double seconds)
{
    auto const ms = static_cast<std::int64_t>(std::llround(seconds * 1000));
    auto const whole = ms >= 0 ? ms / 1000 : -((-ms + 999) / 1000);
    auto const rest = ms - whole * 1000;
    auto text = to_iso(Instant{Seconds{whole}});
    return rest == 0 ? text : fmt::format("{}.{:03}", text, rest);
}

double rounded_degrees(double value)
{
    constexpr double steps = 1e7;
    return std::round(value * steps) / steps;
}

std::string degrees(double value)
{
    auto const rounded = rounded_degrees(value);
    return fmt::format("{}", rounded == 0 ? 0.0 : rounded);
}

} // namespace geo
