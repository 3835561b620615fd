#include "geo/store/qgis_style.hpp"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <fmt/format.h>

#include <memory>

namespace geo {
namespace {

std::string escaped(std::string const &text)
{
    std::unique_ptr<char, decltype(&VSIFree)> const xml{
        CPLEscapeString(text.c_str(), static_cast<int>(text.size()), CPLES_XML), &VSIFree};
    return xml.get();
}

/// "#A8201A" as QGIS writes it.
std::string rgba(std::string const &hex, int alpha)
{
    std::string const colour = hex.size() == 7 ? hex : "#808080";
    auto const part = [&](std::size_t at) { return std::stoi(colour.substr(at, 2), nullptr, 16); };
    return fmt::format("{},{},{},{}", part(1), part(3), part(5), alpha);
}

std::string option(std::string_view name, std::string_view value)
{
    return fmt::format(R"(<Option type="QString" name="{}" value="{}"/>)", name, value);
}

enum class Kind { fill, line, marker };

std::string symbol(Kind kind, std::string const &name, std::string const &colour)
{
    switch (kind) {
    case Kind::fill:
        return fmt::format(R"(<symbol type="fill" name="{}" alpha="1"><layer class="SimpleFill" enabled="1">)"
                           R"(<Option type="Map">{}{}{}{}</Option></layer></symbol>)",
                           name, option("color", rgba(colour, 90)), option("style", "solid"),
                           option("outline_color", rgba(colour, 255)), option("outline_width", "0.3"));
    case Kind::line:
        return fmt::format(R"(<symbol type="line" name="{}" alpha="1"><layer class="SimpleLine" enabled="1">)"
                           R"(<Option type="Map">{}{}</Option></layer></symbol>)",
                           name, option("line_color", rgba(colour, 255)), option("line_width", "0.6"));
    default:
        return fmt::format(R"(<symbol type="marker" name="{}" alpha="1"><layer class="SimpleMarker" enabled="1">)"
                           R"(<Option type="Map">{}{}{}{}</Option></layer></symbol>)",
                           name, option("color", rgba(colour, 255)), option("name", "circle"), option("size", "2.2"),
                           option("outline_color", "255,255,255,255"));
    }
}

std::string categorised(Kind kind, std::string const &field, std::vector<Label> const &labels)
{
    std::string categories;
    std::string symbols;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        categories +=
            fmt::format(R"(<category render="true" value="{}" symbol="{}" label="{}"/>)", escaped(labels[i].id), i,
                        escaped(labels[i].name.in("en").empty() ? labels[i].id : labels[i].name.in("en")));
        symbols += symbol(kind, std::to_string(i), labels[i].colour);
    }
    auto const rest = std::to_string(labels.size());
    categories += fmt::format(R"(<category render="true" value="" symbol="{}" label=""/>)", rest);
    symbols += symbol(kind, rest, "#808080");
    return fmt::format(R"(<renderer-v2 type="categorizedSymbol" attr="{}" enableorderby="0" forceraster="0">)"
                       R"(<categories>{}</categories><symbols>{}</symbols></renderer-v2>)",
                       field, categories, symbols);
}

std::string single(Kind kind, std::string const &colour)
{
    return fmt::format(R"(<renderer-v2 type="singleSymbol" enableorderby="0" forceraster="0"><symbols>{}</symbols>)"
                       R"(</renderer-v2>)",
                       symbol(kind, "0", colour));
}

std::string labelled(std::string const &field)
{
    return fmt::format(R"(<labeling type="simple"><settings><text-style fieldName="{}" isExpression="0" fontSize="8" )"
                       R"(textColor="30,36,46,255"/><placement placement="0" dist="1"/></settings></labeling>)",
                       field);
}

/// From t_begin (included) to t_end (not included), empty bounds open.
constexpr std::string_view temporal =
    R"(<temporal enabled="1" mode="2" startField="t_begin" endField="t_end" limitMode="0" accumulate="0" )"
    R"(durationUnit="min" durationField="" fixedDuration="0" startExpression="" endExpression="">)"
    R"(<fixedRange><start></start><end></end></fixedRange></temporal>)";

std::string document(std::string_view time, std::string const &renderer, std::string const &labels)
{
    return fmt::format("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
                       R"(<qgis version="3.22" styleCategories="Symbology|Labeling|Temporal" labelsEnabled="{}">)"
                       "{}{}{}</qgis>\n",
                       labels.empty() ? 0 : 1, time, renderer, labels);
}

} // namespace

std::vector<std::pair<std::string, std::string>> qgis_styles(AtlasInfo const &info)
{
    return {
        {"places", document(temporal, single(Kind::marker, "#1E242E"), labelled("name_en"))},
        {"map_regions", document(temporal, categorised(Kind::fill, "polity", info.polities), "")},
        {"lines", document(temporal, single(Kind::line, "#505050"), "")},
        {"fixes", document(temporal, single(Kind::marker, "#A8201A"), labelled("unit_id"))},
        {"events", document(temporal, categorised(Kind::marker, "category", info.categories), labelled("title_en"))},
        {"legs", document(temporal, categorised(Kind::line, "side", info.sides), labelled("name_en"))},
        {"trajectories", document(temporal, categorised(Kind::line, "side", info.sides), "")},
        {"base_sea", document("", single(Kind::fill, "#A9C6D6"), "")},
        {"base_lakes", document("", single(Kind::fill, "#A9C6D6"), "")},
        {"base_rivers", document("", single(Kind::line, "#6C9DB8"), "")},
    };
}

} // namespace geo
