#include "geo/foreign/plain_text.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace geo {
namespace {

/// The name of a tag in small letters: "/p" for "</P>".
std::string tag_name(std::string_view tag)
{
    std::string name;
    for (char const c : tag) {
        if (std::isalnum(static_cast<unsigned char>(c)) == 0 && !(c == '/' && name.empty())) {
            break;
        }
        name += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return name;
}

bool breaks_line(std::string const &tag)
{
    constexpr std::array<std::string_view, 8> tags{"br", "/p", "/div", "/tr", "/li", "/h1", "/h2", "/h3"};
    return std::ranges::find(tags, tag) != tags.end();
}

void replace_entities(std::string &text)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> known{
        {{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&nbsp;", " "}, {"&amp;", "&"}}};
    for (auto const &[entity, sign] : known) {
        for (auto at = text.find(entity); at != std::string::npos; at = text.find(entity, at + sign.size())) {
            text.replace(at, entity.size(), sign);
        }
    }
}

/// Runs of blanks become one; lines are trimmed and empty ones go.
std::string tidied(std::string const &text)
{
    std::string out;
    for (char const c : text) {
        bool const blank = c == ' ' || c == '\t' || c == '\r';
        if (c == '\n') {
            while (out.ends_with(' ')) {
                out.pop_back();
            }
            if (!out.empty() && !out.ends_with('\n')) {
                out += '\n';
            }
        } else if (!blank) {
            out += c;
        } else if (!out.empty() && !out.ends_with(' ') && !out.ends_with('\n')) {
            out += ' ';
        }
    }
    while (out.ends_with(' ') || out.ends_with('\n')) {
        out.pop_back();
    }
    return out;
}

} // namespace

std::string plain_text(std::string_view html)
{
    std::string out;
    std::string hidden; // the tag whose content is no text: script, style
    while (!html.empty()) {
        auto const open = html.find('<');
        if (hidden.empty()) {
            out += html.substr(0, open);
        }
        if (open == std::string_view::npos) {
            break;
        }
        html.remove_prefix(open + 1);
        auto const close = html.find('>');
        if (close == std::string_view::npos) { // a lone "<" is text
            out += hidden.empty() ? "<" + std::string{html} : "";
            break;
        }
        auto const name = tag_name(html.substr(0, close));
        if (name.empty() && hidden.empty() && !html.starts_with('!')) {
            out += '<';
            continue;
        }
        html.remove_prefix(close + 1);
        if (!hidden.empty()) {
            hidden = name == "/" + hidden ? "" : hidden;
        } else if (name == "script" || name == "style") {
            hidden = name;
        } else if (breaks_line(name)) {
            out += '\n';
        } else if (name == "td" || name == "th") {
            out += ' ';
        }
    }
    replace_entities(out);
    return tidied(out);
}

} // namespace geo
