#include "geo/store/folder.hpp"

#include "geo/io/data_error.hpp"
#include "geo/io/schema.hpp"
#include "geo/store/format_version.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace geo {
namespace {

namespace fs = std::filesystem;

/// A DataError inside the atlas becomes a problem: the other files are still read.
template <typename Read>
void guarded(std::string const &file, Problems &problems, Read const &read)
{
    try {
        read();
    } catch (DataError const &failure) {
        std::string_view reason = failure.what();
        if (auto const name = failure.file.string() + ": "; reason.starts_with(name)) {
            reason.remove_prefix(name.size());
        }
        problems.push_back({Severity::error, file, "", "", std::string{reason}});
    }
}

void check_layers(AtlasInfo const &info, fs::path const &folder, Problems &problems)
{
    std::vector<std::string> known;
    for (auto const &spec : tables()) {
        known.emplace_back(spec.file);
    }
    for (auto const &file : info.layers) {
        if (std::ranges::find(known, file) == known.end()) {
            auto const near = nearest(file, known);
            problems.push_back({Severity::error, "atlas.json", "", "layers",
                                fmt::format("'{}' is no file of an atlas{}", file,
                                            near.empty() ? "" : fmt::format("; did you mean '{}'?", near))});
        } else if (!fs::exists(folder / file)) {
            problems.push_back({Severity::error, file, "", "",
                                "is named in atlas.json but missing; add it or take it "
                                "from the list of layers"});
        }
    }
}

void read_tables(fs::path const &folder, RawAtlas &raw, Problems &problems)
{
    for (auto const &spec : tables()) {
        std::string const file{spec.file};
        bool const listed = std::ranges::find(raw.info.layers, file) != raw.info.layers.end();
        if (!fs::exists(folder / file)) {
            if (spec.required && !listed) {
                problems.push_back({Severity::error, file, "", "", "is missing; an atlas needs it"});
            }
            continue;
        }
        guarded(file, problems, [&] {
            auto &table = raw.tables.emplace(spec.name, read_table(folder / file)).first->second;
            upgrade(table, raw.version);
        });
    }
    if (raw.tables.contains("fixes") && !raw.tables.contains("units")) {
        problems.push_back({Severity::error, "units.csv", "", "", "is missing; fixes.csv needs it"});
    }
}

void read_sources(fs::path const &folder, RawAtlas &raw, Problems &problems)
{
    guarded("sources.json", problems, [&] {
        auto json = read_json(folder / "sources.json");
        if (!json.is_array()) {
            throw DataError{folder / "sources.json", "is not a list of sources in CSL-JSON"};
        }
        raw.sources = std::move(json);
    });
}

void read_stories(fs::path const &folder, RawAtlas &raw, Problems &problems)
{
    std::error_code ignored; // no folder, no stories
    std::vector<fs::path> files;
    for (auto const &entry : fs::directory_iterator{folder / "stories", ignored}) {
        if (entry.path().extension() == ".json") {
            files.push_back(entry.path());
        }
    }
    std::ranges::sort(files);
    for (auto const &path : files) {
        auto const file = fmt::format("stories/{}", path.filename().string());
        guarded(file, problems, [&] { raw.stories.emplace_back(file, read_json(path)); });
    }
}

} // namespace

RawAtlas read_folder(fs::path const &folder, Problems &problems)
{
    RawAtlas raw;
    auto const manifest = folder / "atlas.json";
    raw.manifest = read_json(manifest);
    raw.version =
        format_version(text_of(raw.manifest, "format"), atlas_format, manifest);
    raw.info = parse_info(raw.manifest, problems);
    if (!raw.info.base.empty()) {
        auto const base = fs::weakly_canonical(folder / raw.info.base);
        if (!fs::is_regular_file(base) || base.extension() != ".json") {
            problems.push_back({Severity::error, "atlas.json", "", "base",
                                fmt::format("'{}' is no base map; name its base.json, or take the field out to draw "
                                            "the atlas without one",
                                            raw.info.base)});
        }
        raw.info.base = base.string();
    }
    check_layers(raw.info, folder, problems);
    read_tables(folder, raw, problems);
    read_sources(folder, raw, problems);
    read_stories(folder, raw, problems);
    return raw;
}

} // namespace geo
