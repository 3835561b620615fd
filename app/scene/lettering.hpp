#pragma once

#include "app/scene/font_metrics.hpp"

#include <string>
#include <string_view>

namespace app {

/// A name in capitals as its language writes them: Azerbaijani and Turkish keep the dot of their i.
[[nodiscard]] inline std::string capitals_in(std::string_view language, std::string_view text)
{
    if (language != "az" && language != "tr") {
        return capitals(text);
    }
    std::string dotted;
    for (char const c : text) {
        if (c == 'i') {
            dotted += "İ";
        } else {
            dotted += c;
        }
    }
    return capitals(dotted);
}

} // namespace app
