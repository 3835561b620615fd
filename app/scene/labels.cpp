#include "app/scene/labels.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace app {
namespace {

constexpr float line_step = 1.18F; ///< of the size, from baseline to baseline
constexpr float halo_width = 2;

/// Position and direction (degrees) at a length along a course.
std::pair<ScreenPoint, float> at_length(std::vector<ScreenPoint> const &course, float wanted)
{
    float gone = 0;
    for (std::size_t i = 0; i + 1 < course.size(); ++i) {
        float const dx = course[i + 1].x - course[i].x;
        float const dy = course[i + 1].y - course[i].y;
        float const l = std::hypot(dx, dy);
        if (gone + l >= wanted || i + 2 == course.size()) {
            float const t = l > 0 ? (wanted - gone) / l : 0;
            return {{course[i].x + dx * t, course[i].y + dy * t}, std::atan2(dy, dx) * 180 / std::numbers::pi_v<float>};
        }
        gone += l;
    }
    return {course.front(), 0};
}

/// Rounds the corners of a course (Chaikin's scheme, twice), so that letters turn gently.
std::vector<ScreenPoint> rounded(std::vector<ScreenPoint> course)
{
    for (int pass = 0; pass < 2 && course.size() > 2; ++pass) {
        std::vector<ScreenPoint> next{course.front()};
        for (std::size_t i = 0; i + 1 < course.size(); ++i) {
            auto const &[a, b] = std::pair{course[i], course[i + 1]};
            next.push_back({a.x * 0.75F + b.x * 0.25F, a.y * 0.75F + b.y * 0.25F});
            next.push_back({a.x * 0.25F + b.x * 0.75F, a.y * 0.25F + b.y * 0.75F});
        }
        next.push_back(course.back());
        course = std::move(next);
    }
    return course;
}

} // namespace

bool LabelPlacer::free(Rect const &rect) const
{
    return rect.left >= m_view.left && rect.right <= m_view.right && rect.top >= m_view.top &&
           rect.bottom <= m_view.bottom &&
           std::ranges::none_of(m_taken, [&](Rect const &taken) { return taken.meets(rect); });
}

bool LabelPlacer::take(Rect const &rect)
{
    if (!free(rect)) {
        return false;
    }
    m_taken.push_back(rect);
    return true;
}

bool LabelPlacer::place(LabelWish const &wish, std::vector<Item> &out)
{
    float width = 0;
    float height = 0;
    for (auto const &line : wish.lines) {
        width = std::max(width, m_fonts.width(line.face, line.text, line.size));
        height += line.size * line_step;
    }
    auto const [ax, ay] = wish.anchor;
    float const right = ax + wish.gap_x;
    float const left = ax - wish.gap_x - width;
    float const middle = ay - height / 2;
    float const above = ay - wish.gap_y - height;
    float const below = ay + wish.gap_y;
    float const centre = ax - width / 2;
    std::array<ScreenPoint, 8> const positions{ScreenPoint{right, middle},
                                               {right, above + height * 0.3F},
                                               {right, below - height * 0.3F},
                                               {left, middle},
                                               {left, above + height * 0.3F},
                                               {left, below - height * 0.3F},
                                               {centre, above},
                                               {centre, below}};
    for (std::size_t i = 0; i < positions.size(); ++i) {
        auto const [x, y] = positions[i];
        Rect const box{x - 2, y, x + width + 2, y + height};
        if (!free(box) && !(wish.must && i + 1 == positions.size())) {
            continue;
        }
        m_taken.push_back(box);
        bool const at_left = i >= 3 && i <= 5;
        bool const centred = i > 5;
        float baseline = y;
        for (auto const &line : wish.lines) {
            float const own = m_fonts.width(line.face, line.text, line.size);
            float const indent = at_left ? width - own : centred ? (width - own) / 2 : 0;
            baseline += line.size * line_step;
            out.emplace_back(Text{{x + indent, baseline - line.size * 0.28F},
                                  line.text,
                                  line.face,
                                  line.size,
                                  line.colour,
                                  wish.halo,
                                  halo_width,
                                  0,
                                  0});
        }
        return true;
    }
    return false;
}

bool letter_along(std::vector<ScreenPoint> course, LabelLine const &line, float spacing, Colour halo,
                  FontMetrics const &fonts, LabelPlacer &placer, std::vector<Item> &out)
{
    course = rounded(std::move(course));
    if (course.back().x < course.front().x) {
        std::ranges::reverse(course); // letters stand upright
    }
    float length = 0;
    for (std::size_t i = 0; i + 1 < course.size(); ++i) {
        length += std::hypot(course[i + 1].x - course[i].x, course[i + 1].y - course[i].y);
    }
    auto const letters = decode_utf8(line.text);
    float const width = fonts.width(line.face, line.text, line.size, spacing);
    if (length < width || letters.empty()) {
        return false;
    }
    std::vector<Item> drawn;
    std::vector<Rect> boxes;
    float pen = (length - width) / 2;
    float turned = 0;
    float last_angle = 0;
    for (char32_t const letter : letters) {
        float const advance = fonts.advance(line.face, letter, line.size);
        auto const [middle, angle] = at_length(course, pen + advance / 2);
        float const rad = angle * std::numbers::pi_v<float> / 180;
        float const c = std::cos(rad);
        float const s = std::sin(rad);
        // The baseline runs a third of a letter below the course, so that the word is centred on it.
        float const drop = line.size * 0.34F;
        ScreenPoint const at{middle.x - c * advance / 2 - s * drop, middle.y - s * advance / 2 + c * drop};
        drawn.emplace_back(Text{at, encode_utf8(letter), line.face, line.size, line.colour, halo,
                                halo.a > 0 ? halo_width : 0.0F, 0, angle});
        float const r = line.size * 0.6F;
        boxes.push_back({middle.x - r, middle.y - r, middle.x + r, middle.y + r});
        turned = drawn.size() > 1 ? std::max(turned, std::abs(angle - last_angle)) : turned;
        last_angle = angle;
        pen += advance + spacing;
    }
    if (turned > 40) {
        return false; // a course too crooked to be read
    }
    bool const covered = std::ranges::any_of(boxes, [&](Rect const &box) {
        return std::ranges::any_of(placer.taken(), [&](Rect const &taken) { return taken.meets(box); });
    });
    if (covered) {
        return false;
    }
    std::ranges::for_each(boxes, [&](Rect const &box) { placer.block(box); });
    out.insert(out.end(), drawn.begin(), drawn.end());
    return true;
}

} // namespace app
