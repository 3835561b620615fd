#include "geo/cite/formats.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>
#include <utility>
#include <vector>

namespace geo {
namespace {

/// A member as text: numbers as they stand, anything else nothing.
std::string word(Json const &csl, char const *key)
{
    auto const found = csl.find(key);
    if (found == csl.end() || (!found->is_string() && !found->is_number())) {
        return {};
    }
    return found->is_string() ? found->get<std::string>() : found->dump();
}

std::string year(Json const &csl)
{
    auto const issued = csl.find("issued");
    if (issued == csl.end() || !issued->is_object()) {
        return {};
    }
    auto const parts = issued->value("date-parts", Json::array());
    bool const has = !parts.empty() && parts[0].is_array() && !parts[0].empty();
    return !has                      ? word(*issued, "literal")
           : parts[0][0].is_string() ? parts[0][0].get<std::string>()
                                     : parts[0][0].dump();
}

/// Letters that mean something to TeX, escaped.
std::string escaped(std::string_view text)
{
    std::string out;
    for (char const c : text) {
        switch (c) {
        case '\\':
            out += "\\textbackslash{}";
            break;
        case '~':
            out += "\\textasciitilde{}";
            break;
        case '^':
            out += "\\textasciicircum{}";
            break;
        case '{': // BibTeX counts braces even after a backslash
            out += "\\textbraceleft{}";
            break;
        case '}':
            out += "\\textbraceright{}";
            break;
        case '%':
        case '&':
        case '#':
        case '$':
        case '_':
            out += '\\';
            out += c;
            break;
        default:
            out += c;
        }
    }
    return out;
}

/// Names for BibTeX: "Family, Given and {An Institute}".
std::string bibtex_names(Json const &csl, char const *role)
{
    std::string all;
    for (auto const &person : csl.value(role, Json::array())) {
        auto const family = word(person, "family");
        auto const given = word(person, "given");
        auto const literal = word(person, "literal");
        all += all.empty() ? "" : " and ";
        all += !literal.empty() ? "{" + escaped(literal) + "}"
               : given.empty()  ? "{" + escaped(family) + "}"
                                : escaped(family) + ", " + escaped(given);
    }
    return all;
}

/// Names for a footnote: "Given Family, Given Family".
std::string plain_names(Json const &csl, char const *role)
{
    std::string all;
    for (auto const &person : csl.value(role, Json::array())) {
        auto const given = word(person, "given");
        auto name = word(person, "literal");
        if (name.empty()) {
            name = given + (given.empty() ? "" : " ") + word(person, "family");
        }
        all += (all.empty() ? "" : ", ") + name;
    }
    return all;
}

std::string_view bibtex_type(std::string_view csl)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 8> types{{{"book", "book"},
                                                                                  {"chapter", "incollection"},
                                                                                  {"article-journal", "article"},
                                                                                  {"article-magazine", "article"},
                                                                                  {"article-newspaper", "article"},
                                                                                  {"thesis", "phdthesis"},
                                                                                  {"paper-conference", "inproceedings"},
                                                                                  {"manuscript", "unpublished"}}};
    for (auto const &[from, to] : types) {
        if (from == csl) {
            return to;
        }
    }
    return "misc";
}

} // namespace

std::string bibtex_entry(Json const &csl)
{
    auto const type = bibtex_type(word(csl, "type"));
    std::string text = fmt::format("@{}{{{}", type, word(csl, "id"));
    auto const add = [&](std::string_view name, std::string const &value) {
        if (!value.empty()) {
            text += fmt::format(",\n  {} = {{{}}}", name, value);
        }
    };
    add("author", bibtex_names(csl, "author"));
    add("editor", bibtex_names(csl, "editor"));
    add("title", escaped(word(csl, "title")));
    auto const container = escaped(word(csl, "container-title"));
    add(type == "article"                         ? "journal"
        : type == "misc" || type == "unpublished" ? "howpublished"
                                                  : "booktitle",
        container);
    add("publisher", escaped(word(csl, "publisher")));
    add("address", escaped(word(csl, "publisher-place")));
    add("year", escaped(year(csl)));
    add("volume", escaped(word(csl, "volume")));
    add("number", escaped(word(csl, "issue")));
    add("pages", escaped(word(csl, "page")));
    add("version", escaped(word(csl, "version")));
    add("isbn", escaped(word(csl, "ISBN")));
    add("doi", escaped(word(csl, "DOI")));
    add("url", escaped(word(csl, "URL")));
    add("language", escaped(word(csl, "language")));
    auto note = word(csl, "archive");
    for (char const *const key : {"archive_location", "note"}) {
        auto const more = word(csl, key);
        note += (note.empty() || more.empty() ? "" : ". ") + more;
    }
    add("note", escaped(note));
    return text + "\n}\n";
}

std::string footnote(Json const &csl)
{
    auto who = plain_names(csl, "author");
    if (who.empty()) {
        auto const editors = plain_names(csl, "editor");
        who = editors.empty() ? "" : editors + " (ed.)";
    }
    auto text = who + (who.empty() ? "" : ", ") + word(csl, "title");
    if (auto const in = word(csl, "container-title"); !in.empty()) {
        text += ", in: " + in;
    }
    std::string imprint;
    for (auto const &part : {word(csl, "publisher-place"), word(csl, "publisher"), year(csl)}) {
        imprint += (imprint.empty() || part.empty() ? "" : ", ") + part;
    }
    text += imprint.empty() ? "" : " (" + imprint + ")";
    for (char const *const key : {"page", "archive", "archive_location", "URL"}) {
        if (auto const more = word(csl, key); !more.empty()) {
            text += ", " + more;
        }
    }
    return text + ".";
}

} // namespace geo
