#include "app/scene/prepared_shapes.hpp"

#include "app/scene/byte_stream.hpp"

#include <boost/container_hash/hash.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <memory>
#include <utility>

namespace app {
namespace {

/// Raised whenever the making of these parts changes.
constexpr std::uint64_t recipe = 3;
/// That an area, a line or a border takes at the least, so that a false count does not take all memory.
constexpr std::size_t least_bytes = 48;

/// What is packed, apart from the model.
struct Parts
{
    std::vector<ModelArea> land;
    std::vector<ModelArea> lakes;
    std::vector<ModelArea> regions;
    std::vector<RegionBorder> borders;
    std::vector<ModelLine> claim_edges;
    std::vector<std::vector<RegionSeat>> seats;
    MapBox relief_box;
    std::shared_ptr<Raster const> relief;
};

void put(ByteWriter &out, ModelArea const &area)
{
    out.put(area.points);
    out.put(area.ring_ends);
    out.put(*area.triangles);
    out.put(area.box);
    out.put(area.index);
}

void put(ByteWriter &out, ModelLine const &line)
{
    out.put(line.points);
    out.put(line.box);
    out.put(line.index);
    out.put(line.rank);
}

void put(ByteWriter &out, RegionBorder const &border)
{
    out.put(border.points);
    out.put(border.box);
    out.put(border.owners);
    out.put(border.uncertainty_km);
}

void put(ByteWriter &out, std::vector<RegionSeat> const &seats)
{
    out.put(seats);
}

void get(ByteReader &in, std::vector<RegionSeat> &seats)
{
    in.get(seats);
}

void get(ByteReader &in, ModelArea &area)
{
    std::vector<std::uint32_t> triangles;
    in.get(area.points);
    in.get(area.ring_ends);
    in.get(triangles);
    in.get(area.box);
    in.get(area.index);
    area.triangles = std::make_shared<std::vector<std::uint32_t> const>(std::move(triangles));
}

void get(ByteReader &in, ModelLine &line)
{
    in.get(line.points);
    in.get(line.box);
    in.get(line.index);
    in.get(line.rank);
}

void get(ByteReader &in, RegionBorder &border)
{
    in.get(border.points);
    in.get(border.box);
    in.get(border.owners);
    in.get(border.uncertainty_km);
}

template <typename T>
void put_all(ByteWriter &out, std::vector<T> const &items)
{
    out.put(static_cast<std::uint64_t>(items.size()));
    for (auto const &item : items) {
        put(out, item);
    }
}

template <typename T>
void get_all(ByteReader &in, std::vector<T> &items, std::size_t least = least_bytes)
{
    items.resize(in.count(least));
    for (auto &item : items) {
        get(in, item);
    }
}

bool finite(std::vector<geo::MapPoint> const &points)
{
    return std::ranges::all_of(points, [](geo::MapPoint p) { return std::isfinite(p.x) && std::isfinite(p.y); });
}

bool sound(ModelArea const &area, std::size_t regions)
{
    auto const below = [&](std::uint32_t i) { return i < area.points.size(); };
    return finite(area.points) && area.triangles->size() % 3 == 0 && std::ranges::all_of(*area.triangles, below) &&
           std::ranges::is_sorted(area.ring_ends) &&
           (area.ring_ends.empty() ? area.points.empty() : area.ring_ends.back() == area.points.size()) &&
           area.index < regions;
}

bool sound(Parts const &parts, std::size_t regions)
{
    constexpr std::size_t any = ~std::size_t{0};
    auto const areas = [](std::vector<ModelArea> const &all, std::size_t most) {
        return std::ranges::all_of(all, [most](ModelArea const &area) { return sound(area, most); });
    };
    return areas(parts.land, any) && areas(parts.lakes, any) && areas(parts.regions, regions) &&
           parts.seats.size() == regions &&
           std::ranges::all_of(parts.borders,
                               [&](RegionBorder const &b) {
                                   return finite(b.points) &&
                                          std::ranges::all_of(b.owners, [&](auto i) { return i < regions; });
                               }) &&
           std::ranges::all_of(parts.claim_edges,
                               [&](ModelLine const &l) { return finite(l.points) && l.index < regions; });
}

/// The shading is grey with a warm tint (see map_model.cpp): one byte of four tells it.
void put_relief(ByteWriter &out, MapModel const &model)
{
    out.put(model.relief_box);
    out.put(model.relief ? model.relief->width : 0U);
    out.put(model.relief ? model.relief->height : 0U);
    std::vector<std::uint8_t> grey;
    for (std::size_t i = 1; model.relief && i < model.relief->rgba.size(); i += 4) {
        grey.push_back(model.relief->rgba[i]);
    }
    out.put(grey);
}

bool get_relief(ByteReader &in, Parts &parts)
{
    unsigned width = 0;
    unsigned height = 0;
    std::vector<std::uint8_t> grey;
    in.get(parts.relief_box);
    in.get(width);
    in.get(height);
    in.get(grey);
    if (std::uint64_t{width} * height != grey.size()) {
        return false;
    }
    parts.relief = grey.empty() ? nullptr : std::make_shared<Raster const>(shading_picture(width, height, grey));
    return true;
}

class Fingerprint
{
public:
    void add(std::uint64_t value) { boost::hash_combine(m_seed, value); }
    void add(double value) { add(std::bit_cast<std::uint64_t>(value)); }
    void add(std::string const &text) { boost::hash_combine(m_seed, text); }
    void add(geo::MultiPolygon const &areas)
    {
        add(areas.size());
        for (auto const &polygon : areas) {
            add(polygon.size());
            for (auto const &ring : polygon) {
                add(ring.size());
                for (auto const &p : ring) {
                    add(p.lon);
                    add(p.lat);
                }
            }
        }
    }
    [[nodiscard]] std::uint64_t value() const { return m_seed; }

private:
    std::size_t m_seed = recipe;
};

} // namespace

std::uint64_t shapes_fingerprint(geo::Atlas const &atlas, geo::BaseMap const &base, geo::Projection const &projection)
{
    Fingerprint print;
    for (auto const size : {sizeof(ModelArea::index), sizeof(RegionSeat), sizeof(MapBox), sizeof(geo::MapPoint)}) {
        print.add(size);
    }
    print.add(projection.definition());
    for (auto const side : {base.extent.west, base.extent.south, base.extent.east, base.extent.north}) {
        print.add(side);
    }
    for (char const *const role : {"sea", "lakes"}) {
        auto const *const layer = base.find(role);
        print.add(layer == nullptr ? 0 : layer->features.size());
        for (std::size_t i = 0; layer != nullptr && i < layer->features.size(); ++i) {
            print.add(layer->features[i].areas);
        }
    }
    print.add(base.relief_size);
    for (auto const side : {atlas.info.home.west, atlas.info.home.south, atlas.info.home.east, atlas.info.home.north}) {
        print.add(side);
    }
    for (auto const &region : atlas.regions) {
        if (region.guest != 0) {
            continue; // never packed
        }
        print.add(static_cast<std::uint64_t>(region.status));
        print.add(region.uncertainty_km);
        print.add(region.shape);
    }
    return print.value();
}

std::string pack_shapes(MapModel const &model, std::uint64_t fingerprint)
{
    ByteWriter out;
    out.put(fingerprint);
    put_all(out, model.land);
    put_all(out, model.lakes);
    put_all(out, model.regions);
    put_all(out, model.borders);
    put_all(out, model.claim_edges);
    put_all(out, model.seats);
    put_relief(out, model);
    return out.take();
}

bool unpack_shapes(std::string_view bytes, std::uint64_t fingerprint, MapModel &model)
{
    ByteReader in{bytes};
    std::uint64_t of = 0;
    in.get(of);
    if (!in.ok() || of != fingerprint) {
        return false;
    }
    Parts parts;
    get_all(in, parts.land);
    get_all(in, parts.lakes);
    get_all(in, parts.regions);
    get_all(in, parts.borders);
    get_all(in, parts.claim_edges);
    get_all(in, parts.seats, sizeof(std::uint64_t)); // there may be none
    bool const whole = get_relief(in, parts) && in.ok() && in.at_end();
    auto const own = std::ranges::count(model.atlas->regions, 0, &geo::Region::guest);
    if (!whole || !sound(parts, static_cast<std::size_t>(own))) {
        return false;
    }
    model.land = std::move(parts.land);
    model.lakes = std::move(parts.lakes);
    model.regions = std::move(parts.regions);
    model.borders = std::move(parts.borders);
    model.claim_edges = std::move(parts.claim_edges);
    model.seats = std::move(parts.seats);
    model.relief_box = parts.relief_box;
    model.relief = std::move(parts.relief);
    return true;
}

} // namespace app
