#pragma once

#include <SFML/Graphics/Image.hpp>

#include <filesystem>
#include <string>

namespace test {

/// The share of pixels that differ so much that an eye sees it; 1 for pictures of different sizes.
[[nodiscard]] double difference(sf::Image const &a, sf::Image const &b);

/// Expected, actual and their difference (white: equal, red: not) side by side.
[[nodiscard]] sf::Image side_by_side(sf::Image const &expected, sf::Image const &actual);

/**
 * Compares with the picture `name`.png in the folder: at most two pixels in a thousand may differ. Where more do, or
 * there is none to compare with, the pictures are left side by side in the folder of the tests' output, and the text
 * says where; it is empty if all is well. With MARSHRUT_NEW_GOLDEN in the environment the picture is written instead.
 */
[[nodiscard]] std::string fault_of(sf::Image const &actual, std::string const &name,
                                   std::filesystem::path const &golden = MARSHRUT_SOURCE_DIR "/tests/golden");

} // namespace test
