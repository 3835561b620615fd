#pragma once

#include "app/scene/font_metrics.hpp"
#include "app/shell/session.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace app {

/// What of which story, and how.
struct HandoutWish
{
    std::size_t story = 0;
    std::vector<std::string> steps; ///< ids; empty: all
    bool blind = false;
    std::string language;
};

/// Writes the handout as PDF. Needs no display.
/// \throws std::runtime_error with one line for the user if the file cannot be written
void write_handout(Session const &session, HandoutWish const &wish, FontMetrics const &fonts,
                   std::filesystem::path const &file);

/// A name in the user's folder of documents that no file has yet, such as "five-days-az.pdf".
[[nodiscard]] std::filesystem::path new_handout_file(geo::Story const &story, HandoutWish const &wish);

} // namespace app
