#pragma once

#include <map>
#include <string>
#include <vector>

namespace test {

struct BibEntry
{
    std::string type;
    std::string key;
    std::map<std::string, std::string> fields;
};

/**
 * Reads BibTeX by the grammar of its manual: entries "@type{key, name = {balanced}, …}" and nothing else but blanks
 * between them. \throws std::runtime_error saying at which byte what was wanted
 */
[[nodiscard]] std::vector<BibEntry> parse_bibtex(std::string const &text);

} // namespace test
