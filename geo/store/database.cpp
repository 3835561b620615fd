#include "geo/store/database.hpp"

#include "geo/io/data_error.hpp"
#include "geo/io/schema.hpp"
#include "geo/io/text_line.hpp"
#include "geo/store/connect.hpp"
#include "geo/store/format_version.hpp"
#include "geo/store/location.hpp"

#include <cpl_string.h>
#include <cpl_vsi.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <functional>

namespace geo {
namespace {

/// The schemas of a server that hold a meta table of ours.
std::vector<std::string> atlas_schemas(GDALDataset &dataset)
{
    std::vector<std::string> found;
    auto *const rows = dataset.ExecuteSQL(fmt::format("SELECT table_schema FROM information_schema.tables WHERE "
                                                      "table_name = '{}' ORDER BY table_schema",
                                                      meta_table)
                                              .c_str(),
                                          nullptr, nullptr);
    if (rows != nullptr) {
        for (auto const &row : *rows) {
            found.emplace_back(row->GetFieldAsString(0));
        }
        dataset.ReleaseResultSet(rows);
    }
    return found;
}

std::string choose_schema(GDALDataset &dataset, std::filesystem::path const &where)
{
    auto const wanted = schema_in(where);
    auto const found = atlas_schemas(dataset);
    if (!wanted.empty()) {
        if (std::ranges::find(found, wanted) == found.end()) {
            throw DataError{shown(where),
                            found.empty()
                                ? fmt::format("the schema '{}' holds no atlas; write one with 'marshrut pack FOLDER -o "
                                              "\"PG:…\"'",
                                              wanted)
                                : fmt::format("the schema '{}' holds no atlas; there is one in: {}", wanted,
                                              fmt::join(found, ", "))};
        }
        return wanted;
    }
    if (found.empty()) {
        throw DataError{shown(where), "the database holds no atlas; write one with 'marshrut pack FOLDER -o \"PG:…\"'"};
    }
    if (found.size() > 1) {
        throw DataError{shown(where), fmt::format("the database holds several atlases; add schemas= with one of: {}",
                                                  fmt::join(found, ", "))};
    }
    return found.front();
}

void drop_derived(RawTable &table)
{
    for (auto const name : derived_fields) {
        auto const field = std::ranges::find(table.fields, name);
        if (field == table.fields.end()) {
            continue;
        }
        auto const at = field - table.fields.begin();
        table.fields.erase(field);
        for (auto &feature : table.features) {
            feature.values.erase(feature.values.begin() + at);
        }
    }
}

void require_utf8(RawTable const &table, std::filesystem::path const &where)
{
    for (auto const &feature : table.features) {
        for (auto const &value : feature.values) {
            if (!is_utf8(value)) {
                throw DataError{shown(where), fmt::format("the table {} holds text that is not UTF-8", table.file)};
            }
        }
    }
}

Json parsed(std::string const &text, std::filesystem::path const &where, std::string_view what)
{
    try {
        return parse_json(text, shown(where));
    } catch (DataError const &) {
        throw DataError{shown(where), fmt::format("{} is no JSON; pack the atlas again", what)};
    }
}

} // namespace

Database::Database(std::filesystem::path const &where) : m_where{where}, m_dataset{open_database(where)}
{
    if (home_of(where) == Home::server) {
        m_schema = choose_schema(*m_dataset, where);
    }
    m_meta = table(meta_table);
    if (!m_meta) {
        throw DataError{shown(where), "holds no atlas of Marshrut; make one with 'marshrut pack FOLDER -o FILE.gpkg'"};
    }
    m_version = format_version(value("format"), pack_format, shown(where));
}

std::string Database::value(std::string const &key) const
{
    for (auto const &row : m_meta->features) {
        if (row.values.size() >= 2 && row.values[0] == key) {
            return row.values[1];
        }
    }
    return {};
}

OGRLayer *Database::layer(std::string const &name)
{
    ErrorTrap const errors; // that a table is not there is no failure
    return m_dataset->GetLayerByName((m_schema.empty() ? name : m_schema + "." + name).c_str());
}

std::optional<RawTable> Database::table(std::string const &name)
{
    auto *const found = layer(name);
    if (found == nullptr) {
        return std::nullopt;
    }
    try {
        auto read = read_layer(*found);
        read.file = name;
        drop_derived(read);
        require_utf8(read, m_where);
        return read;
    } catch (DataError const &) {
        throw;
    } catch (std::runtime_error const &failure) {
        throw DataError{shown(m_where), fmt::format("the table {} cannot be read: {}", name, failure.what())};
    }
}

std::string Database::content(std::string const &name)
{
    auto *const files = layer(files_table);
    if (files == nullptr) {
        return {};
    }
    for (auto const &row : *files) {
        if (name == row->GetFieldAsString("name")) {
            int size = 0;
            auto const *const bytes = row->GetFieldAsBinary(row->GetFieldIndex("content"), &size);
            return bytes == nullptr
                       ? ""
                       : std::string(reinterpret_cast<char const *>(bytes), static_cast<std::size_t>(size));
        }
    }
    return {};
}

std::string Database::file(std::string const &name)
{
    auto const bytes = content(name);
    auto const path = fmt::format("/vsimem/marshrut/{:x}/{}", std::hash<std::string>{}(m_where.string()), name);
    auto *const copy = static_cast<GByte *>(bytes.empty() ? nullptr : VSIMalloc(bytes.size()));
    if (copy == nullptr) {
        return {};
    }
    std::ranges::copy(bytes, copy);
    VSIFCloseL(VSIFileFromMemBuffer(path.c_str(), copy, static_cast<vsi_l_offset>(bytes.size()), TRUE));
    return path;
}

RawAtlas read_database(std::filesystem::path const &where, Problems &problems)
{
    Database database{where};
    RawAtlas raw;
    raw.manifest = parsed(database.value("atlas"), where, "what it says of the atlas");
    raw.version = format_version(text_of(raw.manifest, "format"), atlas_format, shown(where));
    raw.info = parse_info(raw.manifest, problems);
    raw.info.base = database.value("base").empty() ? "" : where.string();
    for (auto const &spec : tables()) {
        if (auto table = database.table(std::string{spec.name})) {
            table->file = spec.file; // messages name the file in which the fault is to be mended
            raw.tables.emplace(spec.name, std::move(*table));
        }
    }
    if (auto const table = database.table(sources_table)) {
        for (auto const &row : table->features) {
            raw.sources.push_back(parsed(row.values.at(1), where, fmt::format("the source '{}'", row.values[0])));
        }
    }
    if (auto const table = database.table(stories_table)) {
        for (auto const &row : table->features) {
            raw.stories.emplace_back(row.values[0], parsed(row.values.at(1), where, row.values[0]));
        }
    }
    return raw;
}

} // namespace geo
