#include "app/state/view_code.hpp"

#include "app/scene/build_scene.hpp"
#include "app/scene/camera.hpp"
#include "app/state/ruler.hpp"

#include <boost/crc.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <stdexcept>
#include <vector>

namespace app {
namespace {

constexpr std::string_view version = "mv1";
constexpr std::size_t fields = 9;
constexpr std::size_t longest = 2000; ///< letters; a code is some hundred

/// What is wrong with a code, in words for the user.
struct BadCode : std::runtime_error
{
    using runtime_error::runtime_error;
};

std::string check_of(std::string_view text)
{
    boost::crc_16_type crc;
    crc.process_bytes(text.data(), text.size());
    return fmt::format("{:04x}", crc.checksum());
}

std::vector<std::string_view> split(std::string_view text, char at)
{
    std::vector<std::string_view> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        auto const end = std::min(text.find(at, begin), text.size());
        parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

std::string id_of(Selection const &selection, geo::Atlas const &atlas)
{
    auto const i = selection.index;
    switch (selection.kind) {
    case Kind::place:
        return "place:" + atlas.places[i].id;
    case Kind::unit:
        return "unit:" + atlas.units[i].id;
    case Kind::event:
        return "event:" + atlas.events[i].id;
    case Kind::region:
        return "region:" + atlas.regions[i].id;
    case Kind::line:
        return "line:" + atlas.lines[i].id;
    case Kind::person:
        return "person:" + atlas.people[i].id;
    default:
        return "-";
    }
}

Selection selection_of(std::string_view word, geo::Atlas const &atlas)
{
    if (word == "-") {
        return {};
    }
    auto const colon = std::min(word.find(':'), word.size() - 1);
    auto const kind = word.substr(0, colon);
    auto const id = word.substr(colon + 1);
    auto const found = [&](Kind k, auto const &features) -> Selection {
        if (auto const index = geo::index_of(features, id)) {
            return {k, *index};
        }
        throw BadCode{fmt::format("there is no {} '{}' in this atlas", kind, id)};
    };
    if (kind == "place") {
        return found(Kind::place, atlas.places);
    }
    if (kind == "unit") {
        return found(Kind::unit, atlas.units);
    }
    if (kind == "event") {
        return found(Kind::event, atlas.events);
    }
    if (kind == "region") {
        return found(Kind::region, atlas.regions);
    }
    if (kind == "line") {
        return found(Kind::line, atlas.lines);
    }
    if (kind == "person") {
        return found(Kind::person, atlas.people);
    }
    throw BadCode{fmt::format("'{}' is nothing that can be selected", word)};
}

double number_of(std::string_view word, double least, double most, char const *what)
{
    double value = 0;
    auto const [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc{} || end != word.data() + word.size() || !(value >= least && value <= most)) {
        throw BadCode{fmt::format("its {} '{}' is no number from {} to {}", what, word, least, most)};
    }
    return value;
}

geo::Instant instant_of(std::string_view word, geo::Atlas const &atlas)
{
    auto const parsed = geo::parse_edtf(word);
    if (!parsed.value || !parsed.value->start) {
        throw BadCode{fmt::format("its date '{}' is none: {}", word, parsed.error)};
    }
    auto const t = parsed.value->start->first;
    if (!atlas.info.span.contains(t)) {
        throw BadCode{fmt::format("its date {} lies outside the atlas", word)};
    }
    return t;
}

std::set<std::string> hidden_of(std::string_view word)
{
    std::set<std::string> hidden;
    if (word != "-") {
        for (auto const name : split(word, ',')) {
            if (std::ranges::find(layer_names(), name) == layer_names().end()) {
                throw BadCode{fmt::format("there is no layer '{}'", name)};
            }
            hidden.emplace(name);
        }
    }
    return hidden;
}

/// A short name such as a language or a style: no path can hide in it.
std::string name_of(std::string_view word, char const *what)
{
    auto const sound = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; };
    if (word.empty() || word.size() > 40 || !std::ranges::all_of(word, sound)) {
        throw BadCode{fmt::format("its {} '{}' is none", what, word)};
    }
    return std::string{word};
}

std::string camera_text(Camera const &camera, geo::Projection const &projection)
{
    auto const at = projection.inverse(camera.centre);
    return fmt::format("{:.6f},{:.6f},{:.5g}", at.lon, at.lat, camera.metres_per_pixel);
}

Camera camera_of(std::string_view word, geo::Projection const &projection)
{
    auto const parts = split(word, ',');
    if (parts.size() != 3) {
        throw BadCode{fmt::format("its camera '{}' is not longitude,latitude,metres", word)};
    }
    geo::LonLat const at{number_of(parts[0], -180, 180, "longitude"), number_of(parts[1], -90, 90, "latitude")};
    Camera camera{projection.forward(at), number_of(parts[2], 0.5, 50000, "scale")};
    if (!std::isfinite(camera.centre.x) || !std::isfinite(camera.centre.y)) {
        throw BadCode{fmt::format("its camera '{}' lies where the atlas's map has no ground", word)};
    }
    return camera;
}

/// What a stranger's text may hold must not break the one line.
std::string printable(std::string text)
{
    std::ranges::replace_if(
        text, [](char c) { return c < ' ' || c > '~'; }, '?');
    return text;
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blank = " \t\r\n";
    auto const begin = text.find_first_not_of(blank);
    return begin == std::string_view::npos ? std::string_view{}
                                           : text.substr(begin, text.find_last_not_of(blank) - begin + 1);
}

ViewerState decoded(ViewerState state, std::string_view code, Surroundings const &in)
{
    if (code.size() > longest || !code.starts_with("mv")) {
        throw BadCode{"it does not begin with 'mv1/', as codes of a view do"};
    }
    auto const parts = split(code, '/');
    if (parts.front() != version) {
        throw BadCode{fmt::format("it is of version '{}', this program reads '{}'", parts.front(), version)};
    }
    if (parts.size() != fields) {
        throw BadCode{fmt::format("it has {} parts instead of {}; copy it whole", parts.size(), fields)};
    }
    if (check_of(code.substr(0, code.rfind('/'))) != parts[8]) {
        throw BadCode{"a letter of it was lost or changed; copy it again"};
    }
    if (parts[1] != in.atlas.info.id) {
        throw BadCode{fmt::format("it is of the atlas '{}', not of '{}'", parts[1], in.atlas.info.id)};
    }
    state.now = instant_of(parts[2], in.atlas);
    state.now_fraction = 0;
    state.playing = false;
    state.ruler = follow(state.ruler, state.now, in.atlas.info.span);
    state.camera = camera_of(parts[3], in.projection);
    state.selection = selection_of(parts[4], in.atlas);
    state.hidden = hidden_of(parts[5]);
    state.language = name_of(parts[6], "language");
    state.style = name_of(parts[7], "style");
    return state;
}

} // namespace

std::string view_code(ViewerState const &state, Surroundings const &in)
{
    auto const hidden = state.hidden.empty() ? std::string{"-"} : fmt::format("{}", fmt::join(state.hidden, ","));
    auto const text = fmt::format("{}/{}/{}/{}/{}/{}/{}/{}", version, in.atlas.info.id, geo::to_iso(state.now),
                                  camera_text(state.camera, in.projection), id_of(state.selection, in.atlas), hidden,
                                  state.language, state.style);
    return text + "/" + check_of(text);
}

ViewerState snapped(ViewerState state, Surroundings const &in)
{
    state.camera = camera_of(camera_text(state.camera, in.projection), in.projection);
    return state;
}

std::variant<ViewerState, std::string> apply_view_code(ViewerState state, std::string_view code, Surroundings const &in)
{
    auto const word = trimmed(code);
    try {
        return decoded(std::move(state), word, in);
    } catch (BadCode const &bad) {
        return printable(fmt::format("'{}{}' is no code of a view: {}", word.substr(0, 60),
                                     word.size() > 60 ? "..." : "", bad.what()));
    }
}

} // namespace app
