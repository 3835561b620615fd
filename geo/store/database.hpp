#pragma once

#include "geo/io/gdal.hpp"
#include "geo/io/raw_atlas.hpp"

#include <array>
#include <filesystem>
#include <optional>
#include <string>

namespace geo {

// Include this only from .cpp files of geo/.

// Tables that a pack holds beside those of the schema; names as in the GeoPackage and on the server.
constexpr char const *meta_table = "marshrut";    ///< key, value: format, atlas (JSON), base (JSON)
constexpr char const *sources_table = "sources";  ///< id, csl (CSL-JSON)
constexpr char const *stories_table = "stories";  ///< file, json
constexpr char const *files_table = "base_files"; ///< name, content: the relief, and what makes drawing quick
constexpr char const *prepared_file =
    "marshrut/prepared";                     ///< in files_table; no plain name, so that no relief can bear it
constexpr char const *base_prefix = "base_"; ///< before the role of a layer of the base map
constexpr std::array<std::string_view, 4> derived_fields{"begin_s", "end_s", "t_begin", "t_end"};

/// An atlas in a GeoPackage or on a PostGIS server, open for reading. Stay on one thread.
class Database
{
public:
    /// \throws DataError: no such file, no server, refused password, no atlas in it, several, newer format
    explicit Database(std::filesystem::path const &where);

    /// What the meta table says, "" if nothing.
    [[nodiscard]] std::string value(std::string const &key) const;
    /// A table whole, in the order in which it was written, without the derived columns.
    [[nodiscard]] std::optional<RawTable> table(std::string const &name);
    /// A stored file, "" if there is none.
    [[nodiscard]] std::string content(std::string const &name);
    /// A stored file, copied to GDAL's memory files; its path there, "" if there is none.
    [[nodiscard]] std::string file(std::string const &name);
    [[nodiscard]] int version() const { return m_version; }

private:
    [[nodiscard]] OGRLayer *layer(std::string const &name);

    std::filesystem::path m_where;
    std::string m_schema; ///< on a server
    DatasetPtr m_dataset;
    std::optional<RawTable> m_meta;
    int m_version = 1;
};

/// \throws DataError as Database does, or if a table cannot be read
[[nodiscard]] RawAtlas read_database(std::filesystem::path const &where, Problems &problems);

} // namespace geo
