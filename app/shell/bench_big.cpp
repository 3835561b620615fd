#include "app/shell/bench_big.hpp"

#include <fmt/format.h>
#include <fmt/os.h>

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <stdexcept>
#include <string>

namespace app {
namespace {

constexpr int columns = 25;
constexpr int rows = 20;
constexpr double west = 40;
constexpr double south = 35;
constexpr double size = 1; ///< of a land, degrees
constexpr int roads = 40;  ///< from west to east
constexpr int towns = 50;  ///< on each

/// The same sequence of numbers in [0, 1) everywhere.
class Dice
{
public:
    double next()
    {
        m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<double>(m_state >> 11U) / 9007199254740992.0;
    }

private:
    std::uint64_t m_state = 1920;
};

/// Where a border wanders to at a share of its length, degrees from the straight line; 0 at both ends.
double wander(int number, double share)
{
    double const calm = std::sin(share * M_PI);
    return calm * (0.08 * std::sin(share * 21 + number) + 0.03 * std::sin(share * 170 + 3.0 * number) +
                   0.008 * std::sin(share * 1700 + 7.0 * number));
}

class Writer
{
public:
    Writer(std::filesystem::path folder, std::size_t vertices, std::size_t units)
    : m_folder{std::move(folder)}, m_side_points{static_cast<int>(vertices / (4UL * columns * rows))}, m_units{units}
    {}

    void write()
    {
        file("atlas.json")
            .print(
                R"({{"format": "marshrut-atlas/1", "id": "big", "version": "1", "title": {{"en": "A big atlas"}},
"span": "1900-05-01/1900-05-10", "opening": {{"at": "1900-05-03T12:00", "ruler": "1900-05-01/1900-05-10"}},
"clock": {{"en": "Local time"}}, "home": [{}, {}, {}, {}], "languages": ["en"],
"layers": ["regions.geojson", "lines.geojson", "places.geojson"], "licence": "CC0-1.0", "attribution": {{"en": "Made up"}},
"sides": [{{"id": "blue", "colour": "#14617F", "name": {{"en": "Blue"}}}}, {{"id": "red", "colour": "#B3261E", "name": {{"en": "Red"}}}}]}})",
                west, south, west + columns * size, south + rows * size);
        file("sources.json").print(R"([{{"id": "made_up", "type": "dataset", "title": "Made up"}}])");
        write_regions();
        write_towns();
        write_units();
    }

private:
    [[nodiscard]] fmt::ostream file(char const *name) const { return fmt::output_file((m_folder / name).string()); }

    /// The point at `i` of the border that starts at a corner of the grid and goes east or north.
    void border_point(fmt::ostream &out, int column, int row, bool east, int i) const
    {
        double const share = static_cast<double>(i) / m_side_points;
        double const off = wander(column * 31 + row * 57 + (east ? 1 : 0), share);
        double const lon = west + size * (column + (east ? share : off));
        double const lat = south + size * (row + (east ? off : share));
        out.print("[{:.7f},{:.7f}],", lon, lat);
    }

    void write_regions() const
    {
        auto out = file("regions.geojson");
        out.print(R"({{"type": "FeatureCollection", "features": [)");
        for (int row = 0; row < rows; ++row) {
            for (int column = 0; column < columns; ++column) {
                out.print(
                    R"({}{{"type": "Feature", "properties": {{"id": "r{}_{}", "polity": "p{}", "name_en": "Land {}",
"status": "sovereign", "sources": "made_up"}}, "geometry": {{"type": "Polygon", "coordinates": [[)",
                    row + column == 0 ? "" : ",\n", column, row, (column + 3 * row) % 7, row * columns + column);
                for (int i = 0; i < m_side_points; ++i) {
                    border_point(out, column, row, true, i);
                }
                for (int i = 0; i < m_side_points; ++i) {
                    border_point(out, column + 1, row, false, i);
                }
                for (int i = m_side_points; i > 0; --i) {
                    border_point(out, column, row + 1, true, i);
                }
                for (int i = m_side_points; i > 0; --i) {
                    border_point(out, column, row, false, i);
                }
                out.print("[{:.7f},{:.7f}]]]}}}}", west + size * column, south + size * row);
            }
        }
        out.print("]}}\n");
    }

    void write_towns()
    {
        auto towns_file = file("places.geojson");
        auto roads_file = file("lines.geojson");
        for (auto *const out : {&towns_file, &roads_file}) {
            out->print(R"({{"type": "FeatureCollection", "features": [)");
        }
        for (int road = 0; road < roads; ++road) {
            roads_file.print(
                R"({}{{"type": "Feature", "properties": {{"id": "road{}", "kind": "road", "sources": "made_up"}},
"geometry": {{"type": "LineString", "coordinates": [)",
                road == 0 ? "" : ",\n", road);
            for (int town = 0; town < towns; ++town) {
                double const lon = west + (town + 0.2 + 0.6 * m_dice.next()) * columns * size / towns;
                double const lat = south + (road + 0.2 + 0.6 * m_dice.next()) * rows * size / roads;
                roads_file.print("{}[{:.6f},{:.6f}]", town == 0 ? "" : ",", lon, lat);
                towns_file.print(
                    R"({}{{"type": "Feature", "properties": {{"id": "t{}_{}", "kind": "town", "name_en": "Town {}",
"rank": {}, "sources": "made_up"}}, "geometry": {{"type": "Point", "coordinates": [{:.6f},{:.6f}]}}}})",
                    road + town == 0 ? "" : ",\n", road, town, road * towns + town, 3 + town % 3, lon, lat);
            }
            roads_file.print("]}}}}");
        }
        for (auto *const out : {&towns_file, &roads_file}) {
            out->print("]}}\n");
        }
    }

    void write_units()
    {
        auto units = file("units.csv");
        auto fixes = file("fixes.csv");
        units.print("id,name_en,side,kind,symbol,sources\n");
        fixes.print("unit_id,seq,place_id,arrival,departure,mode,sources\n");
        constexpr int farthest = 10; // towns along the road
        for (std::size_t i = 0; i < m_units; ++i) {
            units.print("u{},Regiment {},{},regiment,rifle,made_up\n", i, i, i % 2 == 0 ? "blue" : "red");
            auto const road = static_cast<int>(i % roads);
            auto const from = static_cast<int>(m_dice.next() * towns);
            auto const off = 1 + static_cast<int>(m_dice.next() * farthest);
            int const to = from + off < towns && (from - off < 0 || i % 3 == 0) ? from + off : from - off;
            fixes.print("u{},1,t{}_{},1900-05-01,1900-05-01T{:02}:00,road,made_up\n", i, road, from, i % 24);
            fixes.print("u{},2,t{}_{},1900-05-09T{:02}:00,,road,made_up\n", i, road, to, i % 24);
        }
    }

    std::filesystem::path m_folder;
    int m_side_points;
    std::size_t m_units;
    Dice m_dice;
};

} // namespace

BigAtlas::BigAtlas(std::size_t border_vertices, std::size_t units)
{
    auto name = (std::filesystem::temp_directory_path() / "marshrut-big-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) {
        throw std::runtime_error{fmt::format("'{}' cannot be made; see that there is room and leave to write", name)};
    }
    m_folder = name;
    try {
        Writer{m_folder, border_vertices, units}.write();
    } catch (...) {
        std::filesystem::remove_all(m_folder);
        throw;
    }
}

BigAtlas::~BigAtlas()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_folder, ignored);
}

std::size_t border_vertices(geo::Atlas const &atlas)
{
    std::size_t count = 0;
    for (auto const &region : atlas.regions) {
        for (auto const &polygon : region.shape) {
            for (auto const &ring : polygon) {
                count += ring.size();
            }
        }
    }
    return count;
}

} // namespace app
