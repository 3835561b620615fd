#include "app/cli/packing.hpp"

#include "app/core/atomic_file.hpp"
#include "app/scene/prepared_shapes.hpp"

#include "geo/model/atlas_builder.hpp"
#include "geo/store/load_atlas.hpp"
#include "geo/store/location.hpp"
#include "geo/store/pack.hpp"

#include <fmt/format.h>

namespace app {
namespace {

/// What the viewer would make anew each time it opens.
std::string prepared_shapes(std::shared_ptr<geo::Atlas const> const &atlas, geo::RawBase const &raw)
{
    geo::Problems problems; // told when it was read
    auto const base = geo::build_base(raw, problems);
    geo::Projection const projection{atlas->info.crs, atlas->info.home};
    return pack_shapes(make_map_model(atlas, base, projection), shapes_fingerprint(*atlas, base, projection));
}

} // namespace

ToPack read_to_pack(std::filesystem::path const &where, geo::Problems &problems)
{
    ToPack what{geo::read_raw(where, problems), nullptr, std::nullopt};
    what.atlas = geo::build_atlas(what.raw, problems);
    if (!what.raw.info.base.empty() && !has_errors(problems)) {
        what.base = geo::read_raw_base(what.raw.info.base, problems);
    }
    return what;
}

std::string write_pack(ToPack const &what, std::filesystem::path const &output)
{
    geo::Packed const packed{what.raw, *what.atlas, what.base ? &*what.base : nullptr,
                             what.base ? prepared_shapes(what.atlas, *what.base) : ""};
    if (geo::home_of(output) == geo::Home::server) {
        return fmt::format("{}, schema {}", geo::shown(output), geo::pack_server(output, packed));
    }
    write_atomically(output, [&](std::filesystem::path const &file) { geo::pack_geopackage(file, packed); });
    return output.string();
}

} // namespace app
