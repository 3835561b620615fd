#include "app/shell/scan_layer.hpp"

#include "app/scene/camera.hpp"
#include "app/shell/textured_quad.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace app {
namespace {

constexpr std::size_t most_tiles = 320;  ///< kept, a quarter of a MiB each
constexpr int coarser_levels = 6;        ///< that may stand in for a square
constexpr double finest_without_overviews = 4; ///< pixels of the scan in one: farther away reading takes too long

long floor_div(long value, int by)
{
    return value >= 0 ? value / by : -((-value + by - 1) / by);
}

/// A texture of pixels; null where there are none, or all are transparent.
std::unique_ptr<sf::Texture> texture_of(geo::Pixels const &pixels)
{
    bool any = false;
    for (std::size_t i = 3; i < pixels.rgba.size() && !any; i += 4) {
        any = pixels.rgba[i] != 0;
    }
    if (!any) {
        return nullptr;
    }
    auto texture = std::make_unique<sf::Texture>();
    if (!texture->create(static_cast<unsigned>(pixels.width), static_cast<unsigned>(pixels.height))) {
        throw std::runtime_error{"a scan is too large for this computer's graphics"};
    }
    texture->update(pixels.rgba.data());
    texture->setSmooth(true);
    return texture;
}

/// Map metres in one pixel of the scan.
double metres_per_pixel(ScanFacts const &facts)
{
    return facts.width > 0 ? (facts.extent.right - facts.extent.left) / facts.width : 1;
}

Rect whole_pixels(Rect const &r)
{
    return {std::round(r.left), std::round(r.top), std::round(r.right), std::round(r.bottom)};
}

} // namespace

ScanLayer::ScanLayer(std::filesystem::path cache) : m_cache{std::move(cache)} {}

void ScanLayer::update(Session const &session, ViewerState const &state, PanelRect const &picture)
{
    ++m_frame;
    m_waits = false;
    auto const &scans = state.desk.scans;
    if (scans.all.empty() && m_entries.empty()) {
        return;
    }
    if (!m_reader) {
        m_reader = std::make_unique<ScanReader>(session.projection.definition(), session.atlas->info.home);
    }
    follow(session, scans.all);
    take_done();
    m_quads.clear();
    m_part_quad.reset();
    m_part_wish.reset();
    std::vector<TileWish> wishes;
    m_map_clip = {scans.swipe * static_cast<float>(state.viewport.width), 0, static_cast<float>(state.viewport.width),
                  static_cast<float>(state.viewport.height)};
    m_status.clear();
    std::size_t number = 0;
    for (auto &entry : m_entries) {
        if (scans.all[number].shown && entry.opened && entry.facts.laid) {
            lay_tiles(entry, state, scans.all[number].opacity, wishes);
        }
        if (number == scans.chosen && entry.opened && !picture.empty()) {
            lay_picture(entry, scans.view, picture);
        }
        build_overviews(entry);
        m_status.push_back(entry.status);
        ++number;
    }
    bool const part_waits = m_part_wish && m_part_wish != m_part;
    m_reader->want(part_waits ? m_part_wish : std::nullopt, std::move(wishes));
    throw_away();
}

/// Brings the entries into the order and settings of the state.
void ScanLayer::follow(Session const &session, std::vector<DeskScan> const &scans)
{
    std::list<Entry> before = std::move(m_entries);
    m_entries.clear();
    for (auto const &scan : scans) {
        auto const known = std::ranges::find(before, scan.file, &Entry::file);
        if (known != before.end()) {
            m_entries.splice(m_entries.end(), before, known);
        } else {
            m_entries.emplace_back().file = scan.file;
        }
        set(m_entries.back(), session, scan);
    }
    for (auto const &gone : before) {
        m_reader->close(gone.number);
    }
}

void ScanLayer::set(Entry &entry, Session const &session, DeskScan const &scan)
{
    ScanSetting setting{scan.file, entry.setting.overviews, scan.fitting, {}};
    if (entry.number == 0) {
        if (auto const vrt = geo::overviews_for(scan.file, m_cache); geo::has_overviews(vrt)) {
            setting.overviews = vrt;
        }
    }
    if (scan.points.size() >= geo::least_points(scan.fitting)) {
        setting.points = scan.points;
    }
    if (entry.number != 0 && setting == entry.setting) {
        return;
    }
    entry.status.residuals_m.clear();
    entry.status.fitted.clear();
    entry.status.fit_error.clear();
    if (!setting.points.empty()) {
        try {
            geo::Georeference const fit{setting.points, setting.fitting, session.projection};
            entry.status.residuals_m = fit.residuals();
            entry.status.rms_m = fit.rms();
            for (auto const &point : setting.points) {
                entry.status.fitted.push_back(fit.to_map(point.pixel, point.line));
            }
        } catch (std::runtime_error const &reason) {
            entry.status.fit_error = reason.what();
            setting.points.clear();
        }
    }
    if (entry.number != 0) {
        m_reader->close(entry.number);
    }
    entry.setting = setting;
    entry.number = ++m_numbers;
    entry.tiles.clear();
    m_reader->open(entry.number, std::move(setting));
}

void ScanLayer::build_overviews(Entry &entry)
{
    if (entry.builder && entry.builder->done()) {
        entry.built = true;
        entry.status.building.reset();
        auto const vrt = geo::overviews_for(entry.file, m_cache);
        if (!entry.builder->error().empty()) {
            entry.status.error = entry.builder->error(); // seen from near it still serves
        } else if (geo::has_overviews(vrt)) {
            entry.setting.overviews = vrt;
            m_reader->close(entry.number);
            entry.number = ++m_numbers;
            entry.opened = false;
            entry.tiles.clear();
            m_part.reset();
            m_reader->open(entry.number, entry.setting);
        }
        entry.builder.reset();
        m_waits = true;
    }
    if (entry.opened && entry.facts.wants_overviews && !entry.built && !entry.builder) {
        entry.builder = std::make_unique<OverviewBuilder>(entry.file, geo::overviews_for(entry.file, m_cache));
    }
    if (entry.builder) {
        entry.status.building = entry.builder->progress();
        m_waits = true;
    }
}

void ScanLayer::take_done()
{
    auto done = m_reader->take();
    auto const entry_of = [&](ScanNumber number) {
        return std::ranges::find(m_entries, number, &Entry::number);
    };
    for (auto &[number, facts] : done.opened) {
        if (auto const entry = entry_of(number); entry != m_entries.end()) {
            entry->opened = true;
            auto &status = entry->status;
            status.opened = true;
            status.error = facts.error;
            if (facts.error.empty() || entry->facts.width == 0) {
                status.width = facts.width;
                status.height = facts.height;
                status.referenced = facts.referenced;
            }
            status.extent = facts.laid ? std::optional{facts.extent} : std::nullopt;
            entry->facts = std::move(facts);
        }
    }
    for (auto &[wish, pixels] : done.tiles) {
        if (auto const entry = entry_of(wish.scan); entry != m_entries.end()) {
            entry->tiles[wish.at] = {texture_of(pixels), m_frame, ++m_made};
        }
    }
    if (done.part && entry_of(done.part->first.scan) != m_entries.end()) {
        m_part = done.part->first;
        m_part_texture = texture_of(done.part->second);
        m_part_content = ++m_made;
    }
}

void ScanLayer::lay_tiles(Entry &entry, ViewerState const &state, float opacity, std::vector<TileWish> &wishes)
{
    auto const &extent = entry.facts.extent;
    auto const &camera = state.camera;
    double const own = metres_per_pixel(entry.facts);
    int const level = std::max(static_cast<int>(std::lround(std::log2(camera.metres_per_pixel))),
                               static_cast<int>(std::floor(std::log2(own))));
    bool const too_slow = entry.facts.wants_overviews && std::ldexp(1, level) > finest_without_overviews * own;
    auto const view = visible(camera, state.viewport);
    double const side = std::ldexp(tile_pixels, level);
    auto const first = [&](double a, double b) { return static_cast<long>(std::floor(std::max(a, b) / side)); };
    auto const last = [&](double a, double b) { return static_cast<long>(std::ceil(std::min(a, b) / side)) - 1; };
    for (long row = last(view.top, extent.top); row >= first(view.bottom, extent.bottom); --row) {
        for (long column = first(view.left, extent.left); column <= last(view.right, extent.right); ++column) {
            TileAt const at{level, column, row};
            auto const box = at.box();
            auto const corner = to_screen(camera, state.viewport, {box.left, box.top});
            auto const other = to_screen(camera, state.viewport, {box.right, box.bottom});
            auto const to = whole_pixels({corner.x, corner.y, other.x, other.y});
            bool found = false;
            for (int up = 0; up <= coarser_levels && !found; ++up) {
                TileAt const in{level + up, floor_div(column, 1 << up), floor_div(row, 1 << up)};
                auto const tile = entry.tiles.find(in);
                if (tile == entry.tiles.end()) {
                    continue;
                }
                found = true;
                tile->second.seen = m_frame;
                if (tile->second.texture) {
                    float const size = static_cast<float>(tile_pixels) / static_cast<float>(1 << up);
                    auto const left = static_cast<float>(column - in.column * (1 << up)) * size;
                    // Rows count northward, texels southward.
                    auto const top = static_cast<float>(((in.row + 1) * (1 << up)) - row - 1) * size;
                    m_quads.push_back({tile->second.texture.get(), {left, top, left + size, top + size}, to, opacity,
                                       tile->second.content});
                }
            }
            if (!entry.tiles.contains(at) && !too_slow) {
                wishes.push_back({entry.number, at});
            }
        }
    }
}

void ScanLayer::lay_picture(Entry &entry, ScanView const &view, PanelRect const &area)
{
    int const width = entry.status.width;
    int const height = entry.status.height;
    if (width <= 0 || height <= 0) {
        return;
    }
    auto const part = part_shown(view, width, height, area);
    double const left = std::clamp(std::floor(part.left), 0.0, width - 1.0);
    double const top = std::clamp(std::floor(part.top), 0.0, height - 1.0);
    double const right = std::clamp(std::ceil(part.left + area.width * part.pixels), left + 1, width + 0.0);
    double const bottom = std::clamp(std::ceil(part.top + area.height * part.pixels), top + 1, height + 0.0);
    double const shrink = std::max(part.pixels, 1.0); // what is magnified is read as it is
    m_part_wish = PartWish{entry.number, left, top, right, bottom,
                           std::max(1, static_cast<int>(std::ceil((right - left) / shrink))),
                           std::max(1, static_cast<int>(std::ceil((bottom - top) / shrink)))};
    m_part_clip = {area.x, area.y, area.x + area.width, area.y + area.height};
    if (!m_part || !m_part_texture || m_part->scan != entry.number) {
        return;
    }
    // The last picture stands where the present view has it, until the next one comes.
    auto const x = [&](double pixel) { return area.x + static_cast<float>((pixel - part.left) / part.pixels); };
    auto const y = [&](double line) { return area.y + static_cast<float>((line - part.top) / part.pixels); };
    auto const size = m_part_texture->getSize();
    m_part_quad = Quad{m_part_texture.get(),
                       {0, 0, static_cast<float>(size.x), static_cast<float>(size.y)},
                       {x(m_part->left), y(m_part->top), x(m_part->right), y(m_part->bottom)},
                       1,
                       m_part_content};
}

/// Keeps the number of textures within bounds: those longest out of sight go.
void ScanLayer::throw_away()
{
    std::vector<std::uint64_t> seen;
    for (auto const &entry : m_entries) {
        for (auto const &[at, tile] : entry.tiles) {
            seen.push_back(tile.seen);
        }
    }
    if (seen.size() <= most_tiles) {
        return;
    }
    auto const limit = seen.begin() + static_cast<std::ptrdiff_t>(seen.size() - most_tiles);
    std::ranges::nth_element(seen, limit);
    for (auto &entry : m_entries) {
        std::erase_if(entry.tiles, [&](auto const &pair) { return pair.second.seen < std::min(*limit, m_frame); });
    }
}

Prepared ScanLayer::over_map() const
{
    Prepared prepared;
    for (auto const &quad : m_quads) {
        append_quad(prepared, *quad.texture, quad.part, quad.to, m_map_clip, quad.opacity, quad.content);
    }
    return prepared;
}

Prepared ScanLayer::on_desk() const
{
    Prepared prepared;
    if (m_part_quad) {
        append_quad(prepared, *m_part_quad->texture, m_part_quad->part, m_part_quad->to, m_part_clip, 1,
                    m_part_quad->content);
    }
    return prepared;
}

bool ScanLayer::busy() const
{
    return m_waits || (m_reader && m_reader->busy());
}

void ScanLayer::drop_textures()
{
    for (auto &entry : m_entries) {
        entry.tiles.clear();
    }
    m_quads.clear();
    m_part_quad.reset();
    m_part.reset();
    m_part_texture.reset();
}

void ScanLayer::forget()
{
    drop_textures();
    m_reader.reset();
    m_entries.clear();
    m_status.clear();
}

void ScanLayer::finish()
{
    if (m_reader) {
        m_reader->finish();
    }
}

} // namespace app
