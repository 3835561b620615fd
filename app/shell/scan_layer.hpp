#pragma once

#include "app/paint/painter.hpp"
#include "app/shell/overview_builder.hpp"
#include "app/shell/scan_reader.hpp"
#include "app/shell/session.hpp"
#include "app/ui/layout.hpp"
#include "app/ui/scan_part.hpp"
#include "app/ui/scan_status.hpp"

#include <SFML/Graphics/Texture.hpp>

#include <list>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace app {

/**
 * The scans over the map: squares of the map plane, warped on a thread, kept as textures by level of detail, the least
 * lately seen thrown away first. Where a square is still to come, a part of a coarser one stands in. A large scan
 * without overviews is shown near by at once; from afar when its overviews are in the cache.
 */
class ScanLayer
{
public:
    /// \param cache folder for overviews
    explicit ScanLayer(std::filesystem::path cache);

    /// Once a frame. \param picture where the desk shows the chosen scan; empty: it does not
    void update(Session const &session, ViewerState const &state, PanelRect const &picture);
    /// What lies over the map, and on the desk. They refer to textures of this object.
    [[nodiscard]] Prepared over_map() const;
    [[nodiscard]] Prepared on_desk() const;
    /// One per scan of the state, in order.
    [[nodiscard]] std::vector<ScanStatus> const &status() const { return m_status; }
    /// True while later frames have something to show.
    [[nodiscard]] bool busy() const;
    /// The textures went with the window.
    void drop_textures();
    /// The projection or the files may be others now: all is read again.
    void forget();
    /// Waits for what is being read, for tests.
    void finish();

private:
    struct Tile
    {
        std::unique_ptr<sf::Texture> texture; ///< null: nothing of the scan lies there
        std::uint64_t seen = 0;               ///< number of the frame that last used it
        std::uint64_t content = 0;
    };
    struct Entry
    {
        std::string file;
        ScanNumber number = 0; ///< changes with the setting
        ScanSetting setting;
        ScanFacts facts;
        bool opened = false;
        std::map<TileAt, Tile> tiles;
        std::unique_ptr<OverviewBuilder> builder;
        bool built = false; ///< or given up
        ScanStatus status;
    };
    struct Quad
    {
        sf::Texture const *texture = nullptr;
        Rect part, to;
        float opacity = 1;
        std::uint64_t content = 0;
    };

    void follow(Session const &session, std::vector<DeskScan> const &scans);
    void set(Entry &entry, Session const &session, DeskScan const &scan);
    void build_overviews(Entry &entry);
    void take_done();
    void lay_tiles(Entry &entry, ViewerState const &state, float opacity, std::vector<TileWish> &wishes);
    void lay_picture(Entry &entry, ScanView const &view, PanelRect const &area);
    void throw_away();

    std::filesystem::path m_cache;
    std::unique_ptr<ScanReader> m_reader;
    std::list<Entry> m_entries; ///< one per scan of the state, in order
    std::vector<ScanStatus> m_status;
    std::vector<Quad> m_quads; ///< over the map
    Rect m_map_clip;
    std::optional<PartWish> m_part_wish; ///< what the desk would show
    std::optional<PartWish> m_part;      ///< what the texture shows
    std::unique_ptr<sf::Texture> m_part_texture;
    std::uint64_t m_part_content = 0;
    std::optional<Quad> m_part_quad;
    Rect m_part_clip;
    std::uint64_t m_frame = 0;
    std::uint64_t m_made = 0; ///< textures so far
    ScanNumber m_numbers = 0; ///< given so far
    bool m_waits = false;
};

} // namespace app
