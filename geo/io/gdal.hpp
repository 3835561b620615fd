#pragma once

#include <cpl_error.h>

#include <filesystem>
#include <memory>
#include <string>

class GDALDataset;

namespace geo {

// The gate to GDAL: include this only from .cpp files of geo/.

struct DatasetCloser
{
    void operator()(GDALDataset *dataset) const noexcept;
};
using DatasetPtr = std::unique_ptr<GDALDataset, DatasetCloser>;

/// Collects what GDAL reports on this thread while it lives, and keeps it off stderr.
class ErrorTrap
{
public:
    ErrorTrap();
    ErrorTrap(ErrorTrap const &) = delete;
    ErrorTrap &operator=(ErrorTrap const &) = delete;

    /// All failures and warnings, joined by "; "; "unknown reason" if GDAL said nothing.
    [[nodiscard]] std::string reason() const;
    [[nodiscard]] bool heard() const { return !m_text.empty(); }

private:
    static void CPL_STDCALL on_error(CPLErr level, CPLErrorNum number, char const *message) noexcept;

    std::string m_text;
    CPLErrorHandlerPusher m_pusher;
};

/// A GDAL option for this thread while it lives.
class ThreadSetting
{
public:
    ThreadSetting(char const *key, char const *value);
    ~ThreadSetting();
    ThreadSetting(ThreadSetting const &) = delete;
    ThreadSetting &operator=(ThreadSetting const &) = delete;

private:
    char const *m_key;
};

/// Registers GDAL's drivers, once per process, and closes its ways to the network.
void register_drivers();

/**
 * Opens an authored layer (.geojson or .csv) read-only. Dates stay strings, since OGR's own date type knows
 * neither years before the common era nor half-known dates.
 * \throws DataError with GDAL's own reasons. The dataset must stay on one thread.
 */
[[nodiscard]] DatasetPtr open_vector(std::filesystem::path const &file);

/// Opens a raster read-only. \throws DataError with GDAL's own reasons.
[[nodiscard]] DatasetPtr open_raster(std::filesystem::path const &file);

} // namespace geo
