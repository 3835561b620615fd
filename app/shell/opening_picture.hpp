#pragma once

#include "app/scene/build_scene.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace app {

/**
 * The picture of the map with which a view began, kept in the user's cache: the next start with the same atlas, view
 * and program shows it instead of making it anew. It holds the pixels and what the scenes over them must know; labels
 * only with the ground they take, so that the next picture plans them again.
 */
struct OpeningPicture
{
    BaseScene base;
    std::vector<std::uint8_t> rgba; ///< rows from above
};

/// What a picture hangs on beside the view: the atlas's file, the program, type and style, by size and time of change.
/// Empty for what is no single file; then no picture is kept.
[[nodiscard]] std::string picture_sources(std::filesystem::path const &atlas, std::string const &style);
/// Changes whenever build_base would give another picture. \param sources not empty
[[nodiscard]] std::string opening_key(SceneInput const &in, std::string const &sources);

/// Where the picture is kept.
[[nodiscard]] std::filesystem::path opening_file();
/// Nothing if the file is not there, is of another key, or is not whole.
[[nodiscard]] std::optional<OpeningPicture> read_opening(std::filesystem::path const &file, std::string const &key,
                                                   SceneInput const &in);
/// \param rgba of the scene's size, rows from above. \throws std::runtime_error naming the file
void write_opening(std::filesystem::path const &file, std::string const &key, BaseScene const &base,
                std::uint8_t const *rgba);

} // namespace app
