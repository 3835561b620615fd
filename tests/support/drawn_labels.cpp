#include "support/drawn_labels.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace test {
namespace {

/// A capital's height above the baseline and the tail of a letter below it, of the size.
constexpr float above = 0.72F;
constexpr float below = 0.14F;

std::vector<app::Rect> ink_of(app::Text const &text, app::FontMetrics const &fonts)
{
    if (text.letters.empty()) {
        float const width = fonts.width(text.face, text.utf8, text.size, text.spacing);
        return {{text.at.x, text.at.y - above * text.size, text.at.x + width, text.at.y + below * text.size}};
    }
    std::vector<app::Rect> boxes;
    auto const letters = app::decode_utf8(text.utf8);
    for (std::size_t i = 0; i < text.letters.size(); ++i) {
        auto const &[at, angle] = text.letters[i];
        float const turn = angle * std::numbers::pi_v<float> / 180;
        float const along = fonts.advance(text.face, letters[i], text.size) / 2;
        float const up = above * text.size / 2;
        app::ScreenPoint const middle{at.x + std::cos(turn) * along + std::sin(turn) * up,
                                      at.y + std::sin(turn) * along - std::cos(turn) * up};
        boxes.push_back({middle.x - along, middle.y - up, middle.x + along, middle.y + up});
    }
    return boxes;
}

} // namespace

bool DrawnLabel::meets(DrawnLabel const &other) const
{
    return std::ranges::any_of(ink, [&](app::Rect const &a) {
        return std::ranges::any_of(other.ink, [&](app::Rect const &b) { return a.meets(b); });
    });
}

std::vector<DrawnLabel> drawn_labels(std::vector<app::Scene const *> const &scenes, app::FontMetrics const &fonts)
{
    std::vector<DrawnLabel> labels;
    for (auto const *const scene : scenes) {
        for (auto const &item : scene->items) {
            if (auto const *const text = std::get_if<app::Text>(&item); text != nullptr && !text->utf8.empty()) {
                labels.push_back({text->utf8, text, ink_of(*text, fonts)});
            }
        }
    }
    return labels;
}

std::string overlaps(std::vector<DrawnLabel> const &labels)
{
    std::string found;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        for (std::size_t k = i + 1; k < labels.size(); ++k) {
            if (labels[i].meets(labels[k])) {
                found += labels[i].text + " over " + labels[k].text + "; ";
            }
        }
    }
    return found;
}

} // namespace test
