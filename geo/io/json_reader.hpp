#pragma once

#include "geo/check/problem.hpp"
#include "geo/model/atlas.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace geo {

using Json = nlohmann::json;

/// \throws DataError with line, column and reason if the file is missing or no JSON.
[[nodiscard]] Json read_json(std::filesystem::path const &file);
/// The same of a text. \param where names it in the error
[[nodiscard]] Json parse_json(std::string_view text, std::filesystem::path const &where);
/// The text member of an object; "" if it is none, has no such member, or that is no text.
[[nodiscard]] std::string text_of(Json const &object, char const *key);

/// Reads members of one JSON object, reporting each that is of the wrong kind. The JSON must outlive it.
class JsonReader
{
public:
    JsonReader(Json const &json, std::string file, std::string feature, Problems &problems);

    [[nodiscard]] std::string text(char const *key, bool required = false);
    /// A text by language, or a plain text without language.
    [[nodiscard]] LocalText local_text(char const *key);
    [[nodiscard]] std::optional<double> number(char const *key);
    [[nodiscard]] std::vector<std::string> texts(char const *key);
    [[nodiscard]] std::optional<Edtf> date(char const *key);
    /// [west, south, east, north] in degrees.
    [[nodiscard]] std::optional<Box> box(char const *key);
    /// The array of objects, empty if absent.
    [[nodiscard]] Json const &objects(char const *key);
    [[nodiscard]] Json const *find(char const *key) const;

    void error(std::string const &field, std::string message);
    void warn(std::string const &field, std::string message);
    [[nodiscard]] bool ok() const { return m_ok; }

private:
    Json const &m_json;
    std::string m_file;
    std::string m_feature;
    Problems &m_problems;
    bool m_ok = true;
};

} // namespace geo
