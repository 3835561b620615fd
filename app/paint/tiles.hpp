#pragma once

#include <cstdint>
#include <vector>

namespace app {

/// Whole pixels from the top left corner; right and bottom are outside.
struct PixelRect
{
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
    [[nodiscard]] int width() const { return right - left; }
    [[nodiscard]] int height() const { return bottom - top; }
    [[nodiscard]] bool empty() const { return right <= left || bottom <= top; }
    [[nodiscard]] bool meets(PixelRect const &o) const
    {
        return left < o.right && o.left < right && top < o.bottom && o.top < bottom;
    }
    friend bool operator==(PixelRect const &, PixelRect const &) = default;
};

/// A part of the picture to paint anew.
struct Part
{
    PixelRect rect;
    bool covered = false; ///< wholly under something opaque: what lies below that need not be painted
    friend bool operator==(Part const &, Part const &) = default;
};

/**
 * Tells which parts of a picture differ from the one before, without looking at pixels: the picture is cut into square
 * tiles, and each keeps a hash of all that was drawn over it, in order. Knows no library of graphics.
 */
class Tiles
{
public:
    static constexpr int size = 32; ///< pixels

    /// Starts the next picture. \param covers opaque ground that hides what is drawn below it
    void begin(int width, int height, std::vector<PixelRect> const &covers);
    /// Something drawn within these bounds (pixels). \param below whether the covers hide it
    void add(float left, float top, float right, float bottom, std::uint64_t hash, bool below);
    /// The parts that differ from what is painted, few and large; the picture then counts as painted.
    [[nodiscard]] std::vector<Part> finish();
    /// The share of the tiles that differed from the picture before.
    [[nodiscard]] double changed_share() const { return m_changed_share; }
    /// The whole picture in parts, whether they differ or not.
    [[nodiscard]] std::vector<Part> all() const;
    /// Fewer rectangles that cover these parts: for showing them, which costs more a piece than painting.
    [[nodiscard]] std::vector<PixelRect> to_show(std::vector<Part> const &parts) const;
    /// Nothing is painted any more.
    void forget();

private:
    [[nodiscard]] std::vector<Part> merged(std::vector<bool> const &wanted) const;
    [[nodiscard]] bool is_covered(PixelRect const &tiles) const;
    [[nodiscard]] Part part_of(PixelRect const &tiles) const;
    [[nodiscard]] std::size_t index(int column, int row) const
    {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) + static_cast<std::size_t>(column);
    }

    int m_width = 0;
    int m_height = 0;
    int m_columns = 0;
    int m_rows = 0;
    std::vector<std::uint64_t> m_painted; ///< the content of the picture before
    std::vector<std::uint64_t> m_next;
    double m_changed_share = 0;
    std::vector<bool> m_covered;
};

/// Mixes another number into a hash; the order counts.
[[nodiscard]] constexpr std::uint64_t mix(std::uint64_t hash, std::uint64_t value)
{
    hash = (hash ^ value) * 0x9E3779B97F4A7C15U;
    return hash ^ (hash >> 29U);
}

} // namespace app
