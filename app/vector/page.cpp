#include "app/vector/page.hpp"

#include <array>
#include <cmath>

namespace app {

Page whole_page(std::vector<Scene const *> scenes)
{
    auto const width = static_cast<float>(scenes.front()->width);
    auto const height = static_cast<float>(scenes.front()->height);
    return {width, height, {{std::move(scenes), {0, 0, width, height}}}};
}

std::optional<PaperSize> paper_size(std::string_view word)
{
    struct Format
    {
        std::string_view name;
        double longer, shorter; ///< millimetres, ISO 216
    };
    constexpr std::array formats{Format{"A2", 594, 420}, Format{"A3", 420, 297}, Format{"A4", 297, 210},
                                 Format{"A5", 210, 148}};
    auto const pixels = [](double mm) { return static_cast<int>(std::lround(mm / 25.4 * 96)); };
    for (auto const &[name, longer, shorter] : formats) {
        if (word == name) {
            return PaperSize{pixels(longer), pixels(shorter)};
        }
        if (word.starts_with(name) && word.substr(name.size()) == "-portrait") {
            return PaperSize{pixels(shorter), pixels(longer)};
        }
    }
    return std::nullopt;
}

} // namespace app
