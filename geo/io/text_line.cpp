#include "geo/io/text_line.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace geo {
namespace {

unsigned byte_at(std::string_view text, std::size_t i)
{
    return static_cast<unsigned char>(text[i]);
}

bool is_control(char32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

bool turns_writing(char32_t c)
{
    return c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool separates_lines(char32_t c)
{
    return c == 0x2028 || c == 0x2029;
}

/// The text written anew letter by letter. \param write(out, bytes, letter) a byte that is no UTF-8 is no letter
template <typename Write>
std::string written(std::string_view text, Write const &write)
{
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        auto const letter = first_letter(text);
        auto const bytes = letter ? letter->bytes : 1;
        write(out, text.substr(0, bytes), letter);
        text.remove_prefix(bytes);
    }
    return out;
}

} // namespace

std::optional<Utf8Letter> first_letter(std::string_view text)
{
    if (text.empty()) {
        return std::nullopt;
    }
    unsigned const lead = byte_at(text, 0);
    std::size_t const bytes = lead < 0x80 ? 1 : lead >> 5U == 6 ? 2 : lead >> 4U == 14 ? 3 : lead >> 3U == 30 ? 4 : 0;
    if (bytes == 0 || bytes > text.size()) {
        return std::nullopt;
    }
    char32_t code = bytes == 1 ? lead : lead & (0xFFU >> (bytes + 1));
    for (std::size_t i = 1; i < bytes; ++i) {
        if (byte_at(text, i) >> 6U != 2) {
            return std::nullopt;
        }
        code = code << 6U | (byte_at(text, i) & 0x3FU);
    }
    constexpr std::array<char32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
    bool const surrogate = code >= 0xD800 && code < 0xE000;
    return code < least[bytes] || surrogate || code > 0x10FFFF ? std::nullopt : std::optional{Utf8Letter{code, bytes}};
}

bool is_utf8(std::string_view text)
{
    while (!text.empty()) {
        auto const letter = first_letter(text);
        if (!letter) {
            return false;
        }
        text.remove_prefix(letter->bytes);
    }
    return true;
}

std::string_view begin_of(std::string_view text, std::size_t bytes)
{
    if (text.size() <= bytes) {
        return text;
    }
    constexpr std::size_t longest = 4;
    for (std::size_t back = 0; back < longest && back < bytes; ++back) {
        if (byte_at(text, bytes - back) >> 6U != 2) { // a letter begins there
            return text.substr(0, bytes - back);
        }
    }
    return text.substr(0, bytes);
}

std::string sound_text(std::string_view text)
{
    return written(text, [](std::string &out, std::string_view bytes, std::optional<Utf8Letter> const &letter) {
        bool const blank = letter && is_control(letter->code) && letter->code != '\n' && letter->code != '\t';
        out += !letter ? "?" : blank ? " " : bytes;
    });
}

std::string plain_line(std::string_view text)
{
    return written(text, [](std::string &out, std::string_view bytes, std::optional<Utf8Letter> const &letter) {
        if (!letter || is_control(letter->code)) {
            out += fmt::format("\\x{:02X}", letter ? static_cast<unsigned>(letter->code) : byte_at(bytes, 0));
        } else if (turns_writing(letter->code) || separates_lines(letter->code)) {
            out += fmt::format("\\u{:04X}", static_cast<unsigned>(letter->code));
        } else {
            out += bytes;
        }
    });
}

} // namespace geo
