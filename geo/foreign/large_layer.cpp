#include "geo/foreign/large_layer.hpp"

#include "geo/foreign/large_source.hpp"
#include "geo/foreign/open_dataset.hpp"
#include "geo/io/data_error.hpp"
#include "geo/io/limits.hpp"
#include "geo/io/rows.hpp"
#include "geo/io/sql_text.hpp"
#include "geo/store/location.hpp"

#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <chrono>

namespace geo {
namespace {

bool is_server(std::filesystem::path const &where)
{
    return where.string().starts_with("PG:");
}

DateColumn column_kind(OGRLayer &layer, ForeignLayer const &sample, std::string const &name)
{
    int const index = name.empty() ? -1 : layer.GetLayerDefn()->GetFieldIndex(name.c_str());
    if (index < 0) {
        return DateColumn::none;
    }
    switch (layer.GetLayerDefn()->GetFieldDefn(index)->GetType()) {
    case OFTDateTime:
        return DateColumn::timestamp;
    case OFTDate:
        return DateColumn::day;
    case OFTInteger:
    case OFTInteger64:
    case OFTReal:
        switch (number_meaning(sample, name)) {
        case NumberMeaning::seconds:
            return DateColumn::seconds;
        case NumberMeaning::milliseconds:
            return DateColumn::milliseconds;
        case NumberMeaning::compact:
            return DateColumn::compact;
        case NumberMeaning::year:
            return DateColumn::year;
        case NumberMeaning::none:
            return DateColumn::none;
        }
        return DateColumn::none;
    default:
        return DateColumn::text;
    }
}

/// A column by which a feature is called.
std::string name_column_of(ForeignLayer const &layer)
{
    for (char const *const name : {"name", "title", "label", "id"}) {
        if (auto const found = field_named(layer, name)) {
            return layer.fields[*found];
        }
    }
    return {};
}

std::optional<Instant> begin_of(ForeignFeature const &feature)
{
    return feature.begin ? std::optional{feature.begin->date.first} : std::nullopt;
}

/// Half-open; a coarse end counts to its end, as everywhere.
std::optional<Instant> end_of(ForeignFeature const &feature)
{
    return feature.end ? std::optional{feature.end->date.last} : std::nullopt;
}

/// Takes into the span what begins or ends with the features.
void widen(Span &span, std::vector<ForeignFeature> const &features)
{
    for (auto const &feature : features) {
        for (auto const &t : {begin_of(feature), end_of(feature)}) {
            if (t && *t != distant_past && *t != distant_future) {
                span.begin = std::min(span.begin, *t);
                span.end = std::max(span.end, *t);
            }
        }
    }
}

/// The first and last rows of a column of dates, found by its index.
std::vector<ForeignFeature> ends_of(GDALDataset &dataset, Survey const &survey, std::string const &column)
{
    std::vector<ForeignFeature> ends;
    for (char const *const order : {"ASC", "DESC"}) {
        Rows const rows{dataset, fmt::format("SELECT * FROM {} WHERE {} IS NOT NULL ORDER BY {} {} LIMIT 1",
                                             survey.table, sql_name(column), sql_name(column), order)};
        if (rows.layer() == nullptr) {
            continue;
        }
        Scoop scoop{*rows.layer()};
        while (std::unique_ptr<OGRFeature> const feature{rows.layer()->GetNextFeature()}) {
            scoop.take(*feature);
        }
        read_times_again(scoop.layer(), survey.large);
        std::ranges::move(scoop.layer().features, std::back_inserter(ends));
    }
    return ends;
}

/// Times, their columns and what the columns hold, by a sample; their span by an index, where there is one.
void find_times(GDALDataset &dataset, OGRLayer &layer, Survey &survey, std::optional<TimeChoice> const &choice)
{
    auto &large = survey.large;
    std::map<std::string, long> told_when_asked;
    read_time_columns(survey.sample, choice, told_when_asked);
    large.time = survey.sample.time;
    large.begin_holds = column_kind(layer, survey.sample, large.time.begin);
    large.end_holds = column_kind(layer, survey.sample, large.time.end);
    widen(large.span, survey.sample.features);
    auto const take_ends = [&](std::string const &column, DateColumn holds) {
        bool const known =
            holds != DateColumn::text && std::ranges::find(survey.ordered, column) != survey.ordered.end();
        if (known) {
            widen(large.span, ends_of(dataset, survey, column));
        }
        return known;
    };
    if (large.span.begin > large.span.end) {
        return;
    }
    bool const begins = !large.time.begin.empty() && take_ends(large.time.begin, large.begin_holds);
    bool const ends = large.time.end.empty() ? begins : take_ends(large.time.end, large.end_holds);
    bool const first_known = large.time.begin.empty() ? ends : begins;
    // Of n values drawn at random the whole reaches beyond by a range / n, more than 5 of those once in 150 times.
    constexpr int steps = 5;
    auto const more =
        steps * (large.span.end - large.span.begin) / std::max<std::int64_t>(1, std::ssize(survey.sample.features));
    large.span.begin -= first_known ? Seconds{0} : more;
    large.span.end += ends ? Seconds{0} : more;
    large.span_known = first_known && ends;
}

} // namespace

std::vector<LargeLayer> large_layers(std::filesystem::path const &file, std::vector<TimeChoice> const &times)
{
    Offline const offline;
    auto const dataset = open_foreign_dataset(file);
    std::vector<LargeLayer> found;
    for (int i = 0; i < dataset->GetLayerCount(); ++i) {
        auto &layer = *dataset->GetLayer(i);
        if (is_bookkeeping(layer.GetName())) {
            continue;
        }
        auto survey = is_server(file) ? survey_table(*dataset, layer) : survey_file(*dataset, layer);
        if (survey) {
            auto &large = survey->large;
            large.where = file;
            large.name = layer.GetName();
            large.fields = survey->sample.fields;
            large.name_column = name_column_of(survey->sample);
            auto const choice = choice_for(times, file, survey->sample);
            if (choice) {
                require_columns(file, *choice, survey->sample);
            }
            find_times(*dataset, layer, *survey, choice);
            found.push_back(std::move(large));
        }
    }
    return found;
}

void require_readable_whole(std::filesystem::path const &file, std::vector<LargeLayer> const &layers)
{
    for (auto const &layer : layers) {
        if (layer.count > static_cast<double>(limits::features)) {
            throw DataError{
                shown(file),
                fmt::format("the layer '{}' has {}{:.0f} features, and at most {} are read whole; the viewer asks "
                            "for those in view, or name a part of it",
                            layer.name, layer.counted ? "" : "about ", layer.count, limits::features)};
        }
    }
}

LargeLayerReader::LargeLayerReader(LargeLayer layer)
{
    if (is_server(layer.where)) {
        m_source = open_large_table(std::move(layer));
    } else {
        m_source = open_large_file(std::move(layer));
    }
}

LargeLayerReader::~LargeLayerReader() = default;
LargeLayerReader::LargeLayerReader(LargeLayerReader &&) noexcept = default;
LargeLayerReader &LargeLayerReader::operator=(LargeLayerReader &&) noexcept = default;

LargeAnswer LargeLayerReader::ask(Box const &extent, Span const &time, std::size_t most)
{
    Offline const offline;
    try {
        return m_source->ask(extent, time, most);
    } catch (DataError const &) {
        throw;
    } catch (std::runtime_error const &failure) {
        throw DataError{shown(m_source->layer.where),
                        fmt::format("the layer '{}': {}", m_source->layer.name, failure.what())};
    }
}

Scoop::Scoop(OGRLayer &layer) : m_sink{m_source, {}, {}}, m_reader{layer, m_sink}
{
    m_reader.begin();
}

void Scoop::take(OGRFeature const &feature)
{
    m_reader.take(feature);
}

void read_times_again(ForeignLayer &gathered, LargeLayer const &layer)
{
    std::map<std::string, long> told_at_opening;
    read_time_columns(gathered, TimeChoice{{}, layer.time.begin.empty() ? "-" : layer.time.begin, layer.time.end},
                      told_at_opening);
}

void keep_existing(ForeignLayer &gathered, LargeLayer const &layer, Span const &time)
{
    read_times_again(gathered, layer);
    std::erase_if(gathered.features, [&](ForeignFeature const &feature) {
        auto const begin = begin_of(feature).value_or(distant_past);
        auto const end = layer.time.moments ? begin + Seconds{1} : end_of(feature).value_or(distant_future);
        return begin > time.end || end <= time.begin;
    });
}

void thin_out(std::vector<ForeignFeature> &features, std::size_t most)
{
    if (features.size() <= most) {
        return;
    }
    for (std::size_t i = 0; i < most; ++i) {
        auto const from = i * features.size() / most;
        if (from != i) {
            features[i] = std::move(features[from]);
        }
    }
    features.resize(most);
}

std::string date_value(DateColumn column, Instant t, DateLiteral literal)
{
    std::chrono::year_month_day const day{std::chrono::floor<std::chrono::days>(t)};
    switch (column) {
    case DateColumn::year:
        return std::to_string(static_cast<int>(day.year()));
    case DateColumn::seconds:
        return std::to_string(to_epoch(t));
    case DateColumn::milliseconds:
        return std::to_string(to_epoch(t) * 1000);
    case DateColumn::compact:
        return fmt::format("{}{:02}{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                           static_cast<unsigned>(day.day()));
    default:
        return literal(t, column == DateColumn::day);
    }
}

std::string time_condition(LargeLayer const &layer, Span const &time, DateLiteral literal)
{
    auto const comparable = [](DateColumn column) { return column != DateColumn::none && column != DateColumn::text; };
    std::string condition;
    auto const add = [&](std::string const &column, char const *sign, DateColumn holds, Instant t, bool or_null) {
        auto const name = sql_name(column);
        auto const compared = fmt::format("{} {} {}", name, sign, date_value(holds, t, literal));
        condition += condition.empty() ? "" : " AND ";
        condition += or_null ? fmt::format("({} OR {} IS NULL)", compared, name) : compared;
    };
    if (layer.time.moments) {
        if (comparable(layer.begin_holds)) {
            add(layer.time.begin, ">=", layer.begin_holds, time.begin, false);
            add(layer.time.begin, "<=", layer.begin_holds, time.end, false);
        }
        return condition;
    }
    if (comparable(layer.begin_holds)) {
        add(layer.time.begin, "<=", layer.begin_holds, time.end, true);
    }
    if (comparable(layer.end_holds)) {
        add(layer.time.end, ">=", layer.end_holds, time.begin, true);
    }
    return condition;
}

} // namespace geo
