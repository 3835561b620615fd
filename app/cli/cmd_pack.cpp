#include "app/cli/commands.hpp"

#include "app/core/atomic_file.hpp"
#include "app/scene/prepared_shapes.hpp"

#include "geo/model/atlas_builder.hpp"
#include "geo/store/load_base.hpp"
#include "geo/store/location.hpp"
#include "geo/store/pack.hpp"

#include <fmt/ostream.h>

#include <optional>
#include <ostream>

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

Exit run_pack(PackOptions const &options, std::ostream &out, std::ostream &err)
{
    geo::Problems problems;
    auto const raw = geo::read_raw(options.atlas, problems);
    auto const atlas = geo::build_atlas(raw, problems);
    if (print_errors(problems, err)) {
        return Exit::data_errors;
    }
    problems.clear();
    std::optional<geo::RawBase> base;
    if (!raw.info.base.empty()) {
        base = geo::read_raw_base(raw.info.base, problems);
    }
    if (print_errors(problems, err)) {
        return Exit::data_errors;
    }
    geo::Packed const packed{raw, *atlas, base ? &*base : nullptr, base ? prepared_shapes(atlas, *base) : ""};
    std::string where = options.output.string();
    if (geo::home_of(options.output) == geo::Home::server) {
        where = fmt::format("{}, schema {}", geo::shown(options.output), geo::pack_server(options.output, packed));
    } else {
        write_atomically(options.output, [&](std::filesystem::path const &file) { pack_geopackage(file, packed); });
    }
    fmt::print(out, "{}: {} places, {} units, {} events, {} stories\n", where, atlas->places.size(),
               atlas->units.size(), atlas->events.size(), atlas->stories.size());
    return Exit::done;
}

} // namespace app
