#include "geo/raster/scan.hpp"

#include "geo/io/data_error.hpp"
#include "geo/io/gdal.hpp"

#include <cpl_string.h>
#include <fmt/format.h>
#include <gdal_priv.h>
#include <gdal_utils.h>
#include <ogr_spatialref.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <string_view>

namespace geo {
namespace {

namespace fs = std::filesystem;

constexpr double large_pixels = 4096.0 * 4096.0; ///< below this a scan is quick as it is

CPLStringList list_of(std::vector<std::string> const &words)
{
    CPLStringList list;
    for (auto const &word : words) {
        list.AddString(word.c_str());
    }
    return list;
}

/// A view of the raster as red, green, blue (and alpha) bytes, whatever its bands are. Reads no pixels.
DatasetPtr as_colours(GDALDataset &source, fs::path const &file)
{
    std::vector<std::string> words{"-of", "VRT"};
    auto *const first = source.GetRasterBand(1);
    if (first == nullptr) {
        throw DataError{file, "holds no bands of pixels"};
    }
    bool const palette = first->GetColorTable() != nullptr;
    if (palette) {
        words.insert(words.end(), {"-expand", "rgba"});
    } else {
        bool const colour = source.GetRasterCount() >= 3;
        for (int const band : {1, 2, 3}) {
            words.insert(words.end(), {"-b", std::to_string(colour ? band : 1)});
        }
        bool const alpha = source.GetRasterCount() == 4 || source.GetRasterCount() == 2;
        if (alpha && source.GetRasterBand(source.GetRasterCount())->GetColorInterpretation() == GCI_AlphaBand) {
            words.insert(words.end(), {"-b", std::to_string(source.GetRasterCount())});
        }
        if (first->GetRasterDataType() != GDT_Byte) {
            std::array<double, 2> range{};
            if (first->ComputeRasterMinMax(TRUE, range.data()) == CE_None) { // from overviews or a sample
                words.insert(words.end(), {"-ot", "Byte", "-scale", fmt::format("{}", range[0]),
                                           fmt::format("{}", range[1]), "0", "255"});
            }
        }
    }
    ErrorTrap const errors;
    auto list = list_of(words);
    auto *const options = GDALTranslateOptionsNew(list.List(), nullptr);
    DatasetPtr made{GDALDataset::FromHandle(GDALTranslate("", &source, options, nullptr))};
    GDALTranslateOptionsFree(options);
    if (!made) {
        throw DataError{file, "cannot be shown in colours: " + errors.reason()};
    }
    return made;
}

bool has_place(GDALDataset &dataset)
{
    std::array<double, 6> transform{};
    return (dataset.GetGeoTransform(transform.data()) == CE_None && dataset.GetSpatialRef() != nullptr) ||
           (dataset.GetGCPCount() > 2 && dataset.GetGCPSpatialRef() != nullptr);
}

Pixels read(GDALDataset &dataset, fs::path const &file)
{
    Pixels pixels{dataset.GetRasterXSize(), dataset.GetRasterYSize(), {}};
    auto const bands = std::min(dataset.GetRasterCount(), 4);
    pixels.rgba.assign(static_cast<std::size_t>(pixels.width) * static_cast<std::size_t>(pixels.height) * 4, 255);
    std::array<int, 4> order{1, 2, 3, 4};
    ErrorTrap const errors;
    if (dataset.RasterIO(GF_Read, 0, 0, pixels.width, pixels.height, pixels.rgba.data(), pixels.width, pixels.height,
                         GDT_Byte, bands, order.data(), 4, static_cast<GSpacing>(pixels.width) * 4, 1,
                         nullptr) != CE_None) {
        throw DataError{file, "cannot be read: " + errors.reason()};
    }
    return pixels;
}

int CPL_STDCALL report(double done, char const *, void *told)
{
    auto const &progress = *static_cast<ScanProgress const *>(told);
    return progress && !progress(done) ? FALSE : TRUE;
}

} // namespace

struct Scan::Sources
{
    fs::path file;
    std::string definition;
    DatasetPtr raw;               ///< the raster, or the VRT whose overviews are in the cache
    DatasetPtr colours;           ///< over it
    std::vector<std::string> fit; ///< words for the warper
    bool laid = false;
};

Scan::Scan(fs::path file, std::string definition, fs::path const &overviews) : m_sources{std::make_unique<Sources>()}
{
    auto &s = *m_sources;
    s.file = std::move(file);
    s.definition = std::move(definition);
    s.raw = open_raster(overviews.empty() ? s.file : overviews);
    s.colours = as_colours(*s.raw, s.file);
    s.laid = has_place(*s.raw);
}

Scan::~Scan() = default;
Scan::Scan(Scan &&) noexcept = default;
Scan &Scan::operator=(Scan &&) noexcept = default;

int Scan::width() const
{
    return m_sources->raw->GetRasterXSize();
}

int Scan::height() const
{
    return m_sources->raw->GetRasterYSize();
}

bool Scan::referenced() const
{
    return has_place(*m_sources->raw);
}

bool Scan::laid() const
{
    return m_sources->laid;
}

bool Scan::wants_overviews() const
{
    return static_cast<double>(width()) * height() > large_pixels &&
           m_sources->raw->GetRasterBand(1)->GetOverviewCount() == 0;
}

void Scan::lay(std::vector<ControlPoint> const &points, Fitting fitting, Projection const &projection)
{
    Georeference const checked{points, fitting, projection};
    auto &s = *m_sources;
    s.colours = as_colours(*s.raw, s.file);
    set_control_points(*s.colours, points, projection);
    // The method is named, since else a place that the file itself gives would win over the points.
    s.fit = fitting == Fitting::thin_plate
                ? std::vector<std::string>{"-tps"}
                : std::vector<std::string>{"-to", "SRC_METHOD=GCP_POLYNOMIAL", "-order",
                                           fitting == Fitting::polynomial3   ? "3"
                                           : fitting == Fitting::polynomial2 ? "2"
                                                                             : "1"};
    s.laid = true;
}

PlaneBox Scan::extent() const
{
    auto const &s = *m_sources;
    ErrorTrap const errors;
    std::vector<std::string> words{"-of", "VRT", "-t_srs", s.definition};
    words.insert(words.end(), s.fit.begin(), s.fit.end());
    auto list = list_of(words);
    auto *const options = GDALWarpAppOptionsNew(list.List(), nullptr);
    GDALDatasetH handle = s.colours.get();
    DatasetPtr const warped{GDALDataset::FromHandle(GDALWarp("", nullptr, 1, &handle, options, nullptr))};
    GDALWarpAppOptionsFree(options);
    std::array<double, 6> t{};
    if (!warped || warped->GetGeoTransform(t.data()) != CE_None) {
        throw DataError{s.file, "cannot be laid over the map: " + errors.reason()};
    }
    return {t[0], t[3] + t[5] * warped->GetRasterYSize(), t[0] + t[1] * warped->GetRasterXSize(), t[3]};
}

Pixels Scan::warped(PlaneBox const &box, int width, int height) const
{
    auto const &s = *m_sources;
    std::vector<std::string> words{"-of",      "MEM",       "-t_srs", s.definition,          "-r",
                                   "bilinear", "-dstalpha", "-ts",    std::to_string(width), std::to_string(height),
                                   "-te"};
    for (double const side : {box.left, box.bottom, box.right, box.top}) {
        words.push_back(fmt::format("{:.6f}", side));
    }
    words.insert(words.end(), s.fit.begin(), s.fit.end());
    ErrorTrap const errors;
    auto list = list_of(words);
    auto *const options = GDALWarpAppOptionsNew(list.List(), nullptr);
    GDALDatasetH handle = s.colours.get();
    DatasetPtr const made{GDALDataset::FromHandle(GDALWarp("", nullptr, 1, &handle, options, nullptr))};
    GDALWarpAppOptionsFree(options);
    if (!made) {
        throw DataError{s.file, "cannot be warped to the projection of the atlas: " + errors.reason()};
    }
    return read(*made, s.file);
}

Pixels Scan::part(double left, double top, double right, double bottom, int width, int height) const
{
    auto const &s = *m_sources;
    std::vector<std::string> words{
        "-of", "MEM", "-r", "bilinear", "-outsize", std::to_string(width), std::to_string(height), "-srcwin"};
    for (double const side : {left, top, right - left, bottom - top}) {
        words.push_back(fmt::format("{:.3f}", side));
    }
    ErrorTrap const errors;
    auto list = list_of(words);
    auto *const options = GDALTranslateOptionsNew(list.List(), nullptr);
    DatasetPtr const made{GDALDataset::FromHandle(GDALTranslate("", s.colours.get(), options, nullptr))};
    GDALTranslateOptionsFree(options);
    if (!made) {
        throw DataError{s.file, "cannot be read: " + errors.reason()};
    }
    return read(*made, s.file);
}

bool is_picture(fs::path const &file)
{
    std::error_code ignored;
    if (file.extension() == ".gpkg" || !fs::is_regular_file(file, ignored)) { // asked for each atlas: without GDAL
        return false;
    }
    register_drivers();
    ErrorTrap const errors;
    auto *const raster = GDALDriver::FromHandle(GDALIdentifyDriverEx(file.c_str(), GDAL_OF_RASTER, nullptr, nullptr));
    auto *const vector = GDALIdentifyDriverEx(file.c_str(), GDAL_OF_VECTOR, nullptr, nullptr);
    // A PDF may be either; a GeoPackage, or a table that might be a grid, is taken for features.
    return raster != nullptr && (vector == nullptr || std::string_view{"PDF"} == raster->GetDescription());
}

fs::path overviews_for(fs::path const &scan, fs::path const &cache)
{
    std::error_code ignored;
    auto const key = fmt::format("{}|{}|{}", fs::absolute(scan).string(), fs::file_size(scan, ignored),
                                 fs::last_write_time(scan, ignored).time_since_epoch().count());
    return cache / fmt::format("{}-{:016x}.vrt", scan.stem().string(), std::hash<std::string>{}(key));
}

bool has_overviews(fs::path const &vrt)
{
    std::error_code ignored;
    return fs::exists(vrt, ignored) && fs::exists(vrt.string() + ".ovr", ignored);
}

bool build_overviews(fs::path const &scan, fs::path const &vrt, ScanProgress const &progress)
{
    // Built beside under another name, so that a killed or stopped building is never taken for a whole one.
    fs::create_directories(vrt.parent_path());
    auto const unfinished = vrt.parent_path() / ("unfinished-" + vrt.filename().string());
    auto const clear = [&] {
        std::error_code ignored;
        fs::remove(unfinished, ignored);
        fs::remove(unfinished.string() + ".ovr", ignored);
    };
    clear();
    bool stopped = false;
    ScanProgress const told = [&](double done) {
        stopped = progress && !progress(done);
        return !stopped;
    };
    ErrorTrap const errors;
    {
        auto const source = open_raster(fs::absolute(scan));
        DatasetPtr const copy{GetGDALDriverManager()->GetDriverByName("VRT")->CreateCopy(
            unfinished.c_str(), source.get(), FALSE, nullptr, nullptr, nullptr)};
        if (!copy) {
            clear();
            throw DataError{vrt, "cannot be written: " + errors.reason()};
        }
    }
    auto const made = open_raster(unfinished);
    std::vector<int> factors;
    for (int f = 2; std::max(made->GetRasterXSize(), made->GetRasterYSize()) / f > 128; f *= 2) {
        factors.push_back(f);
    }
    auto const done = made->BuildOverviews("AVERAGE", static_cast<int>(factors.size()), factors.data(), 0, nullptr,
                                           &report, const_cast<ScanProgress *>(&told));
    if (done != CE_None || stopped) {
        clear();
        if (!stopped) {
            throw DataError{scan, "its overviews cannot be built: " + errors.reason()};
        }
        return false;
    }
    fs::rename(unfinished.string() + ".ovr", vrt.string() + ".ovr");
    fs::rename(unfinished, vrt);
    return true;
}

} // namespace geo
