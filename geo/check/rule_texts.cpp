#include "geo/check/rule_set.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <sstream>

namespace geo {
namespace {

/// Longest that still finds room beside a mark at the scales of the map, in letters.
constexpr std::size_t place_letters = 32;
constexpr std::size_t unit_letters = 56;
constexpr std::size_t polity_letters = 40;
constexpr std::size_t title_letters = 64;
constexpr std::size_t step_words = 60;

/// Letters of a UTF-8 text: its bytes without continuation bytes.
std::size_t letters(std::string_view text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::size_t words(std::string const &text)
{
    std::istringstream stream{text};
    return static_cast<std::size_t>(
        std::distance(std::istream_iterator<std::string>{stream}, std::istream_iterator<std::string>{}));
}

/// Calls `see` with every text of the atlas: (file, feature, field, text).
template <typename See>
void each_text(Atlas const &atlas, See const &see)
{
    auto const &info = atlas.info;
    see("atlas.json", "", "title", info.title);
    see("atlas.json", "", "summary", info.summary);
    see("atlas.json", "", "clock", info.clock);
    see("atlas.json", "", "clock_note", info.clock_note);
    see("atlas.json", "", "attribution", info.attribution);
    for (auto const *const list : {&info.sides, &info.polities, &info.categories}) {
        for (auto const &label : *list) {
            see("atlas.json", label.id, "name", label.name);
        }
    }
    for (auto const &f : atlas.people) {
        see("people.csv", f.id, "name", f.name);
        see("people.csv", f.id, "office", f.office);
    }
    for (auto const &f : atlas.claims) {
        see("claims.csv", f.id, "wording", f.wording);
        see("claims.csv", f.id, "correction", f.correction);
    }
    for (auto const &f : atlas.places) {
        see("places.geojson", f.id, "name", f.name);
        see("places.geojson", f.id, "note", f.note);
    }
    for (auto const &f : atlas.regions) {
        see("regions.geojson", f.id, "name", f.name);
        see("regions.geojson", f.id, "note", f.note);
    }
    for (auto const &f : atlas.lines) {
        see("lines.geojson", f.id, "name", f.name);
        see("lines.geojson", f.id, "note", f.note);
    }
    for (auto const &f : atlas.units) {
        see("units.csv", f.id, "name", f.name);
        see("units.csv", f.id, "strength", f.strength);
        see("units.csv", f.id, "commander", f.commander);
        see("units.csv", f.id, "note", f.note);
        for (std::size_t i = 0; i < f.fixes.size(); ++i) {
            see("fixes.csv", fmt::format("{}/{}", f.id, i + 1), "note", f.fixes[i].note);
        }
    }
    for (auto const &f : atlas.events) {
        see("events.geojson", f.id, "title", f.title);
        see("events.geojson", f.id, "summary", f.summary);
        see("events.geojson", f.id, "disagreement", f.disagreement);
        see("events.geojson", f.id, "note", f.note);
    }
    for (auto const &story : atlas.stories) {
        auto const file = fmt::format("stories/{}.json", story.id);
        see(file, "", "title", story.title);
        see(file, "", "summary", story.summary);
        for (auto const &step : story.steps) {
            see(file, step.id, "title", step.title);
            see(file, step.id, "text", step.text);
            see(file, step.id, "question", step.question);
            see(file, step.id, "answer", step.answer);
            see(file, step.id, "notes", step.notes);
            see(file, step.id, "content_note", step.content_note);
        }
    }
}

/// Warns of the forms of a text that are longer than `most`.
void check_length(Problems &problems, std::string const &file, std::string const &id, std::string_view field,
                  LocalText const &text, std::size_t most)
{
    for (auto const &[language, form] : text.all()) {
        if (auto const count = letters(form); count > most) {
            problems.push_back({Severity::warning, file, id,
                                fmt::format("{}{}{}", field, language.empty() ? "" : "_", language),
                                fmt::format("has {} letters; at most {} find room, so shorten it", count, most)});
        }
    }
}

bool named(std::vector<Label> const &labels, std::string const &id)
{
    return std::ranges::any_of(labels, [&](Label const &l) { return l.id == id; });
}

} // namespace

void check_languages(Examined const &what, Problems &problems)
{
    auto const &languages = what.atlas.info.languages;
    each_text(
        what.atlas, [&](std::string const &file, std::string const &id, std::string_view field, LocalText const &text) {
            std::vector<std::string> missing;
            std::ranges::copy_if(languages, std::back_inserter(missing),
                                 [&](std::string const &language) { return !text.empty() && !text.has(language); });
            if (!missing.empty() && !text.has("")) {
                problems.push_back({Severity::warning, file, id, std::string{field},
                                    fmt::format("stands in {} but not in {}; translate it", text.all().front().first,
                                                fmt::join(missing, ", "))});
            }
        });
}

void check_labels(Examined const &what, Problems &problems)
{
    for (auto const &place : what.atlas.places) {
        check_length(problems, "places.geojson", place.id, "name", place.name, place_letters);
    }
    for (auto const &unit : what.atlas.units) {
        check_length(problems, "units.csv", unit.id, "name", unit.name, unit_letters);
    }
    for (auto const &polity : what.atlas.info.polities) {
        check_length(problems, "atlas.json", polity.id, "name", polity.name, polity_letters);
    }
    for (auto const &event : what.atlas.events) {
        check_length(problems, "events.geojson", event.id, "title", event.title, title_letters);
    }
    for (auto const &story : what.atlas.stories) {
        auto const file = fmt::format("stories/{}.json", story.id);
        check_length(problems, file, "", "title", story.title, title_letters);
        for (auto const &step : story.steps) {
            check_length(problems, file, step.id, "title", step.title, title_letters);
            for (auto const &[language, form] : step.text.all()) {
                if (auto const count = words(form); count > step_words) {
                    problems.push_back({Severity::warning, file, step.id, "text",
                                        fmt::format("has {} words in {}; shorten it to {}, which can be read while the "
                                                    "map is watched",
                                                    count, language, step_words)});
                }
            }
        }
    }
}

void check_vocabulary(Examined const &what, Problems &problems)
{
    auto const &info = what.atlas.info;
    auto const wanted = [&](std::string_view table, std::string const &id, char const *field, std::string const &word,
                            std::vector<Label> const &labels, char const *list) {
        if (!word.empty() && !named(labels, word)) {
            warn(problems, table, id, field,
                 fmt::format("'{}' has no name and colour; add it to the {} of atlas.json", word, list));
        }
    };
    for (auto const &unit : what.atlas.units) {
        wanted("units", unit.id, "side", unit.side, info.sides, "sides");
    }
    for (auto const &region : what.atlas.regions) {
        wanted("regions", region.id, "polity", region.polity, info.polities, "polities");
    }
    for (auto const &event : what.atlas.events) {
        wanted("events", event.id, "category", event.category, info.categories, "categories");
        for (auto const &side : event.sides) {
            wanted("events", event.id, "sides", side, info.sides, "sides");
        }
    }
    for (auto const &source : what.atlas.sources) {
        for (auto const &tradition : source.traditions) {
            if (!named(info.traditions, tradition)) {
                problems.push_back(
                    {Severity::warning, "sources.json", source.id, "custom.tradition",
                     fmt::format("'{}' has no name; add it to the traditions of atlas.json", tradition)});
            }
        }
    }
    for (auto const &id : info.graph) {
        if (!index_of(what.atlas.places, id)) {
            problems.push_back(
                {Severity::warning, "atlas.json", "", "graph", fmt::format("no place has the id '{}'", id)});
        }
    }
}

void check_stories(Examined const &what, Problems &problems)
{
    auto const exists = [&](std::string const &kind, std::string const &id) {
        return kind == "unit"    ? index_of(what.atlas.units, id).has_value()
               : kind == "event" ? index_of(what.atlas.events, id).has_value()
               : kind == "place" ? index_of(what.atlas.places, id).has_value()
                                 : false;
    };
    for (auto const &story : what.atlas.stories) {
        auto const file = fmt::format("stories/{}.json", story.id);
        Instant before = distant_past;
        for (auto const &step : story.steps) {
            if (step.at < before) {
                problems.push_back({Severity::warning, file, step.id, "at",
                                    "lies before the step before it; put the steps in order of time"});
            }
            before = step.at;
            auto const colon = step.select.find(':');
            if (!step.select.empty() &&
                (colon == std::string::npos || !exists(step.select.substr(0, colon), step.select.substr(colon + 1)))) {
                problems.push_back(
                    {Severity::warning, file, step.id, "select",
                     fmt::format("'{}' is nothing of this atlas; write unit:ID, event:ID or place:ID", step.select)});
            }
            if (step.until && step.seconds <= 0) {
                problems.push_back({Severity::warning, file, step.id, "seconds",
                                    "is missing beside 'until'; say how long the clock takes to get there"});
            }
        }
    }
}

} // namespace geo
