#pragma once

#include "geo/io/json_reader.hpp"
#include "geo/io/raw_table.hpp"
#include "geo/model/atlas.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace geo {

/// Everything read from an atlas, nothing resolved: what any kind of store (folder, pack, server) gives.
struct RawAtlas
{
    Json manifest;   ///< atlas.json as it stands
    int version = 1; ///< of the format
    AtlasInfo info;
    std::map<std::string, RawTable, std::less<>> tables; ///< by TableSpec::name
    Json sources = Json::array();
    std::vector<std::pair<std::string, Json>> stories; ///< file name and content
};

/// What atlas.json says.
[[nodiscard]] AtlasInfo parse_info(Json const &json, Problems &problems);

} // namespace geo
