#pragma once

#include <string>
#include <vector>

namespace test {

/// A fault of drawn text, in words.
using TextFaults = std::vector<std::string>;

/**
 * Looks at the letters that ImGui has drawn in the last frame: faults are letters that lie outside the window, that are
 * cut off by what they are drawn in (but for what can be scrolled into view), that cover one another, or that stand one
 * under the other.
 */
[[nodiscard]] TextFaults faults_of_drawn_text();

} // namespace test
