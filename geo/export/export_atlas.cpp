#include "geo/export/export_atlas.hpp"

#include "geo/export/collect.hpp"
#include "geo/export/writer.hpp"
#include "geo/foreign/sink.hpp"

#include <fmt/format.h>

namespace geo {
namespace {

std::unique_ptr<ExportWriter> writer_for(ExportFormat format, std::filesystem::path const &file,
                                         ExportTitle const &title, Fields const &fields)
{
    switch (format) {
    case ExportFormat::gpkg:
        return write_gpkg(file, title, fields);
    case ExportFormat::geojson:
        return write_geojson(file, title);
    case ExportFormat::kml:
        return write_kml(file, title);
    case ExportFormat::gpx:
        return write_gpx(file, title);
    case ExportFormat::csv:
        return write_csv(file, fields);
    case ExportFormat::czml:
        break;
    }
    return write_czml(file, title);
}

} // namespace

ExportReport export_atlas(Atlas const &atlas, ExportChoice const &choice, ExportFormat format,
                          std::filesystem::path const &file, Progress const &progress, std::stop_token const &stop)
{
    ExportReport report;
    auto const writer = writer_for(format, file, export_title(atlas, choice), export_fields(atlas));
    auto const take = [&](Exported &&feature) {
        if (writer->carries(feature.kind)) {
            ++report.written[static_cast<std::size_t>(feature.kind)];
            writer->feature(feature);
        } else {
            ++report.not_borne[fmt::format("{}s: the format knows nothing like it", name_of(feature.kind))];
        }
    };
    auto const share = [&](double done) {
        if (stop.stop_requested()) {
            throw Stopped{};
        }
        if (progress) {
            progress(done);
        }
    };
    collect(atlas, choice, take, report.left_out, share);
    writer->finish();
    if (!atlas.stories.empty()) {
        report.left_out["stories: only a pack carries them"] += std::ssize(atlas.stories);
    }
    report.not_borne.insert(writer->lost().begin(), writer->lost().end());
    return report;
}

} // namespace geo
