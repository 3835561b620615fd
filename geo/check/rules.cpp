#include "geo/check/rules.hpp"

#include "geo/check/rule_set.hpp"
#include "geo/io/schema.hpp"

#include <array>

namespace geo {
namespace {

constexpr auto error = Severity::error;
constexpr auto warning = Severity::warning;

constexpr std::array all_rules{
    // While the atlas is read
    Rule{"files", error, "The files that atlas.json names are there and can be read."},
    Rule{"fields", warning, "Every field is one that the format knows."},
    Rule{"required", error, "Every required field is filled in."},
    Rule{"values", error, "Numbers, dates (EDTF) and words of a fixed list are written as the format says."},
    Rule{"ids", error, "An id stands once in its file."},
    Rule{"references", error, "Places, people, claims, units, lines and sources that are named exist."},
    Rule{"spans", error, "Nothing ends before it begins."},
    Rule{"order", error, "The fixes of a unit follow one another in number and in time; 'static' stays where it is."},
    Rule{"rings", error, "Rings are closed and do not cross themselves; geometries are of the kind of their file."},
    Rule{"network", error,
         "The places of a leg lie within their uncertainty, or 3 km, of the network of its mode, and a way leads from "
         "one to the other."},
    // Over the whole
    Rule{"languages", warning, "Every text stands in all languages of the atlas.", check_languages},
    Rule{"labels", warning, "Names and titles are short enough for the map; a step's text has at most 60 words.",
         check_labels},
    Rule{"vocabulary", warning,
         "Sides, polities and categories have a name and a colour in atlas.json, traditions a name.", check_vocabulary},
    Rule{"stories", warning, "The steps of a story follow one another in time, and what they select exists.",
         check_stories},
    Rule{"cited", warning, "Every item names a source, and every source is named by an item.", check_cited},
    Rule{"sources", warning, "A source can be found: it has an author, a publisher, a periodical, an archive or a URL.",
         check_sources},
    Rule{"claims", warning, "Every claim is reached from an event.", check_claims},
    Rule{"accounts", warning,
         "A unit that is another account of a unit's movement ('unit@whose') names one that exists, and has fixes.",
         check_accounts},
    Rule{"speed", warning, "No leg is faster than its mode: rail 60, sea 25, cavalry 12, foot 5 km/h.", check_speeds},
    Rule{"water", warning, "Places, railways and roads lie on land, and ships keep to the water.", check_water},
    Rule{"gaps", warning, "The states of a time leave no hole of more than 1 km² of land between them.", check_gaps},
    Rule{"overlaps", warning, "No two states of a time hold the same land, but for 1 km².", check_overlaps},
};

} // namespace

std::span<Rule const> rules()
{
    return all_rules;
}

Problems examine(Examined const &what)
{
    Problems problems;
    for (auto const &rule : all_rules) {
        if (rule.examine != nullptr) {
            rule.examine(what, problems);
        }
    }
    return problems;
}

void warn(Problems &problems, std::string_view table_name, std::string const &feature, std::string field,
          std::string message)
{
    problems.push_back(
        {Severity::warning, std::string{table(table_name).file}, feature, std::move(field), std::move(message)});
}

} // namespace geo
