#include "app/cli/words.hpp"

#include <CLI/CLI.hpp>

namespace app {

Meaning declare_cite(CLI::App &command)
{
    struct Words
    {
        std::string at, bbox, only;
        std::string format = "notes";
        bool attested = false;
    };
    auto const words = std::make_shared<Words>();
    auto const atlas = add_atlas(command);
    command.add_option("--at", words->at, "Date, such as 1920-04-27T14:15")->required();
    command.add_option("--bbox", words->bbox, "Only what lies in west,south,east,north (degrees)");
    command.add_option("--only", words->only,
                       "Only what sources of these traditions support, such as azerbaijani,soviet");
    command.add_flag("--attested", words->attested, "Only what is attested");
    command.add_option("-f,--format", words->format, "csl (CSL-JSON), bibtex, or notes (footnotes, the default)")
        ->check(CLI::IsMember({"csl", "bibtex", "notes"}));
    return [=]() -> Command {
        CiteOptions options;
        options.atlas = atlas_of(*atlas);
        options.at = instant_of(words->at);
        if (!words->bbox.empty()) {
            options.extent = box_of(words->bbox);
        }
        options.filter.traditions = layers_of(words->only);
        options.filter.weakest = words->attested ? geo::Confidence::attested : geo::Confidence::disputed;
        options.format = words->format == "csl"      ? CitationFormat::csl
                         : words->format == "bibtex" ? CitationFormat::bibtex
                                                     : CitationFormat::notes;
        return options;
    };
}

} // namespace app
