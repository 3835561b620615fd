#pragma once

#include "geo/raster/scan.hpp"

#include <compare>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace app {

/// How a scan is opened and laid.
struct ScanSetting
{
    std::string file;
    std::filesystem::path overviews; ///< VRT of the cache beside which they lie; empty: the raster's own
    geo::Fitting fitting = geo::Fitting::affine;
    std::vector<geo::ControlPoint> points; ///< empty: as the file itself says
    friend bool operator==(ScanSetting const &, ScanSetting const &) = default;
};

/// What opening a scan told.
struct ScanFacts
{
    int width = 0;
    int height = 0;
    bool referenced = false; ///< the file itself says where it lies
    bool laid = false;
    bool wants_overviews = false;
    geo::PlaneBox extent; ///< of the map plane, if it is laid
    std::string error;    ///< one line; empty: all is well
};

using ScanNumber = std::uint64_t;

/// A square of the map plane. Its side is tile_pixels · 2^level metres; columns count eastward and rows northward from
/// the origin of the plane.
struct TileAt
{
    int level = 0;
    long column = 0;
    long row = 0;
    friend auto operator<=>(TileAt const &, TileAt const &) = default;

    [[nodiscard]] geo::PlaneBox box() const;
};
constexpr int tile_pixels = 256;

struct TileWish
{
    ScanNumber scan = 0;
    TileAt at;
    friend bool operator==(TileWish const &, TileWish const &) = default;
};

/// A rectangle of a scan in its own pixels, and the size in which it is wanted.
struct PartWish
{
    ScanNumber scan = 0;
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    int width = 0;
    int height = 0;
    friend bool operator==(PartWish const &, PartWish const &) = default;
};

/**
 * Opens, reads and warps scans on a thread of its own, so that no frame waits for a disk. What is wanted is told anew
 * whenever it changes; what was wanted before and has not begun is then let be.
 */
class ScanReader
{
public:
    /// \param crs, extent of the atlas's projection
    ScanReader(std::string crs, geo::Box extent);
    ~ScanReader();
    ScanReader(ScanReader const &) = delete;
    ScanReader &operator=(ScanReader const &) = delete;

    void open(ScanNumber number, ScanSetting setting);
    void close(ScanNumber number);
    void want(std::optional<PartWish> part, std::vector<TileWish> tiles);

    struct Done
    {
        std::vector<std::pair<ScanNumber, ScanFacts>> opened;
        std::vector<std::pair<TileWish, geo::Pixels>> tiles;
        std::optional<std::pair<PartWish, geo::Pixels>> part;
    };
    /// What was finished since the last call.
    [[nodiscard]] Done take();
    [[nodiscard]] bool busy() const;
    /// Waits until nothing that is wanted is left, for tests.
    void finish();

private:
    struct Open;
    void run(std::stop_token const &stop);
    [[nodiscard]] bool idle() const;

    std::string m_crs;
    geo::Box m_extent;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_news;
    std::deque<std::pair<ScanNumber, ScanSetting>> m_to_open;
    std::vector<ScanNumber> m_to_close;
    std::optional<PartWish> m_part;
    std::deque<TileWish> m_tiles;
    bool m_working = false;
    std::optional<TileWish> m_now; ///< the tile that is being read
    Done m_done;
    std::jthread m_thread; ///< last: it uses the rest
};

} // namespace app
