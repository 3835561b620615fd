#include "geo/store/load_atlas.hpp"

#include "geo/io/data_error.hpp"
#include "geo/model/atlas_builder.hpp"
#include "geo/store/database.hpp"
#include "geo/store/folder.hpp"
#include "geo/store/location.hpp"

namespace geo {

RawAtlas read_raw(std::filesystem::path const &where, Problems &problems)
{
    auto const home = home_of(where);
    if (!home) {
        throw DataError{where, std::filesystem::exists(where) ? "is no atlas: neither a folder nor a .gpkg"
                                                              : "there is no such file or folder"};
    }
    return *home == Home::folder ? read_folder(where, problems) : read_database(where, problems);
}

bool is_atlas(std::filesystem::path const &where)
{
    auto const home = home_of(where);
    if (home != Home::geopackage) {
        return home.has_value();
    }
    try {
        return Database{where}.version() > 0;
    } catch (DataError const &) {
        return false;
    }
}

LoadResult load_atlas(std::filesystem::path const &where, Progress const &progress, std::stop_token const &stop)
{
    auto const report = [&](double share) {
        if (progress) {
            progress(share);
        }
        return stop.stop_requested();
    };
    if (report(0.1)) {
        return {};
    }
    LoadResult result;
    auto const raw = read_raw(where, result.problems);
    if (report(0.6)) {
        return {};
    }
    result.atlas = build_atlas(raw, result.problems);
    report(1.0);
    return result;
}

} // namespace geo
