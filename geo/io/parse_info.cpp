#include "geo/io/raw_atlas.hpp"

#include <fmt/format.h>

namespace geo {
namespace {

constexpr char const *file = "atlas.json";

std::vector<Label> labels(JsonReader &reader, char const *key, Problems &problems)
{
    std::vector<Label> found;
    for (auto const &item : reader.objects(key)) {
        JsonReader entry{item, file, key, problems};
        Label label{entry.text("id", true), entry.local_text("name"), entry.text("colour")};
        bool const hex =
            label.colour.empty() || (label.colour.size() == 7 && label.colour[0] == '#' &&
                                     label.colour.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string::npos);
        if (!hex) {
            entry.error("colour", fmt::format("'{}' is no colour; write it like #A8201A", label.colour));
        } else if (entry.ok()) {
            found.push_back(std::move(label));
        }
    }
    return found;
}

Approximation approximation(JsonReader &reader, Problems &problems)
{
    Approximation by;
    if (auto const *const json = reader.find("approximation")) {
        JsonReader entry{*json, file, "approximation", problems};
        by.minute = Seconds{static_cast<long>(entry.number("minute_min").value_or(30) * 60)};
        by.day = Seconds{static_cast<long>(entry.number("day_days").value_or(1) * 86400)};
        by.month = Seconds{static_cast<long>(entry.number("month_days").value_or(10) * 86400)};
    }
    return by;
}

/// What the viewer shows first: given, or the start and the whole of the span.
void read_opening(JsonReader &reader, AtlasInfo &info, Problems &problems)
{
    info.opening_at = info.span.begin;
    info.opening_ruler = info.span;
    auto const *const json = reader.find("opening");
    if (json == nullptr) {
        return;
    }
    JsonReader opening{*json, file, "opening", problems};
    if (auto const at = opening.date("at")) {
        info.opening_at = at->earliest(info.approximation);
    }
    if (auto const ruler = opening.date("ruler")) {
        info.opening_ruler = {ruler->earliest(info.approximation), ruler->latest(info.approximation)};
    }
    if (!info.span.contains(info.opening_at)) {
        opening.error("at", "lies outside the span of the atlas");
    }
    if (info.opening_ruler.begin < info.span.begin || info.span.end < info.opening_ruler.end) {
        opening.error("ruler", "reaches outside the span of the atlas");
    }
}

} // namespace

AtlasInfo parse_info(Json const &json, Problems &problems)
{
    JsonReader reader{json, file, "", problems};
    AtlasInfo info;
    info.id = reader.text("id", true);
    info.version = reader.text("version");
    info.title = reader.local_text("title");
    info.summary = reader.local_text("summary");
    info.clock = reader.local_text("clock");
    info.clock_note = reader.local_text("clock_note");
    info.crs = reader.text("crs");
    info.languages = reader.texts("languages");
    info.layers = reader.texts("layers");
    info.base = reader.text("base");
    info.licence = reader.text("licence");
    info.attribution = reader.local_text("attribution");
    info.approximation = approximation(reader, problems);
    info.sides = labels(reader, "sides", problems);
    info.polities = labels(reader, "polities", problems);
    info.categories = labels(reader, "categories", problems);
    info.traditions = labels(reader, "traditions", problems);
    info.graph = reader.texts("graph");
    if (auto const box = reader.box("home")) {
        info.home = *box;
    } else if (reader.find("home") == nullptr) {
        reader.error("home", "is missing; give the extent to open with as [west, south, east, north]");
    }
    if (auto const span = reader.date("span")) {
        info.span = {span->earliest(info.approximation), span->latest(info.approximation)};
        if (!span->start || !span->end) {
            reader.error("span", "needs a start and an end, such as 1920-01-01/1920-08-10");
        }
    } else if (reader.find("span") == nullptr) {
        reader.error("span", "is missing; give the time that the slider covers, such as 1920-01-01/1920-08-10");
    }
    read_opening(reader, info, problems);
    if (info.languages.empty()) {
        reader.error("languages", R"(is missing or empty; name at least one, such as ["en"])");
    }
    return info;
}

} // namespace geo
