#include "geo/io/load_base.hpp"

#include "geo/io/data_error.hpp"
#include "geo/io/json_reader.hpp"
#include "geo/io/raw_table.hpp"

#include <algorithm>

namespace geo {
namespace {

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

void add_layer(BaseMap &base, Json const &json, std::filesystem::path const &folder, Problems &problems)
{
    JsonReader reader{json, "base.json", "", problems};
    auto const file = reader.text("file", true);
    auto const role = reader.text("role", true);
    double const scale = reader.number("scale_denominator").value_or(0);
    if (!reader.ok()) {
        return;
    }
    if (role == "relief") {
        base.relief = (folder / file).string();
        base.relief_scale_denominator = scale;
        return;
    }
    try {
        auto table = read_table(folder / file);
        BaseLayer layer{role, scale, {}};
        for (auto &raw : table.features) {
            layer.features.push_back(to_feature(table, std::move(raw)));
        }
        base.layers.push_back(std::move(layer));
    } catch (DataError const &failure) {
        problems.push_back({Severity::error, "base.json", role, "file", failure.what()});
    }
}

} // namespace

BaseMap load_base(std::filesystem::path const &manifest, Problems &problems)
{
    auto const json = read_json(manifest);
    JsonReader reader{json, "base.json", "", problems};
    BaseMap base;
    base.extent = reader.box("extent").value_or(Box{-180, -90, 180, 90});
    base.attribution = reader.local_text("attribution");
    base.note = reader.local_text("note");
    for (auto const &layer : reader.objects("layers")) {
        add_layer(base, layer, manifest.parent_path(), problems);
    }
    return base;
}

} // namespace geo
