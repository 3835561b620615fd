#pragma once

#include "geo/io/json_reader.hpp"

#include <string>

namespace geo {

/// One entry of CSL-JSON as BibTeX in UTF-8. What BibTeX has no field for goes into its note.
[[nodiscard]] std::string bibtex_entry(Json const &csl);
/// One entry of CSL-JSON as a footnote in plain text: author, title (publisher, year), pages, address.
[[nodiscard]] std::string footnote(Json const &csl);

} // namespace geo
