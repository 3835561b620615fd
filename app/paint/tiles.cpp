#include "app/paint/tiles.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace app {
namespace {

/// What a part costs before its first pixel, in tiles, and how many there may be.
struct Cost
{
    int of_part;
    std::size_t most;
};
constexpr Cost painting{8, 12};
constexpr Cost showing{300, 4}; // each is a word to the X server and its answer

PixelRect hull(PixelRect const &a, PixelRect const &b)
{
    return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right), std::max(a.bottom, b.bottom)};
}

int area(PixelRect const &r)
{
    return r.width() * r.height();
}

/// Runs of wanted tiles, joined where those of neighbouring rows are alike; in units of tiles.
std::vector<PixelRect> runs(std::vector<bool> const &wanted, int columns, int rows)
{
    std::vector<PixelRect> found;
    std::size_t open = 0; // the first that may still grow down
    for (int row = 0; row < rows; ++row) {
        auto const first_of_row = found.size();
        for (int column = 0; column < columns;) {
            auto const at = [&](int c) { return wanted[static_cast<std::size_t>(row * columns + c)]; };
            if (!at(column)) {
                ++column;
                continue;
            }
            int const begin = column;
            while (column < columns && at(column)) {
                ++column;
            }
            auto const end_of_old = found.begin() + static_cast<std::ptrdiff_t>(first_of_row);
            auto const above =
                std::find_if(found.begin() + static_cast<std::ptrdiff_t>(open), end_of_old, [&](PixelRect const &r) {
                    return r.left == begin && r.right == column && r.bottom == row;
                });
            if (above != end_of_old) {
                above->bottom = row + 1;
            } else {
                found.push_back({begin, row, column, row + 1});
            }
        }
        while (open < found.size() && found[open].bottom <= row) {
            ++open;
        }
    }
    return found;
}

/// Joins the two that waste least, as long as that pays or there are too many.
void join(std::vector<PixelRect> &rects, Cost const &cost)
{
    constexpr std::size_t too_many = 64; // to compare each with each
    while (rects.size() > too_many) {
        std::size_t kept = 0;
        for (std::size_t i = 0; i < rects.size(); i += 2) {
            rects[kept++] = i + 1 < rects.size() ? hull(rects[i], rects[i + 1]) : rects[i];
        }
        rects.resize(kept);
    }
    while (rects.size() > 1) {
        int least = std::numeric_limits<int>::max();
        std::size_t first = 0;
        std::size_t second = 0;
        for (std::size_t i = 0; i < rects.size(); ++i) {
            for (std::size_t k = i + 1; k < rects.size(); ++k) {
                int const waste = area(hull(rects[i], rects[k])) - area(rects[i]) - area(rects[k]);
                if (waste < least) {
                    least = waste;
                    first = i;
                    second = k;
                }
            }
        }
        if (least > cost.of_part && rects.size() <= cost.most) {
            return;
        }
        rects[first] = hull(rects[first], rects[second]);
        rects.erase(rects.begin() + static_cast<std::ptrdiff_t>(second));
    }
}

} // namespace

void Tiles::begin(int width, int height, std::vector<PixelRect> const &covers)
{
    if (width != m_width || height != m_height) {
        m_width = width;
        m_height = height;
        m_columns = (width + size - 1) / size;
        m_rows = (height + size - 1) / size;
        forget();
    }
    m_next.assign(m_painted.size(), 1);
    m_covered.assign(m_painted.size(), false);
    for (auto const &cover : covers) { // only tiles that lie in it whole
        int const right = std::min(m_columns, cover.right >= width ? m_columns : cover.right / size);
        int const bottom = std::min(m_rows, cover.bottom >= height ? m_rows : cover.bottom / size);
        for (int row = (std::max(0, cover.top) + size - 1) / size; row < bottom; ++row) {
            for (int column = (std::max(0, cover.left) + size - 1) / size; column < right; ++column) {
                m_covered[index(column, row)] = true;
                m_next[index(column, row)] = 2;
            }
        }
    }
}

void Tiles::add(float left, float top, float right, float bottom, std::uint64_t hash, bool below)
{
    if (!(right >= 0 && bottom >= 0 && left < static_cast<float>(m_width) && top < static_cast<float>(m_height))) {
        return;
    }
    auto const tile = [](float at, int last) {
        return static_cast<int>(std::clamp(at, 0.0F, static_cast<float>(last))) / size;
    };
    int const last_column = tile(right, m_width - 1);
    int const last_row = tile(bottom, m_height - 1);
    for (int row = tile(top, m_height - 1); row <= last_row; ++row) {
        for (int column = tile(left, m_width - 1); column <= last_column; ++column) {
            auto const i = index(column, row);
            if (!below || !m_covered[i]) {
                m_next[i] = mix(m_next[i], hash);
            }
        }
    }
}

std::vector<Part> Tiles::finish()
{
    std::vector<bool> wanted(m_next.size());
    std::size_t changed = 0;
    for (std::size_t i = 0; i < m_next.size(); ++i) {
        wanted[i] = m_next[i] != m_painted[i];
        changed += wanted[i] ? 1 : 0;
    }
    m_changed_share = static_cast<double>(changed) / static_cast<double>(std::max<std::size_t>(1, m_next.size()));
    m_painted = m_next;
    return merged(wanted);
}

std::vector<Part> Tiles::all() const
{
    return merged(std::vector<bool>(m_covered.size(), true));
}

void Tiles::forget()
{
    m_painted.assign(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows), 0);
}

std::vector<Part> Tiles::merged(std::vector<bool> const &wanted) const
{
    // Open and covered tiles apart, so that joining does not spoil what is covered.
    std::vector<Part> parts;
    for (bool const covered : {false, true}) {
        auto own = wanted;
        for (std::size_t i = 0; i < own.size(); ++i) {
            own[i] = own[i] && m_covered[i] == covered;
        }
        auto rects = runs(own, m_columns, m_rows);
        join(rects, painting);
        for (auto const &rect : rects) {
            parts.push_back(part_of(rect));
        }
    }
    return parts;
}

std::vector<PixelRect> Tiles::to_show(std::vector<Part> const &parts) const
{
    std::vector<PixelRect> rects;
    rects.reserve(parts.size());
    for (auto const &[rect, covered] : parts) {
        rects.push_back(
            {rect.left / size, rect.top / size, (rect.right + size - 1) / size, (rect.bottom + size - 1) / size});
    }
    join(rects, showing);
    for (auto &rect : rects) {
        rect = {rect.left * size, rect.top * size, std::min(m_width, rect.right * size),
                std::min(m_height, rect.bottom * size)};
    }
    return rects;
}

bool Tiles::is_covered(PixelRect const &tiles) const
{
    for (int row = tiles.top; row < tiles.bottom; ++row) {
        for (int column = tiles.left; column < tiles.right; ++column) {
            if (!m_covered[index(column, row)]) {
                return false;
            }
        }
    }
    return true;
}

Part Tiles::part_of(PixelRect const &tiles) const
{
    return {{tiles.left * size, tiles.top * size, std::min(m_width, tiles.right * size),
             std::min(m_height, tiles.bottom * size)},
            is_covered(tiles)};
}

} // namespace app
