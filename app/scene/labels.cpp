#include "app/scene/labels.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace app {
namespace {

constexpr float line_step = 1.18F; ///< of the size, from baseline to baseline
constexpr float halo_width = 2;
constexpr float sharpest_turn = 40; ///< degrees from letter to letter
constexpr float cell = 64;          ///< pixels of the grid of taken ground
constexpr long most_cells = 1024;   ///< that one rectangle is entered in

struct Cells
{
    long left, top, right, bottom;
};

Cells cells_of(Rect const &rect)
{
    auto const at = [](float v) { return static_cast<long>(std::floor(std::clamp(v, -1e7F, 1e7F) / cell)); };
    return {at(rect.left), at(rect.top), at(rect.right), at(rect.bottom)};
}

std::uint64_t cell_key(long x, long y)
{
    return static_cast<std::uint64_t>(static_cast<std::uint32_t>(x)) << 32U | static_cast<std::uint32_t>(y);
}

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

void GroundIndex::add(Rect const &rect)
{
    auto const number = static_cast<std::uint32_t>(m_all.size());
    m_all.push_back(rect);
    auto const [left, top, right, bottom] = cells_of(rect);
    if ((right - left + 1) * (bottom - top + 1) > most_cells) {
        m_large.push_back(number);
        return;
    }
    for (long y = top; y <= bottom; ++y) {
        for (long x = left; x <= right; ++x) {
            m_cells[cell_key(x, y)].push_back(number);
        }
    }
}

bool GroundIndex::meets(Rect const &rect) const
{
    auto const met = [&](std::uint32_t i) { return m_all[i].meets(rect); };
    if (std::ranges::any_of(m_large, met)) {
        return true;
    }
    auto const [left, top, right, bottom] = cells_of(rect);
    for (long y = top; y <= bottom; ++y) {
        for (long x = left; x <= right; ++x) {
            auto const found = m_cells.find(cell_key(x, y));
            if (found != m_cells.end() && std::ranges::any_of(found->second, met)) {
                return true;
            }
        }
    }
    return false;
}

std::size_t GroundIndex::count(Rect const &rect) const
{
    std::vector<std::uint32_t> met;
    auto const look_at = [&](std::uint32_t i) {
        if (m_all[i].meets(rect)) {
            met.push_back(i);
        }
    };
    std::ranges::for_each(m_large, look_at);
    auto const [left, top, right, bottom] = cells_of(rect);
    for (long y = top; y <= bottom; ++y) {
        for (long x = left; x <= right; ++x) {
            if (auto const found = m_cells.find(cell_key(x, y)); found != m_cells.end()) {
                std::ranges::for_each(found->second, look_at);
            }
        }
    }
    std::ranges::sort(met);
    auto const repeated = std::ranges::unique(met);
    return met.size() - repeated.size();
}

bool LabelPlacer::free(Rect const &rect) const
{
    return rect.left >= m_view.left && rect.right <= m_view.right && rect.top >= m_view.top &&
           rect.bottom <= m_view.bottom && !m_taken.meets(rect);
}

bool LabelPlacer::take(Rect const &rect)
{
    if (!free(rect)) {
        return false;
    }
    m_taken.add(rect);
    return true;
}

std::optional<Rect> LabelPlacer::place(LabelWish const &wish, std::vector<Text> &out)
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
    auto const box_at = [&](ScreenPoint p) { return Rect{p.x - 2, p.y, p.x + width + 2, p.y + height}; };
    std::optional<std::size_t> chosen;
    std::size_t least = 0;
    for (std::size_t i = 0; i < positions.size(); ++i) {
        auto const box = box_at(positions[i]);
        if (!free(box)) {
            continue;
        }
        if (auto const covered = m_avoided.count(box); !chosen || covered < least) {
            chosen = i;
            least = covered;
        }
        if (least == 0) {
            break;
        }
    }
    if (!chosen) {
        return std::nullopt;
    }
    auto const box = box_at(positions[*chosen]);
    m_taken.add(box);
    bool const at_left = *chosen >= 3 && *chosen <= 5;
    bool const centred = *chosen > 5;
    float baseline = positions[*chosen].y;
    for (auto const &line : wish.lines) {
        float const own = m_fonts.width(line.face, line.text, line.size);
        float const indent = at_left ? width - own : centred ? (width - own) / 2 : 0;
        baseline += line.size * line_step;
        ScreenPoint const at{std::round(positions[*chosen].x + indent), std::round(baseline - line.size * 0.28F)};
        out.push_back(Text{at, line.text, line.face, line.size, line.colour, wish.halo, halo_width, 0, 0, {}});
    }
    return box;
}

std::optional<CourseLetters> letter_along(std::vector<ScreenPoint> course, LabelLine const &line, float spacing,
                                          Colour halo, FontMetrics const &fonts,
                                          std::function<bool(Rect const &)> const &free)
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
        return std::nullopt;
    }
    CourseLetters made;
    made.text =
        Text{{}, line.text, line.face, line.size, line.colour, halo, halo.a > 0 ? halo_width : 0.0F, spacing, 0, {}};
    float pen = (length - width) / 2;
    float last_angle = 0;
    for (char32_t const letter : letters) {
        float const advance = fonts.advance(line.face, letter, line.size);
        auto const [middle, angle] = at_length(course, pen + advance / 2);
        if (!made.ground.empty() && std::abs(angle - last_angle) > sharpest_turn) {
            return std::nullopt; // a course too crooked to be read
        }
        float const rad = angle * std::numbers::pi_v<float> / 180;
        float const c = std::cos(rad);
        float const s = std::sin(rad);
        // The baseline runs a third of a letter below the course, so that the word is centred on it.
        float const drop = line.size * 0.34F;
        made.text.letters.push_back(
            {{middle.x - c * advance / 2 - s * drop, middle.y - s * advance / 2 + c * drop}, angle});
        float const r = line.size * 0.6F;
        made.ground.push_back({middle.x - r, middle.y - r, middle.x + r, middle.y + r});
        last_angle = angle;
        pen += advance + spacing;
    }
    if (!std::ranges::all_of(made.ground, free)) {
        return std::nullopt;
    }
    made.text.at = made.text.letters.front().at;
    return made;
}

} // namespace app
