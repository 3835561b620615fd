#include "geo/store/load_base.hpp"

#include "geo/io/data_error.hpp"
#include "geo/io/json_reader.hpp"
#include "geo/io/raw_table.hpp"
#include "geo/store/database.hpp"
#include "geo/store/location.hpp"

#include <cpl_vsi.h>
#include <fmt/format.h>

#include <algorithm>

namespace geo {
namespace {

constexpr char const *manifest_name = "base.json";
constexpr char const *relief_role = "relief";

/// Names a file of the manifest's own folder: what a manifest says is never followed elsewhere.
bool is_plain_name(std::string const &file)
{
    return file != "." && file != ".." && file.find_first_of("/\\:") == std::string::npos;
}

BaseFeature to_feature(RawTable const &table, RawFeature &&raw)
{
    BaseFeature feature;
    for (std::size_t i = 0; i < table.fields.size(); ++i) {
        auto const &field = table.fields[i];
        auto const &value = raw.values[i];
        if (value.empty()) {
            continue;
        }
        if (field.starts_with("name_")) {
            feature.name.set(field.substr(5), value);
        } else if (field == "kind") {
            feature.kind = value;
        } else if (field == "rank") {
            feature.rank = std::clamp(std::atoi(value.c_str()), 1, 5);
        }
    }
    if (auto *const point = std::get_if<LonLat>(&raw.geometry)) {
        feature.points.push_back(*point);
    } else if (auto *const lines = std::get_if<MultiLine>(&raw.geometry)) {
        feature.lines = std::move(*lines);
    } else if (auto *const areas = std::get_if<MultiPolygon>(&raw.geometry)) {
        feature.areas = std::move(*areas);
    }
    return feature;
}

/// Reads the tables that a manifest names: by file name from a folder, by role from a pack.
template <typename Table>
void read_tables(RawBase &raw, Problems &problems, Table const &table)
{
    JsonReader reader{raw.manifest, manifest_name, "", problems};
    for (auto const &item : reader.objects("layers")) {
        JsonReader layer{item, manifest_name, "", problems};
        auto const file = layer.text("file", true);
        auto const role = layer.text("role", true);
        if (!layer.ok()) {
            continue;
        }
        if (!is_plain_name(file)) {
            layer.error("file", fmt::format("'{}' is no plain file name; put the file beside {}", file, manifest_name));
            continue;
        }
        if (role == relief_role) {
            raw.relief_name = file;
            continue;
        }
        try {
            raw.tables.emplace_back(role, table(file, role));
        } catch (DataError const &failure) {
            problems.push_back({Severity::error, manifest_name, role, "file", failure.what()});
        }
    }
}

std::uint64_t file_size(std::string const &path)
{
    VSIStatBufL found{};
    return !path.empty() && VSIStatL(path.c_str(), &found) == 0 ? static_cast<std::uint64_t>(found.st_size) : 0;
}

RawBase from_folder(std::filesystem::path const &manifest, Problems &problems)
{
    RawBase raw;
    raw.manifest = read_json(manifest);
    auto const folder = manifest.parent_path();
    read_tables(raw, problems, [&](std::string const &file, std::string const &) { return read_table(folder / file); });
    raw.relief_path = raw.relief_name.empty() ? "" : (folder / raw.relief_name).string();
    return raw;
}

RawBase from_database(std::filesystem::path const &where, Problems &problems)
{
    Database database{where};
    RawBase raw;
    raw.manifest = parse_json(database.value("base"), shown(where));
    read_tables(raw, problems, [&](std::string const &, std::string const &role) {
        auto found = database.table(base_prefix + role);
        if (!found) {
            throw DataError{shown(where), "lacks the table " + (base_prefix + role) + "; pack the atlas again"};
        }
        return std::move(*found);
    });
    if (!raw.relief_name.empty()) {
        raw.relief_path = database.file(raw.relief_name);
    }
    raw.prepared = database.content(prepared_file);
    return raw;
}

double scale_of(Json const &manifest, std::string const &role)
{
    auto const layers = manifest.is_object() ? manifest.find("layers") : manifest.end();
    if (layers == manifest.end() || !layers->is_array()) {
        return 0;
    }
    for (auto const &layer : *layers) {
        if (layer.is_object() && text_of(layer, "role") == role) {
            auto const scale = layer.find("scale_denominator");
            return scale != layer.end() && scale->is_number() ? scale->get<double>() : 0;
        }
    }
    return 0;
}

} // namespace

RawBase read_raw_base(std::filesystem::path const &where, Problems &problems)
{
    auto const home = home_of(where);
    return home == Home::geopackage || home == Home::server ? from_database(where, problems)
                                                            : from_folder(where, problems);
}

BaseMap load_base(std::filesystem::path const &where, Problems &problems)
{
    return build_base(read_raw_base(where, problems), problems);
}

BaseMap build_base(RawBase raw, Problems &problems)
{
    JsonReader reader{raw.manifest, manifest_name, "", problems};
    BaseMap base;
    base.extent = reader.box("extent").value_or(Box{-180, -90, 180, 90});
    base.attribution = reader.local_text("attribution");
    base.note = reader.local_text("note");
    base.relief = raw.relief_path;
    base.relief_size = file_size(raw.relief_path);
    base.prepared = std::move(raw.prepared);
    for (auto &[role, table] : raw.tables) {
        BaseLayer layer{role, scale_of(raw.manifest, role), {}};
        for (auto &feature : table.features) {
            layer.features.push_back(to_feature(table, std::move(feature)));
        }
        base.layers.push_back(std::move(layer));
    }
    base.relief_scale_denominator = scale_of(raw.manifest, relief_role);
    return base;
}

} // namespace geo
