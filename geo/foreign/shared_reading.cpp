#include "geo/foreign/shared_reading.hpp"

#include "geo/foreign/layer_reader.hpp"
#include "geo/foreign/open_dataset.hpp"
#include "geo/io/gdal.hpp"
#include "geo/io/sql_text.hpp"

#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <atomic>
#include <future>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace geo {
namespace {

constexpr std::uintmax_t worth_it = 4U << 20U; ///< bytes of a file that others are called to
constexpr GIntBig parts = 16; ///< few, as each is a statement; many, as rows are of unlike size
constexpr unsigned most_readers = 4;

/// The numbers of the first and the last row of a table.
struct Rows
{
    GIntBig first = 0;
    GIntBig last = 0;
};

/// Nothing for a view, whose rows are found one by one.
std::optional<Rows> rows_of(GDALDataset &dataset, OGRLayer &layer)
{
    std::string_view const driver = dataset.GetDriver() == nullptr ? "" : dataset.GetDriver()->GetDescription();
    std::string const number = layer.GetFIDColumn();
    if (driver != "GPKG" || number.empty()) {
        return std::nullopt;
    }
    std::string const name = layer.GetName();
    auto const query = fmt::format("SELECT (SELECT min({0}) FROM {1}) AS a, (SELECT max({0}) FROM {1}) AS b "
                                   "FROM sqlite_master WHERE type = 'table' AND name = {2}",
                                   sql_name(number), sql_name(name), sql_text(name));
    ErrorTrap const errors;
    auto *const answer = dataset.ExecuteSQL(query.c_str(), nullptr, nullptr);
    std::optional<Rows> rows;
    if (answer != nullptr) {
        if (std::unique_ptr<OGRFeature> const row{answer->GetNextFeature()};
            row && row->IsFieldSetAndNotNull(0) && row->IsFieldSetAndNotNull(1)) {
            rows = Rows{row->GetFieldAsInteger64(0), row->GetFieldAsInteger64(1)};
        }
        dataset.ReleaseResultSet(answer);
    }
    CPLErrorReset();
    return rows && rows->last - rows->first >= parts ? rows : std::nullopt;
}

/// What one part of the rows came to.
struct Part
{
    std::vector<ForeignFeature> features;
    std::map<std::string, long> dropped;
};

/// Keeps what comes in the part that is being read.
class PartSink final : public FeatureSink
{
public:
    void open(Part &part) { m_part = &part; }

    void layer(std::string const &) override {}
    std::size_t field(std::string const &) override { return m_fields++; }
    void feature(ForeignFeature &&feature) override { m_part->features.push_back(std::move(feature)); }
    void story(Story &&) override {}
    void drop(std::string const &reason, long count) override
    {
        if (count > 0) {
            m_part->dropped[reason] += count;
        }
    }
    void progress(double) override {}

private:
    Part *m_part = nullptr;
    std::size_t m_fields = 0;
};

/// Reads parts of the table until none is left; each thread has one.
class PartReader
{
public:
    PartReader(OGRLayer &layer, Rows rows, std::vector<Part> &made, std::atomic<GIntBig> &next)
    : m_layer{layer}, m_number{sql_name(m_layer.GetFIDColumn())}, m_rows{rows}, m_made{made}, m_next{next}, m_reader{m_layer, m_sink}
    {
        m_reader.begin();
    }

    /// \param told after each part; may throw
    template <typename Tell>
    void read(Tell const &told)
    {
        for (auto i = m_next++; i < parts; i = m_next++) {
            read(i);
            told();
        }
    }

private:
    void read(GIntBig i)
    {
        ErrorTrap const errors;
        CPLErrorReset();
        auto const at = [&](GIntBig part) {
            return m_rows.first + static_cast<GIntBig>((static_cast<double>(m_rows.last) -
                                                        static_cast<double>(m_rows.first) + 1) *
                                                       static_cast<double>(part) / static_cast<double>(parts));
        };
        auto condition = i == 0 ? std::string{} : fmt::format("{} >= {}", m_number, at(i));
        if (i + 1 < parts) {
            condition += fmt::format("{}{} < {}", condition.empty() ? "" : " AND ", m_number, at(i + 1));
        }
        if (m_layer.SetAttributeFilter(condition.c_str()) != OGRERR_NONE) {
            throw std::runtime_error{errors.reason()};
        }
        m_sink.open(m_made[static_cast<std::size_t>(i)]);
        m_reader.take_all();
        if (CPLGetLastErrorType() >= CE_Failure) {
            throw std::runtime_error{"cannot be read whole: " + errors.reason()};
        }
    }

    OGRLayer &m_layer;
    std::string m_number;
    Rows m_rows;
    std::vector<Part> &m_made;
    std::atomic<GIntBig> &m_next;
    PartSink m_sink;
    LayerReader m_reader;
};

} // namespace

bool read_shared(std::filesystem::path const &file, GDALDataset &dataset, OGRLayer &layer, FeatureSink &sink,
                 double from, double share)
{
    auto const readers = std::min(std::thread::hardware_concurrency(), most_readers);
    std::error_code no_file;
    if (readers < 2 || std::filesystem::file_size(file, no_file) < worth_it || no_file) {
        return false;
    }
    auto const rows = rows_of(dataset, layer);
    if (!rows) {
        return false;
    }
    std::vector<Part> made(static_cast<std::size_t>(parts));
    std::atomic<GIntBig> next = 0;
    std::atomic<GIntBig> done = 0;
    std::string const name = layer.GetName();
    std::vector<std::future<void>> others; // they are waited for, whatever is thrown
    for (unsigned i = 1; i < readers; ++i) {
        others.push_back(std::async(std::launch::async, [&] {
            Offline const offline; // a setting of the thread
            try {
                auto const own = open_foreign_dataset(file);
                auto *const same = own->GetLayerByName(name.c_str());
                if (same == nullptr) {
                    throw std::runtime_error{"is no longer there"};
                }
                PartReader{*same, *rows, made, next}.read([&] { ++done; });
            } catch (...) {
                next = parts;
                throw;
            }
        }));
    }
    try {
        PartReader{layer, *rows, made, next}.read([&] {
            sink.progress(from + share * static_cast<double>(++done) / static_cast<double>(parts));
        });
        std::ranges::for_each(others, &std::future<void>::get);
    } catch (...) {
        next = parts; // nobody begins another
        throw;
    }
    layer.SetAttributeFilter(nullptr);
    LayerReader{layer, sink}.begin();
    for (auto &part : made) {
        for (auto &feature : part.features) {
            sink.feature(std::move(feature));
        }
        for (auto const &[reason, count] : part.dropped) {
            sink.drop(reason, count);
        }
        part = {};
    }
    sink.progress(from + share);
    return true;
}

} // namespace geo
