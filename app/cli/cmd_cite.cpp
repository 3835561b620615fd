#include "app/cli/commands.hpp"

#include "geo/cite/citations.hpp"
#include "geo/io/schema.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <ostream>

namespace app {
namespace {

/// What is wrong with the traditions asked for, or nothing.
std::string unknown_tradition(geo::Atlas const &atlas, std::set<std::string> const &wanted)
{
    std::vector<std::string> known;
    std::ranges::transform(atlas.info.traditions, std::back_inserter(known), &geo::Label::id);
    for (auto const &id : wanted) {
        if (std::ranges::find(known, id) == known.end()) {
            auto const near = geo::nearest(id, known);
            return fmt::format("there is no tradition '{}' in {}; {}", id, atlas.info.id,
                               near.empty() ? fmt::format("its traditions are {}", fmt::join(known, ", "))
                                            : fmt::format("did you mean '{}'?", near));
        }
    }
    return {};
}

} // namespace

Exit run_cite(CiteOptions const &options, std::ostream &out, std::ostream &err)
{
    auto const loaded = geo::load_atlas(options.atlas);
    if (print_errors(loaded.problems, err)) {
        return Exit::data_errors;
    }
    if (auto const wrong = unknown_tradition(*loaded.atlas, options.filter.traditions); !wrong.empty()) {
        err << "marshrut: " << wrong << '\n';
        return Exit::wrong_usage;
    }
    auto const shown = geo::filtered(*loaded.atlas, geo::state_at(*loaded.atlas, options.at), options.filter);
    geo::CitedView const view{*loaded.atlas, shown.world, options.extent};
    auto const cited = geo::cited_sources(view);
    switch (options.format) {
    case CitationFormat::csl:
        out << geo::to_csl_json(view, cited);
        break;
    case CitationFormat::bibtex:
        out << geo::to_bibtex(view, cited);
        break;
    case CitationFormat::notes:
        out << geo::to_footnotes(view, cited);
        break;
    }
    return Exit::done;
}

} // namespace app
