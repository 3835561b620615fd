#pragma once

#include <span>
#include <string>
#include <string_view>

namespace geo {

/// How the text of a field is read.
enum class FieldType { text, local_text, integer, number, date, list };
[[nodiscard]] std::string_view name_of(FieldType type);

/// One field of the data format. Readers, `check` and the manual all use this table, so that it cannot lie.
struct FieldSpec
{
    std::string_view name;
    FieldType type = FieldType::text;
    bool required = false;
    std::string_view meaning; ///< one line for the manual, with unit
    std::string_view example;
};

enum class Shape { none, point, optional_point, line, polygon };
[[nodiscard]] std::string_view name_of(Shape shape);

/// One file of an atlas.
struct TableSpec
{
    std::string_view name; ///< "places": the layer, "places.geojson" its file
    std::string_view file;
    Shape shape = Shape::none;
    bool required = false;
    std::span<FieldSpec const> fields;
};

/// All tables of the data format, in the order in which references are resolved.
[[nodiscard]] std::span<TableSpec const> tables();
/// \pre name is one of tables()
[[nodiscard]] TableSpec const &table(std::string_view name);

/// The word of `known` that is nearest to `word` by edit distance, or "" if none is near.
[[nodiscard]] std::string nearest(std::string_view word, std::span<std::string const> known);

} // namespace geo
