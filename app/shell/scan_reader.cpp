#include "app/shell/scan_reader.hpp"

#include "geo/project/projection.hpp"

#include <algorithm>
#include <cmath>
#include <exception>
#include <functional>

namespace app {

geo::PlaneBox TileAt::box() const
{
    double const side = std::ldexp(tile_pixels, level);
    auto const left = static_cast<double>(column) * side;
    auto const bottom = static_cast<double>(row) * side;
    return {left, bottom, left + side, bottom + side};
}

/// The scans as this thread has them: GDAL's datasets and PROJ's projections stay on one thread.
struct ScanReader::Open
{
    geo::Projection projection;
    std::map<ScanNumber, geo::Scan> scans;

    ScanFacts open(ScanNumber number, ScanSetting const &setting)
    {
        ScanFacts facts;
        try {
            geo::Scan scan{setting.file, projection.definition(), setting.overviews};
            facts.width = scan.width();
            facts.height = scan.height();
            facts.referenced = scan.referenced();
            facts.wants_overviews = scan.wants_overviews();
            if (!setting.points.empty()) {
                scan.lay(setting.points, setting.fitting, projection);
            }
            facts.laid = scan.laid();
            if (facts.laid) {
                facts.extent = scan.extent();
            }
            scans.insert_or_assign(number, std::move(scan));
        } catch (std::exception const &failure) {
            facts.error = failure.what();
            facts.laid = false;
        }
        return facts;
    }
};

ScanReader::ScanReader(std::string crs, geo::Box extent)
: m_crs{std::move(crs)}, m_extent{extent}, m_thread{[this](std::stop_token const &stop) { run(stop); }}
{}

ScanReader::~ScanReader() = default;

void ScanReader::open(ScanNumber number, ScanSetting setting)
{
    std::lock_guard const lock{m_mutex};
    m_to_open.emplace_back(number, std::move(setting));
    m_news.notify_all();
}

void ScanReader::close(ScanNumber number)
{
    std::lock_guard const lock{m_mutex};
    m_to_close.push_back(number);
    m_news.notify_all();
}

void ScanReader::want(std::optional<PartWish> part, std::vector<TileWish> tiles)
{
    std::lock_guard const lock{m_mutex};
    // What is being read, or was and is still to be fetched, is not read again.
    m_part = m_done.part && m_done.part->first == part ? std::nullopt : part;
    std::erase_if(tiles, [&](TileWish const &tile) {
        return tile == m_now || std::ranges::any_of(m_done.tiles, [&](auto const &made) { return made.first == tile; });
    });
    m_tiles.assign(tiles.begin(), tiles.end());
    m_news.notify_all();
}

ScanReader::Done ScanReader::take()
{
    std::lock_guard const lock{m_mutex};
    return std::exchange(m_done, {});
}

bool ScanReader::idle() const
{
    return m_to_open.empty() && !m_part && m_tiles.empty() && m_to_close.empty();
}

bool ScanReader::busy() const
{
    std::lock_guard const lock{m_mutex};
    return m_working || !idle() || !m_done.opened.empty() || !m_done.tiles.empty() || m_done.part;
}

void ScanReader::finish()
{
    std::unique_lock lock{m_mutex};
    m_news.wait(lock, [this] { return !m_working && idle(); });
}

void ScanReader::run(std::stop_token const &stop)
{
    Open mine{geo::Projection{m_crs, m_extent}, {}};
    std::unique_lock lock{m_mutex};
    // Does a piece of work with the lock open.
    auto const beside = [&](auto const &work) {
        m_working = true;
        lock.unlock();
        auto result = work();
        lock.lock();
        m_working = false;
        return result;
    };
    // A picture that cannot be read is told with its scan and stays empty.
    auto const pixels_of = [&](ScanNumber number, std::function<geo::Pixels(geo::Scan const &)> const &read) {
        auto const found = mine.scans.find(number);
        if (found == mine.scans.end()) {
            return geo::Pixels{};
        }
        try {
            return beside([&] { return read(found->second); });
        } catch (std::exception const &failure) {
            lock.lock();
            m_working = false;
            ScanFacts facts;
            facts.error = failure.what();
            m_done.opened.emplace_back(number, std::move(facts));
            mine.scans.erase(found);
            return geo::Pixels{};
        }
    };
    while (m_news.wait(lock, stop, [this] { return !idle(); }) && !stop.stop_requested()) {
        if (!m_to_close.empty()) {
            mine.scans.erase(m_to_close.back());
            m_to_close.pop_back();
        } else if (!m_to_open.empty()) {
            auto const [number, setting] = std::move(m_to_open.front());
            m_to_open.pop_front();
            m_done.opened.emplace_back(number, beside([&] { return mine.open(number, setting); }));
        } else if (m_part) {
            auto const part = *std::exchange(m_part, {});
            m_done.part.emplace(part, pixels_of(part.scan, [&](geo::Scan const &scan) {
                                    return scan.part(part.left, part.top, part.right, part.bottom, part.width,
                                                     part.height);
                                }));
        } else {
            auto const tile = m_tiles.front();
            m_tiles.pop_front();
            m_now = tile;
            m_done.tiles.emplace_back(tile, pixels_of(tile.scan, [&](geo::Scan const &scan) {
                                          return scan.warped(tile.at.box(), tile_pixels, tile_pixels);
                                      }));
            m_now.reset();
        }
        m_news.notify_all();
    }
}

} // namespace app
