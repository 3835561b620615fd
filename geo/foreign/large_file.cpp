#include "geo/foreign/large_source.hpp"
#include "geo/foreign/open_dataset.hpp"
#include "geo/io/rows.hpp"
#include "geo/io/sql_text.hpp"

#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <random>
#include <stdexcept>

namespace geo {
namespace {

constexpr std::size_t sampled_at_opening = 1'000;
constexpr long most_looked_at = 300'000; ///< in answer to one question: a second or so
constexpr double wide = 0.05;            ///< share of the layer's extent from which rows are picked by number
constexpr int most_rounds = 6;

bool is_geopackage(GDALDataset &dataset)
{
    return dataset.GetDriver() != nullptr && std::string_view{dataset.GetDriver()->GetDescription()} == "GPKG";
}

/// As SQLite keeps instants, and as GDAL's own conditions write them.
std::string text_for_sqlite(Instant t, bool day)
{
    auto const text = to_iso(t);
    return day ? fmt::format("'{}'", text.substr(0, text.find('T'))) : fmt::format("'{}.000Z'", text);
}

std::string text_for_gdal(Instant t, bool day)
{
    auto text = to_iso(t);
    text = day ? text.substr(0, text.find('T')) : text;
    std::ranges::replace(text, '-', '/');
    std::ranges::replace(text, 'T', ' ');
    return fmt::format("'{}'", text);
}

double area(Box const &box)
{
    return std::max(0.0, box.east - box.west) * std::max(0.0, box.north - box.south);
}

Box meet(Box const &a, Box const &b)
{
    return {std::max(a.west, b.west), std::max(a.south, b.south), std::min(a.east, b.east), std::min(a.north, b.north)};
}

/// Picks rows by number, evenly from first to last. \param phase 0 to 1, so that rounds do not meet the same rows
void pick(OGRLayer &layer, double count, std::size_t how_many, double phase, Scoop &into, OGREnvelope const *within)
{
    double const step = std::max(1.0, count / static_cast<double>(how_many));
    for (double at = phase * step; at < count + 1; at += step) {
        std::unique_ptr<OGRFeature> const feature{layer.GetFeature(static_cast<GIntBig>(at))};
        if (!feature || feature->GetGeometryRef() == nullptr) {
            continue;
        }
        OGREnvelope reach;
        feature->GetGeometryRef()->getEnvelope(&reach);
        if (within == nullptr || within->Intersects(reach) != 0) {
            into.take(*feature);
        }
    }
}

class LargeFile final : public LargeLayerReader::Source
{
public:
    explicit LargeFile(LargeLayer of)
    : Source{std::move(of)}, m_dataset{open_foreign_dataset(layer.where)}, m_table{find()},
      m_to{ToWgs84::from(m_table.GetSpatialRef())}
    {}

    LargeAnswer ask(Box const &extent, Span const &time, std::size_t most) override
    {
        auto const seen = meet(extent, layer.extent);
        if (seen.west > seen.east || seen.south > seen.north) {
            return {};
        }
        double const share = area(layer.extent) > 0 ? area(seen) / area(layer.extent) : 1;
        auto const box = m_to.back(extent);
        if (share < wide) {
            return by_index(box, time, most, most_looked_at);
        }
        auto answer = by_index(box, time, most, static_cast<long>(most) + 1);
        return answer.counted == Counted::exactly ? std::move(answer) : by_number(box, time, most);
    }

private:
    OGRLayer &find()
    {
        auto *const found = m_dataset->GetLayerByName(layer.name.c_str());
        if (found == nullptr) {
            throw std::runtime_error{"is no longer there"};
        }
        return *found;
    }

    /// Reads what lies in the box by the file's index, up to a number of rows; of more than wanted a random part stays.
    LargeAnswer by_index(Box const &box, Span const &time, std::size_t most, long looked_at)
    {
        ErrorTrap const errors;
        auto const condition =
            time_condition(layer, time, is_geopackage(*m_dataset) ? &text_for_sqlite : &text_for_gdal);
        m_table.SetSpatialFilterRect(box.west, box.south, box.east, box.north);
        if (m_table.SetAttributeFilter(condition.empty() ? nullptr : condition.c_str()) != OGRERR_NONE) {
            m_table.SetAttributeFilter(nullptr);
        }
        m_table.ResetReading();
        Scoop scoop{m_table};
        auto &features = scoop.layer().features;
        std::minstd_rand random{1}; // NOLINT(cert-msc32-c,cert-msc51-cpp): the same part for the same question
        long read = 0;
        bool whole = false;
        while (read < looked_at) {
            std::unique_ptr<OGRFeature> const feature{m_table.GetNextFeature()};
            if (!feature) {
                whole = true;
                break;
            }
            scoop.take(*feature);
            ++read;
            if (features.size() > most) { // each row so far stays with the same chance
                auto const place = std::uniform_int_distribution<long>{0, read - 1}(random);
                if (place < static_cast<long>(most)) {
                    features[static_cast<std::size_t>(place)] = std::move(features.back());
                }
                features.pop_back();
            }
        }
        m_table.SetAttributeFilter(nullptr);
        m_table.SetSpatialFilter(nullptr);
        auto const before = static_cast<double>(features.size());
        keep_existing(scoop.layer(), layer, time);
        auto const stay = before > 0 ? static_cast<double>(features.size()) / before : 1;
        LargeAnswer answer{std::move(features), static_cast<double>(read) * stay, Counted::exactly};
        if (!whole) {
            answer.counted = Counted::at_least;
        } else if (read > static_cast<long>(most) && stay < 1) {
            answer.counted = Counted::about;
        }
        return answer;
    }

    /// Of a wide view: rows picked by number all over the layer.
    LargeAnswer by_number(Box const &box, Span const &time, std::size_t most)
    {
        ErrorTrap const errors;
        OGREnvelope within;
        within.MinX = box.west;
        within.MinY = box.south;
        within.MaxX = box.east;
        within.MaxY = box.north;
        LargeAnswer answer;
        double tried = 0;
        for (int round = 0; round < most_rounds && answer.features.size() < most; ++round) {
            Scoop scoop{m_table};
            pick(m_table, layer.count, most, (round + 0.5) / most_rounds, scoop, &within);
            tried += std::min(static_cast<double>(most), layer.count);
            keep_existing(scoop.layer(), layer, time);
            std::ranges::move(scoop.layer().features, std::back_inserter(answer.features));
        }
        answer.of = tried > 0 ? layer.count * static_cast<double>(answer.features.size()) / tried : 0;
        answer.of = std::max(answer.of, static_cast<double>(answer.features.size()));
        answer.counted = Counted::about;
        thin_out(answer.features, most);
        return answer;
    }

    DatasetPtr m_dataset;
    OGRLayer &m_table;
    ToWgs84 m_to;
};

} // namespace

std::unique_ptr<LargeLayerReader::Source> open_large_file(LargeLayer layer)
{
    return std::make_unique<LargeFile>(std::move(layer));
}

std::optional<Survey> survey_file(GDALDataset &dataset, OGRLayer &layer)
{
    if (layer.TestCapability(OLCFastSpatialFilter) == 0 || layer.TestCapability(OLCRandomRead) == 0 ||
        layer.TestCapability(OLCFastFeatureCount) == 0) {
        return std::nullopt;
    }
    Survey survey;
    auto &large = survey.large;
    large.count = static_cast<double>(layer.GetFeatureCount(FALSE));
    OGREnvelope reach;
    if (large.count <= most_read_whole || layer.GetExtent(&reach, FALSE) != OGRERR_NONE) {
        return std::nullopt;
    }
    large.extent = ToWgs84::from(layer.GetSpatialRef()).bounds({reach.MinX, reach.MinY, reach.MaxX, reach.MaxY});
    ErrorTrap const errors;
    Scoop scoop{layer};
    pick(layer, large.count, sampled_at_opening, 0.5, scoop, nullptr);
    survey.sample = std::move(scoop.layer());
    if (is_geopackage(dataset)) {
        survey.table = sql_name(layer.GetName());
        survey.ordered = first_column(
            dataset, fmt::format("SELECT DISTINCT c.name FROM pragma_index_list({}) AS i, pragma_index_info(i.name) AS "
                                 "c WHERE c.seqno = 0 AND NOT i.partial",
                                 sql_text(layer.GetName())));
    }
    return survey;
}

} // namespace geo
