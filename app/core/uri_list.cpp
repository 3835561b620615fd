#include "app/core/uri_list.hpp"

#include <charconv>
#include <optional>
#include <string>

namespace app {
namespace {

constexpr std::string_view scheme = "file:";

std::optional<std::string> unescaped(std::string_view text)
{
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            plain += text[i];
            continue;
        }
        unsigned char byte = 0;
        auto const digits = text.substr(i + 1, 2);
        auto const [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), byte, 16);
        if (fault != std::errc{} || end != digits.data() + 2 || byte == 0) {
            return std::nullopt; // no file is called so
        }
        plain += static_cast<char>(byte);
        i += 2;
    }
    return plain;
}

std::optional<std::filesystem::path> file_of(std::string_view uri)
{
    if (!uri.starts_with(scheme)) {
        return std::nullopt;
    }
    uri.remove_prefix(scheme.size());
    if (uri.starts_with("//")) { // a host may follow: none, or this computer
        uri.remove_prefix(2);
        auto const path = uri.find('/');
        auto const host = uri.substr(0, path);
        if (path == std::string_view::npos || (!host.empty() && host != "localhost")) {
            return std::nullopt;
        }
        uri.remove_prefix(path);
    }
    auto plain = unescaped(uri);
    return plain && plain->starts_with('/') ? std::optional<std::filesystem::path>{std::move(*plain)} : std::nullopt;
}

} // namespace

std::vector<std::filesystem::path> files_of_uri_list(std::string_view text)
{
    std::vector<std::filesystem::path> files;
    while (!text.empty()) {
        auto const end = text.find_first_of(std::string_view{"\r\n\0", 3});
        auto const line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (auto file = file_of(line)) {
            files.push_back(std::move(*file));
        }
    }
    return files;
}

} // namespace app
