#include "support/golden.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace test {
namespace {

constexpr int visible = 28;       ///< of 255, in any channel
constexpr double allowed = 0.002; ///< of all pixels

bool differ(sf::Color a, sf::Color b)
{
    return std::max({std::abs(a.r - b.r), std::abs(a.g - b.g), std::abs(a.b - b.b)}) > visible;
}

} // namespace

double difference(sf::Image const &a, sf::Image const &b)
{
    auto const size = a.getSize();
    if (size != b.getSize()) {
        return 1;
    }
    double count = 0;
    for (unsigned y = 0; y < size.y; ++y) {
        for (unsigned x = 0; x < size.x; ++x) {
            count += differ(a.getPixel(x, y), b.getPixel(x, y)) ? 1 : 0;
        }
    }
    return count / (static_cast<double>(size.x) * size.y);
}

sf::Image side_by_side(sf::Image const &expected, sf::Image const &actual)
{
    constexpr unsigned gap = 8;
    auto const e = expected.getSize();
    auto const a = actual.getSize();
    sf::Image sheet;
    sheet.create(e.x + 2 * a.x + 2 * gap, std::max(e.y, a.y), sf::Color{128, 128, 128});
    sheet.copy(expected, 0, 0);
    sheet.copy(actual, e.x + gap, 0);
    for (unsigned y = 0; y < a.y; ++y) {
        for (unsigned x = 0; x < a.x; ++x) {
            bool const equal = x < e.x && y < e.y && !differ(expected.getPixel(x, y), actual.getPixel(x, y));
            sheet.setPixel(e.x + a.x + 2 * gap + x, y, equal ? sf::Color::White : sf::Color::Red);
        }
    }
    return sheet;
}

std::string fault_of(sf::Image const &actual, std::string const &name, std::filesystem::path const &golden)
{
    auto const file = golden / (name + ".png");
    if (std::getenv("MARSHRUT_NEW_GOLDEN") != nullptr) {
        return actual.saveToFile(file.string()) ? "" : file.string() + ": cannot be written";
    }
    sf::Image expected;
    bool const known = std::filesystem::exists(file) && expected.loadFromFile(file.string());
    double const share = known ? difference(expected, actual) : 1;
    if (share <= allowed) {
        return "";
    }
    std::filesystem::path const folder{MARSHRUT_TEST_OUTPUT "/golden"};
    std::filesystem::create_directories(folder);
    auto const sheet = folder / (name + ".png");
    (void)side_by_side(known ? expected : actual, actual).saveToFile(sheet.string());
    return fmt::format("{}: {:.2f} % of the pixels differ from {}; see {}", name, share * 100, file.string(),
                       sheet.string());
}

} // namespace test
