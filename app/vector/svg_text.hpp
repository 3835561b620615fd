#pragma once

#include "app/vector/page.hpp"

#include <string>

namespace app {

/// All texts of a page as SVG text elements, in one group. \pre the page's pixels are the units of the document
[[nodiscard]] std::string svg_texts(Page const &page);

/// With &, <, > and quotes as SVG wants them, without control characters.
[[nodiscard]] std::string xml_escaped(std::string_view text);

} // namespace app
