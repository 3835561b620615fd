#include "geo/foreign/load.hpp"

#include "geo/foreign/build.hpp"
#include "geo/foreign/readers.hpp"
#include "geo/io/data_error.hpp"
#include "geo/store/location.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <set>

namespace geo {
namespace {

struct Format
{
    char const *name;
    void (*read)(std::filesystem::path const &, FeatureSink &);
};

std::string ending_of(std::filesystem::path const &file)
{
    auto ending = file.extension().string();
    std::ranges::transform(ending, ending.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return ending;
}

/// The first bytes of a file, to tell JSON from JSON.
std::string head_of(std::filesystem::path const &file)
{
    std::ifstream in{file, std::ios::binary};
    std::string head(4096, '\0');
    in.read(head.data(), std::ssize(head));
    head.resize(static_cast<std::size_t>(std::max<std::streamsize>(in.gcount(), 0)));
    return head;
}

Format format_of(std::filesystem::path const &file)
{
    constexpr std::array json{".geojson", ".json", ".geojsonl", ".geojsons", ".ndjson", ".jsonl", ".ndgeojson"};
    auto const ending = ending_of(file);
    if (ending == ".gpx") {
        return {"GPX", &read_gpx};
    }
    if (ending == ".kml" || ending == ".kmz") {
        return {ending == ".kml" ? "KML" : "KMZ", &read_kml};
    }
    if (ending == ".czml") {
        return {"CZML", &read_czml};
    }
    if (std::ranges::find(json, ending) != json.end()) {
        auto const head = head_of(file);
        auto const first = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
        if (first != std::string::npos && head[first] == '[') {
            return {"CZML", &read_czml};
        }
        return head.find("\"Topology\"") != std::string::npos ? Format{"TopoJSON", &read_gdal}
                                                              : Format{"GeoJSON", &read_geojson};
    }
    if (file.string().starts_with("PG:")) {
        return {"PostGIS", &read_gdal};
    }
    constexpr std::array named{std::pair{".gpkg", "GeoPackage"}, std::pair{".shp", "Shapefile"},
                               std::pair{".fgb", "FlatGeobuf"}, std::pair{".csv", "CSV"}, std::pair{".tsv", "CSV"}};
    auto const known = std::ranges::find_if(named, [&](auto const &pair) { return ending == pair.first; });
    return {known == named.end() ? "GDAL" : known->second, &read_gdal};
}

/// A choice for no layer by name must fit one of them, read or only described.
void require_used(ForeignSource const &source, std::vector<TimeChoice> const &times)
{
    std::vector<ForeignLayer> layers;
    layers.reserve(source.layers.size() + source.large.size());
    for (auto const &layer : source.layers) {
        layers.push_back({layer.name, layer.fields, {}, {}});
    }
    for (auto const &large : source.large) {
        layers.push_back({large->name, large->fields, {}, {}});
    }
    for (auto const &choice : times) {
        bool const used = std::ranges::any_of(
            layers, [&](ForeignLayer const &layer) { return choice_for({choice}, source.file, layer).has_value(); });
        if (!used && choice.layer.empty() && !layers.empty()) {
            require_columns(source.file, choice, layers.front());
        }
    }
}

} // namespace

bool is_foreign(std::filesystem::path const &where)
{
    if (where.string().starts_with("PG:")) {
        return where.string().find("tables=") != std::string::npos;
    }
    if (std::filesystem::is_directory(where)) { // a File Geodatabase is a folder too
        return ending_of(where) == ".gdb";
    }
    return std::filesystem::exists(where) && !is_atlas(where);
}

ForeignSource read_foreign(std::filesystem::path const &file, std::vector<TimeChoice> const &times,
                           Progress const &progress, std::stop_token const &stop, std::vector<LargeLayer> large)
{
    bool const server = file.string().starts_with("PG:");
    if (!server && !std::filesystem::exists(file)) {
        throw DataError{file, "there is no such file"};
    }
    auto const format = format_of(file);
    ForeignSource source{file, format.name, {}, {}, {}, {}, {}};
    std::set<std::string> left_out;
    for (auto &layer : large) {
        left_out.insert(layer.name);
        source.large.push_back(std::make_shared<LargeLayer>(std::move(layer)));
    }
    Gatherer sink{source, progress, stop, std::move(left_out)};
    format.read(file, sink);
    for (auto &layer : source.layers) {
        place_rows(layer, source.dropped);
        auto const choice = choice_for(times, file, layer);
        if (choice) {
            require_columns(file, *choice, layer);
        }
        read_time_columns(layer, choice, source.dropped);
        join_tracks(layer, source.dropped);
    }
    require_used(source, times);
    settle_zones(source);
    return source;
}

GuestResult load_with_guests(std::filesystem::path const &where, Guests const &guests, Progress const &progress,
                             std::stop_token const &stop)
{
    bool const alone = is_foreign(where);
    if (!alone && guests.files.empty()) {
        return {load_atlas(where, progress, stop), false, {}};
    }
    auto files = guests.files;
    GuestResult result;
    result.alone = alone;
    if (alone) {
        files.insert(files.begin(), where);
    } else {
        static_cast<LoadResult &>(result) = load_atlas(where, {}, stop);
    }
    for (auto const &file : files) {
        if (is_atlas(file) && !is_foreign(file)) {
            throw DataError{shown(file), "is an atlas; only the first file may be one"};
        }
    }
    std::vector<ForeignSource> sources;
    for (std::size_t i = 0; i < files.size(); ++i) {
        auto const part = [&](double share) {
            if (progress) {
                progress((static_cast<double>(i) + share) / static_cast<double>(files.size()));
            }
        };
        try {
            auto large = format_of(files[i]).read == &read_gdal ? large_layers(files[i], guests.times)
                                                                : std::vector<LargeLayer>{};
            if (!guests.in_parts) {
                require_readable_whole(files[i], large);
                large.clear();
            }
            sources.push_back(read_foreign(files[i], guests.times, part, stop, std::move(large)));
        } catch (Stopped const &) {
            return {};
        }
    }
    std::vector<std::shared_ptr<LargeLayer>> large;
    for (auto const &source : sources) {
        large.insert(large.end(), source.large.begin(), source.large.end());
    }
    result.atlas = build_with_guests(result.atlas.get(), std::move(sources));
    result.large.assign(large.begin(), large.end());
    return result;
}

} // namespace geo
