#include "geo/foreign/large_layer.hpp"

#include "geo/foreign/large_source.hpp"
#include "geo/foreign/open_dataset.hpp"
#include "geo/io/data_error.hpp"
#include "geo/io/limits.hpp"
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

std::optional<TimeChoice> choice_for(std::vector<TimeChoice> const &times, std::filesystem::path const &file,
                                     std::string const &layer)
{
    auto const full = file.filename().string() + "/" + layer;
    for (auto const &choice : times) {
        if (choice.layer.empty() || choice.layer == layer || choice.layer == full ||
            choice.layer == file.filename().string()) {
            return choice;
        }
    }
    return std::nullopt;
}

/// Times, their columns and what the columns hold, by a sample.
void find_times(LargeLayer &large, OGRLayer &layer, ForeignLayer &sample, std::optional<TimeChoice> const &choice)
{
    std::map<std::string, long> told_when_asked;
    read_time_columns(sample, choice, told_when_asked);
    large.time = sample.time;
    large.begin_holds = column_kind(layer, sample, large.time.begin);
    large.end_holds = column_kind(layer, sample, large.time.end);
    for (auto const &feature : sample.features) {
        for (auto const &t : {begin_of(feature), end_of(feature)}) {
            if (t && *t != distant_past && *t != distant_future) {
                large.span.begin = std::min(large.span.begin, *t);
                large.span.end = std::max(large.span.end, *t);
            }
        }
    }
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
        ForeignLayer sample;
        auto large = is_server(file) ? survey_table(*dataset, layer, sample) : survey_file(*dataset, layer, sample);
        if (large) {
            large->where = file;
            large->name = layer.GetName();
            large->name_column = name_column_of(sample);
            find_times(*large, layer, sample, choice_for(times, file, large->name));
            found.push_back(std::move(*large));
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

void keep_existing(ForeignLayer &gathered, LargeLayer const &layer, Span const &time)
{
    std::map<std::string, long> told_at_opening;
    // The columns were chosen when the layer was looked at; a part of it might be guessed otherwise.
    read_time_columns(gathered, TimeChoice{{}, layer.time.begin.empty() ? "-" : layer.time.begin, layer.time.end},
                      told_at_opening);
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
