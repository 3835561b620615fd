#include "geo/io/json_reader.hpp"

#include "geo/io/data_error.hpp"
#include "geo/io/limits.hpp"

#include <fmt/format.h>

#include <fstream>
#include <sstream>

namespace geo {
Json read_json(std::filesystem::path const &file)
{
    std::ifstream in{file, std::ios::binary};
    if (!in) {
        throw DataError{file, "cannot be opened; check that it is there and may be read"};
    }
    if (std::filesystem::is_directory(file)) {
        throw DataError{file, "is a folder; a file is needed here"};
    }
    std::ostringstream text;
    text << in.rdbuf();
    return parse_json(text.view(), file);
}

Json parse_json(std::string_view text, std::filesystem::path const &where)
{
    auto const not_too_deep = [&](int depth, Json::parse_event_t, Json &) {
        if (static_cast<std::size_t>(depth) > limits::json_depth) { // copying it would exhaust the stack
            throw DataError{where,
                            fmt::format("is nested more than {} deep, as no file of an atlas is", limits::json_depth)};
        }
        return true;
    };
    try {
        return Json::parse(text, not_too_deep);
    } catch (Json::exception const &failure) {
        std::string_view reason = failure.what(); // "[json.exception…] parse error at line 3, column 5: …"
        if (auto const bracket = reason.find("] "); bracket != std::string_view::npos) {
            reason.remove_prefix(bracket + 2);
        }
        throw DataError{where, fmt::format("is not valid JSON: {}", reason)};
    }
}

std::string text_of(Json const &object, char const *key)
{
    if (object.is_object()) {
        if (auto const member = object.find(key); member != object.end() && member->is_string()) {
            return member->get<std::string>();
        }
    }
    return {};
}

JsonReader::JsonReader(Json const &json, std::string file, std::string feature, Problems &problems)
: m_json{json}, m_file{std::move(file)}, m_feature{std::move(feature)}, m_problems{problems}
{
    if (!json.is_object()) {
        error("", "is not a JSON object {…}");
    }
}

Json const *JsonReader::find(char const *key) const
{
    if (!m_json.is_object()) {
        return nullptr;
    }
    auto const found = m_json.find(key);
    return found == m_json.end() || found->is_null() ? nullptr : &*found;
}

std::string JsonReader::text(char const *key, bool required)
{
    auto const *const value = find(key);
    if (value != nullptr && value->is_string()) {
        return value->get<std::string>();
    }
    if (value != nullptr) {
        error(key, "is not a text in quotation marks");
    } else if (required) {
        error(key, "is missing");
    }
    return {};
}

LocalText JsonReader::local_text(char const *key)
{
    LocalText texts;
    auto const *const value = find(key);
    if (value == nullptr) {
        return texts;
    }
    if (value->is_string()) {
        texts.set("", value->get<std::string>());
        return texts;
    }
    if (!value->is_object()) {
        error(key, R"(is neither a text nor texts by language, such as {"en": "…", "ru": "…"})");
        return texts;
    }
    for (auto const &[language, text] : value->items()) {
        if (text.is_string()) {
            texts.set(language, text.get<std::string>());
        } else {
            error(fmt::format("{}.{}", key, language), "is not a text in quotation marks");
        }
    }
    return texts;
}

std::optional<double> JsonReader::number(char const *key)
{
    auto const *const value = find(key);
    if (value == nullptr) {
        return std::nullopt;
    }
    if (!value->is_number()) {
        error(key, "is not a number");
        return std::nullopt;
    }
    return value->get<double>();
}

std::vector<std::string> JsonReader::texts(char const *key)
{
    std::vector<std::string> list;
    auto const *const value = find(key);
    if (value == nullptr) {
        return list;
    }
    if (!value->is_array()) {
        error(key, "is not a list [\"…\", \"…\"]");
        return list;
    }
    for (auto const &item : *value) {
        if (item.is_string()) {
            list.push_back(item.get<std::string>());
        } else {
            error(key, "holds something that is not a text");
        }
    }
    return list;
}

std::optional<Edtf> JsonReader::date(char const *key)
{
    auto const word = text(key);
    if (word.empty()) {
        return std::nullopt;
    }
    auto parsed = parse_edtf(word);
    if (!parsed.value) {
        error(key, fmt::format("'{}' is not a date: {}", word, parsed.error));
    }
    return parsed.value;
}

std::optional<Box> JsonReader::box(char const *key)
{
    auto const *const value = find(key);
    if (value == nullptr) {
        return std::nullopt;
    }
    Box box;
    bool numbers = value->is_array() && value->size() == 4;
    for (std::size_t i = 0; numbers && i < 4; ++i) {
        numbers = (*value)[i].is_number();
    }
    if (numbers) {
        box = {(*value)[0].get<double>(), (*value)[1].get<double>(), (*value)[2].get<double>(),
               (*value)[3].get<double>()};
    }
    if (!numbers || box.west >= box.east || box.south >= box.north || box.west < -180 || box.east > 180 ||
        box.south < -90 || box.north > 90) {
        error(key, "is no extent; write [west, south, east, north] in degrees");
        return std::nullopt;
    }
    return box;
}

Json const &JsonReader::objects(char const *key)
{
    static Json const none = Json::array();
    auto const *const value = find(key);
    if (value == nullptr) {
        return none;
    }
    if (!value->is_array()) {
        error(key, "is not a list [{…}, {…}]");
        return none;
    }
    return *value;
}

void JsonReader::error(std::string const &field, std::string message)
{
    m_ok = false;
    m_problems.push_back({Severity::error, m_file, m_feature, field, std::move(message)});
}

void JsonReader::warn(std::string const &field, std::string message)
{
    m_problems.push_back({Severity::warning, m_file, m_feature, field, std::move(message)});
}

} // namespace geo
