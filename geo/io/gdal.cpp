#include "geo/io/gdal.hpp"

#include "geo/io/data_error.hpp"
#include "geo/io/no_network.hpp"

#include <gdal_priv.h>

#include <array>
#include <mutex>

namespace geo {
namespace {

DatasetPtr open(std::filesystem::path const &file, unsigned kind, char const *const *drivers,
                char const *const *options)
{
    register_drivers();
    ErrorTrap const errors;
    DatasetPtr dataset{
        GDALDataset::Open(file.c_str(), kind | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR, drivers, options)};
    if (!dataset) {
        throw DataError{file, errors.reason()};
    }
    return dataset;
}

} // namespace

void DatasetCloser::operator()(GDALDataset *dataset) const noexcept
{
    GDALClose(dataset);
}

ErrorTrap::ErrorTrap() : m_pusher{&ErrorTrap::on_error, &m_text} {}

std::string ErrorTrap::reason() const
{
    return m_text.empty() ? "unknown reason" : m_text;
}

// Called from C: must not let an exception out.
void ErrorTrap::on_error(CPLErr level, CPLErrorNum, char const *message) noexcept
try {
    if (level >= CE_Warning) {
        auto &text = *static_cast<std::string *>(CPLGetErrorHandlerUserData());
        text += text.empty() ? "" : "; ";
        text += message;
    }
} catch (...) { // out of memory: the message is lost, the error code is not
}

ThreadSetting::ThreadSetting(char const *key, char const *value) : m_key{key}
{
    CPLSetThreadLocalConfigOption(key, value);
}

ThreadSetting::~ThreadSetting()
{
    CPLSetThreadLocalConfigOption(m_key, nullptr);
}

void register_drivers()
{
    static std::once_flag once;
    std::call_once(once, [] {
        GDALAllRegister();
        close_network();
    });
}

DatasetPtr open_vector(std::filesystem::path const &file)
{
    // A fixed list, so that a broken file is not offered to eighty drivers.
    constexpr std::array<char const *, 3> drivers{"GeoJSON", "CSV", nullptr};
    bool const table = file.extension() == ".csv";
    constexpr std::array<char const *, 2> json{"DATE_AS_STRING=YES", nullptr};
    constexpr std::array<char const *, 2> csv{"EMPTY_STRING_AS_NULL=YES", nullptr};
    return open(file, GDAL_OF_VECTOR, drivers.data() + (table ? 1 : 0), table ? csv.data() : json.data());
}

DatasetPtr open_raster(std::filesystem::path const &file)
{
    return open(file, GDAL_OF_RASTER, nullptr, nullptr);
}

} // namespace geo
