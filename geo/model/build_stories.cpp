#include "geo/model/build_stories.hpp"

#include <fmt/format.h>

#include <filesystem>

namespace geo {
namespace {

StoryStep parse_step(JsonReader &reader, IdTable const &events, Problems &problems, std::string const &file)
{
    StoryStep step;
    step.id = reader.text("id", true);
    step.title = reader.local_text("title");
    step.text = reader.local_text("text");
    step.question = reader.local_text("question");
    step.answer = reader.local_text("answer");
    step.notes = reader.local_text("notes");
    step.content_note = reader.local_text("content_note");
    step.layers = reader.texts("layers");
    step.select = reader.text("select");
    step.seconds = reader.number("seconds").value_or(0);
    if (auto const at = reader.date("at")) {
        step.at = at->earliest();
    } else if (reader.find("at") == nullptr) {
        reader.error("at", "is missing; give the instant to show, such as 1920-04-27T14:15");
    }
    if (auto const until = reader.date("until")) {
        step.until = until->earliest();
        if (*step.until < step.at) {
            reader.error("until", "lies before 'at'; exchange or correct them");
        }
    }
    if (auto const *const camera = reader.find("camera")) {
        JsonReader view{*camera, file, step.id, problems};
        step.extent = view.box("bbox").value_or(Box{});
    } else {
        reader.error("camera", "is missing; give {\"bbox\": [west, south, east, north]}");
    }
    for (auto const &id : reader.texts("events")) {
        if (auto const index = events.find(id)) {
            step.events.push_back(*index);
        } else {
            reader.error("events", fmt::format("no event has the id '{}'", id));
        }
    }
    return step;
}

} // namespace

std::vector<Story> build_stories(RawAtlas const &raw, IdTable const &events, Problems &problems)
{
    std::vector<Story> stories;
    for (auto const &[file, json] : raw.stories) {
        JsonReader reader{json, file, "", problems};
        Story story{reader.text("id", true),
                    reader.text("audience"),
                    reader.local_text("title"),
                    reader.local_text("summary"),
                    {}};
        if (auto const stem = std::filesystem::path{file}.stem().string(); !story.id.empty() && story.id != stem) {
            reader.error("id",
                         fmt::format("'{}' is not the name of the file ('{}'); give both the same", story.id, stem));
        }
        for (auto const &item : reader.objects("steps")) {
            JsonReader step{item, file, text_of(item, "id"), problems};
            story.steps.push_back(parse_step(step, events, problems, file));
            if (!step.ok()) {
                story.steps.pop_back();
            }
        }
        if (reader.ok()) {
            stories.push_back(std::move(story));
        }
    }
    return stories;
}

Source parse_source(Json const &json, JsonReader &reader, Problems &problems)
{
    Source source{reader.text("id", true), {}, json.dump(), {}};
    std::string authors;
    for (char const *const role : {"author", "editor"}) {
        for (auto const &person : reader.objects(role)) {
            auto const name = text_of(person, person.contains("family") ? "family" : "literal");
            authors += (authors.empty() || name.empty() ? "" : ", ") + name;
        }
        if (!authors.empty()) {
            break;
        }
    }
    std::string year;
    if (auto const *const issued = reader.find("issued"); issued != nullptr && issued->is_object()) {
        auto const parts = issued->value("date-parts", Json::array());
        if (!parts.empty() && parts[0].is_array() && !parts[0].empty() && parts[0][0].is_number_integer()) {
            year = std::to_string(parts[0][0].get<int>());
        }
    }
    if (auto const *const custom = reader.find("custom")) {
        JsonReader own{*custom, "sources.json", source.id, problems};
        source.traditions = own.texts("tradition");
    }
    auto const title = reader.text("title", true);
    source.citation =
        fmt::format("{}{}{}{}{}", authors, authors.empty() ? "" : ": ", title, year.empty() ? "" : ", ", year);
    return source;
}

} // namespace geo
