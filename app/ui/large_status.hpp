#pragma once

#include "app/i18n/texts.hpp"

#include "geo/foreign/large_layer.hpp"

#include <string>

namespace app {

/// What of a large layer is to be seen.
struct LargeStatus
{
    std::string name;
    std::size_t shown = 0;
    double of = 0;
    geo::Counted counted = geo::Counted::exactly;
    bool asked = false; ///< an answer has come
    std::string error;  ///< one line; empty: all is well
};

/// "20,000 of about 20,000,000".
[[nodiscard]] std::string share_text(Texts const &texts, LargeStatus const &status);

} // namespace app
