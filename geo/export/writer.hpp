#pragma once

#include "geo/export/exported.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace geo {

/// Writes one file of another format, feature by feature.
class ExportWriter
{
public:
    virtual ~ExportWriter() = default;
    /// False for a kind that the format knows nothing like; none of it may be given to feature().
    [[nodiscard]] virtual bool carries(ExportKind) const { return true; }
    virtual void feature(Exported const &feature) = 0;
    /// Ends the file. \throws std::runtime_error if it could not be written
    virtual void finish() = 0;

    /// What the format cannot carry of what it was given, worded for the user, and how often.
    [[nodiscard]] std::map<std::string, long> const &lost() const { return m_lost; }

protected:
    void lose(std::string const &what) { ++m_lost[what]; }

private:
    std::map<std::string, long> m_lost;
};

using Fields = std::vector<ExportValue>;

[[nodiscard]] std::unique_ptr<ExportWriter> write_geojson(std::filesystem::path const &file, ExportTitle const &title);
[[nodiscard]] std::unique_ptr<ExportWriter> write_kml(std::filesystem::path const &file, ExportTitle const &title);
[[nodiscard]] std::unique_ptr<ExportWriter> write_gpx(std::filesystem::path const &file, ExportTitle const &title);
[[nodiscard]] std::unique_ptr<ExportWriter> write_csv(std::filesystem::path const &file, Fields const &fields);
[[nodiscard]] std::unique_ptr<ExportWriter> write_czml(std::filesystem::path const &file, ExportTitle const &title);
[[nodiscard]] std::unique_ptr<ExportWriter> write_gpkg(std::filesystem::path const &file, ExportTitle const &title,
                                                       Fields const &fields);

} // namespace geo
