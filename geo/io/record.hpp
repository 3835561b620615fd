#pragma once

#include "geo/check/problem.hpp"
#include "geo/io/raw_table.hpp"
#include "geo/io/schema.hpp"
#include "geo/model/atlas.hpp"
#include "geo/model/choices.hpp"

#include <functional>
#include <unordered_map>

namespace geo {

/// Ids of one kind of feature. An id whose feature is faulty is known, but leads nowhere.
class IdTable
{
public:
    explicit IdTable(std::string kind) : m_kind{std::move(kind)} {}

    /// False if the id is taken.
    bool add(std::string const &id, std::optional<Index> index);
    [[nodiscard]] bool knows(std::string const &id) const { return m_ids.contains(id); }
    [[nodiscard]] std::optional<Index> find(std::string const &id) const;
    [[nodiscard]] std::vector<std::string> ids() const;
    [[nodiscard]] std::string const &kind() const { return m_kind; }

private:
    std::string m_kind; ///< as messages name it: "place"
    std::unordered_map<std::string, std::optional<Index>> m_ids;
};

/**
 * Reads the fields of one raw feature and reports what is wrong with each. Reading goes on after a fault, so that
 * all of them are told at once; ok() says at the end whether the feature can be used.
 */
class Record
{
public:
    /// \param approximation how far "~" widens dates in this atlas
    Record(RawTable const &table, RawFeature const &feature, TableSpec const &spec, std::size_t row,
           Approximation const &approximation, Problems &problems);

    [[nodiscard]] std::string text(std::string_view field);
    [[nodiscard]] LocalText local_text(std::string_view field);
    [[nodiscard]] std::optional<double> number(std::string_view field);
    [[nodiscard]] std::optional<long> integer(std::string_view field, long least, long most);
    [[nodiscard]] std::optional<Edtf> date(std::string_view field);
    [[nodiscard]] std::vector<std::string> list(std::string_view field);
    [[nodiscard]] Lifetime lifetime();
    /// Resolved references; unknown ones are reported.
    [[nodiscard]] Indices references(std::string_view field, IdTable const &ids);
    [[nodiscard]] std::optional<Index> reference(std::string_view field, IdTable const &ids);

    template <typename Enum, std::size_t Count>
    [[nodiscard]] Enum choice(std::string_view field, Choices<Enum, Count> const &choices, Enum otherwise)
    {
        auto const word = text(field);
        if (word.empty()) {
            return otherwise;
        }
        std::vector<std::string> known;
        for (auto const &[name, value] : choices) {
            if (name == word) {
                return value;
            }
            known.emplace_back(name);
        }
        report_unknown_word(field, word, known);
        return otherwise;
    }

    [[nodiscard]] LonLat point();
    [[nodiscard]] std::optional<LonLat> optional_point();
    [[nodiscard]] MultiLine lines();
    [[nodiscard]] MultiPolygon polygons();

    void error(std::string_view field, std::string message);
    void warn(std::string_view field, std::string message);
    [[nodiscard]] std::string const &id() const { return m_id; }
    [[nodiscard]] bool ok() const { return m_ok; }

private:
    [[nodiscard]] std::string const &raw(std::string_view field) const;
    void report_unknown_word(std::string_view field, std::string const &word, std::vector<std::string> const &known);
    [[nodiscard]] std::optional<Index> resolve(std::string_view field, std::string const &word, IdTable const &ids);
    template <typename T>
    [[nodiscard]] T geometry(std::string_view wanted);

    RawTable const *m_table;
    RawFeature const *m_feature;
    TableSpec const *m_spec;
    Approximation m_approximation;
    Problems *m_problems;
    std::string m_id;
    bool m_ok = true;
};

/// Warns of fields that the format does not know, naming the nearest known one.
void report_unknown_fields(RawTable const &table, TableSpec const &spec, Problems &problems);

} // namespace geo
