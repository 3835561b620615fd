#pragma once

#include "geo/export/exported.hpp"
#include "geo/store/load_atlas.hpp"

#include <array>
#include <filesystem>
#include <map>
#include <string>

namespace geo {

/// What went into a file, and what did not and why.
struct ExportReport
{
    std::array<long, 5> written{};         ///< by ExportKind
    std::map<std::string, long> left_out;  ///< of the atlas, by reason
    std::map<std::string, long> not_borne; ///< what the format cannot carry
    [[nodiscard]] long total() const { return written[0] + written[1] + written[2] + written[3] + written[4]; }
};

/**
 * Writes an atlas, or a view of it, into a file of another format: places, events, lines, regions and units with names,
 * times and sources. Read back, it has the same things at the same places at every instant, as far as the format goes.
 * Stories, people and the base map stay behind: a pack carries those.
 * \throws std::runtime_error if it cannot be written, Stopped if the user stops it; then a half-written file is left
 */
[[nodiscard]] ExportReport export_atlas(Atlas const &atlas, ExportChoice const &choice, ExportFormat format,
                                        std::filesystem::path const &file, Progress const &progress = {},
                                        std::stop_token const &stop = {});

} // namespace geo
