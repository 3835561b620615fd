#include "geo/raster/control_points.hpp"

#include "geo/io/data_error.hpp"
#include "geo/io/gdal.hpp"

#include <fmt/format.h>
#include <gdal_alg.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include <array>
#include <cmath>
#include <fstream>
#include <numeric>
#include <sstream>
#include <stdexcept>

namespace geo {
namespace {

/// GDAL's form of the points.
class Gcps
{
public:
    /// \param projection into which they are brought; null: they stay in degrees
    Gcps(std::vector<ControlPoint> const &points, Projection const *projection) : m_gcps(points.size())
    {
        GDALInitGCPs(count(), m_gcps.data());
        for (std::size_t i = 0; i < points.size(); ++i) {
            auto const &p = points[i];
            auto const plane = projection != nullptr ? projection->forward(p.at) : MapPoint{p.at.lon, p.at.lat};
            m_gcps[i].dfGCPPixel = p.pixel;
            m_gcps[i].dfGCPLine = p.line;
            m_gcps[i].dfGCPX = plane.x;
            m_gcps[i].dfGCPY = plane.y;
        }
    }
    ~Gcps() { GDALDeinitGCPs(count(), m_gcps.data()); }
    Gcps(Gcps const &) = delete;
    Gcps &operator=(Gcps const &) = delete;

    [[nodiscard]] int count() const { return static_cast<int>(m_gcps.size()); }
    [[nodiscard]] GDAL_GCP const *data() const { return m_gcps.data(); }
    [[nodiscard]] GDAL_GCP const &operator[](std::size_t i) const { return m_gcps[i]; }

private:
    std::vector<GDAL_GCP> m_gcps;
};

constexpr double most_pixels = 1e7;                      ///< along a side of a scan, with points beside it
constexpr char const *fitting_item = "MARSHRUT_FITTING"; ///< of the VRT's metadata

int order_of(Fitting fitting)
{
    return fitting == Fitting::polynomial3 ? 3 : fitting == Fitting::polynomial2 ? 2 : 1;
}

} // namespace

std::string_view name_of(Fitting value)
{
    constexpr std::array<std::string_view, 4> names{"affine", "polynomial2", "polynomial3", "thin_plate"};
    return names[static_cast<std::size_t>(value)];
}

std::size_t least_points(Fitting value)
{
    constexpr std::array<std::size_t, 4> least{3, 6, 10, 3};
    return least[static_cast<std::size_t>(value)];
}

struct Georeference::Transformer
{
    void *handle = nullptr;
    bool thin_plate = false;

    Transformer() = default;
    Transformer(Transformer const &) = delete;
    Transformer &operator=(Transformer const &) = delete;
    ~Transformer()
    {
        if (handle != nullptr) {
            thin_plate ? GDALDestroyTPSTransformer(handle) : GDALDestroyGCPTransformer(handle);
        }
    }
};

Georeference::Georeference(std::vector<ControlPoint> const &points, Fitting fitting, Projection const &projection)
: m_transformer{std::make_unique<Transformer>()}
{
    register_drivers();
    if (points.size() < least_points(fitting)) {
        throw std::runtime_error{fmt::format("{} control points are too few for {}: it needs {}", points.size(),
                                             name_of(fitting), least_points(fitting))};
    }
    ErrorTrap const errors;
    Gcps const gcps{points, &projection};
    m_transformer->thin_plate = fitting == Fitting::thin_plate;
    m_transformer->handle = m_transformer->thin_plate
                                ? GDALCreateTPSTransformer(gcps.count(), gcps.data(), FALSE)
                                : GDALCreateGCPTransformer(gcps.count(), gcps.data(), order_of(fitting), FALSE);
    if (m_transformer->handle == nullptr) {
        throw std::runtime_error{fmt::format("the control points determine no {} fit ({}); do not put them all on one "
                                             "line or in one spot",
                                             name_of(fitting), errors.reason())};
    }
    for (std::size_t i = 0; i < points.size(); ++i) {
        auto const laid = to_map(points[i].pixel, points[i].line);
        m_residuals.push_back(std::hypot(laid.x - gcps[i].dfGCPX, laid.y - gcps[i].dfGCPY));
    }
}

Georeference::~Georeference() = default;
Georeference::Georeference(Georeference &&) noexcept = default;
Georeference &Georeference::operator=(Georeference &&) noexcept = default;

MapPoint Georeference::to_map(double pixel, double line) const
{
    double z = 0;
    int done = 0;
    if (m_transformer->thin_plate) {
        GDALTPSTransform(m_transformer->handle, FALSE, 1, &pixel, &line, &z, &done);
    } else {
        GDALGCPTransform(m_transformer->handle, FALSE, 1, &pixel, &line, &z, &done);
    }
    return {pixel, line};
}

double Georeference::rms() const
{
    double const square = std::inner_product(m_residuals.begin(), m_residuals.end(), m_residuals.begin(), 0.0);
    return std::sqrt(square / static_cast<double>(m_residuals.size()));
}

void set_control_points(GDALDataset &dataset, std::vector<ControlPoint> const &points, Projection const &projection)
{
    Gcps const gcps{points, &projection};
    OGRSpatialReference system;
    system.SetFromUserInput(projection.definition().c_str());
    dataset.SetGCPs(gcps.count(), gcps.data(), &system);
}

std::string to_points_file(std::vector<ControlPoint> const &points, Georeference const *fit)
{
    std::string text =
        "#CRS: GEOGCRS[\"WGS 84 (CRS84)\",DATUM[\"World Geodetic System 1984\",ELLIPSOID[\"WGS "
        "84\",6378137,298.257223563]],CS[ellipsoidal,2],AXIS[\"longitude\",east],AXIS[\"latitude\",north]"
        ",UNIT[\"degree\",0.0174532925199433],ID[\"OGC\",\"CRS84\"]]\n"
        "mapX,mapY,sourceX,sourceY,enable,dX,dY,residual\n";
    for (std::size_t i = 0; i < points.size(); ++i) {
        auto const &p = points[i];
        text += fmt::format("{:.9f},{:.9f},{:.4f},{:.4f},1,0,0,{:.4f}\n", p.at.lon, p.at.lat, p.pixel, -p.line,
                            fit != nullptr ? fit->residuals()[i] : 0.0);
    }
    return text;
}

std::vector<ControlPoint> read_points_file(std::filesystem::path const &file)
{
    std::ifstream in{file};
    if (!in) {
        throw DataError{file, "cannot be opened; check that it is there and may be read"};
    }
    std::vector<ControlPoint> points;
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        if (line.empty() || line.front() == '#' || line.starts_with("mapX")) {
            continue;
        }
        std::istringstream cells{line};
        std::array<double, 5> value{0, 0, 0, 0, 1};
        for (std::size_t i = 0; i < value.size(); ++i) {
            char comma = ',';
            bool const more = i == 0 || static_cast<bool>(cells >> comma);
            if (!more && i == 4) {
                break; // older files do not say whether a point is in use
            }
            if (!more || comma != ',' || !(cells >> value[i])) {
                throw DataError{file, fmt::format("line {} is not 'mapX,mapY,sourceX,sourceY,enable,…'", number)};
            }
        }
        if (value[4] == 0) {
            continue;
        }
        if (!(std::abs(value[0]) <= 180 && std::abs(value[1]) <= 90)) {
            throw DataError{file,
                            fmt::format("line {}: {}, {} is no longitude and latitude in degrees; save the points "
                                        "in EPSG:4326",
                                        number, value[0], value[1])};
        }
        if (!(std::abs(value[2]) <= most_pixels && std::abs(value[3]) <= most_pixels)) {
            throw DataError{file, fmt::format("line {}: {}, {} is no pixel of a picture", number, value[2], value[3])};
        }
        points.push_back({value[2], -value[3], {value[0], value[1]}});
    }
    return points;
}

std::string to_vrt(std::filesystem::path const &scan, std::vector<ControlPoint> const &points, Fitting fitting)
{
    auto const source = open_raster(scan);
    ErrorTrap const errors;
    auto *const driver = GetGDALDriverManager()->GetDriverByName("VRT");
    DatasetPtr const vrt{driver->CreateCopy("", source.get(), FALSE, nullptr, nullptr, nullptr)};
    Gcps const gcps{points, nullptr};
    OGRSpatialReference system;
    system.SetFromUserInput("OGC:CRS84");
    if (!vrt || vrt->SetGCPs(gcps.count(), gcps.data(), &system) != CE_None) {
        throw DataError{scan, "cannot be given control points: " + errors.reason()};
    }
    vrt->SetMetadataItem(fitting_item, std::string{name_of(fitting)}.c_str());
    auto *const *const xml = vrt->GetMetadata("xml:VRT");
    if (xml == nullptr || xml[0] == nullptr) {
        throw DataError{scan, "cannot be written as VRT: " + errors.reason()};
    }
    // The VRT lies beside the scan and moves with it.
    std::string text = xml[0];
    auto const named = fmt::format("relativeToVRT=\"0\">{}<", scan.string());
    for (auto at = text.find(named); at != std::string::npos; at = text.find(named, at + 1)) {
        text.replace(at, named.size(), fmt::format("relativeToVRT=\"1\">{}<", scan.filename().string()));
    }
    return text;
}

std::string to_world_file(std::vector<ControlPoint> const &points)
{
    Gcps const gcps{points, nullptr};
    std::array<double, 6> t{};
    if (GDALGCPsToGeoTransform(gcps.count(), gcps.data(), t.data(), TRUE) == 0) {
        throw std::runtime_error{"the control points determine no affine fit; do not put them all on one line"};
    }
    // A world file names the middle of the first pixel.
    return fmt::format("{:.12f}\n{:.12f}\n{:.12f}\n{:.12f}\n{:.12f}\n{:.12f}\n", t[1], t[4], t[2], t[5],
                       t[0] + (t[1] + t[2]) / 2, t[3] + (t[4] + t[5]) / 2);
}

std::filesystem::path points_beside(std::filesystem::path const &scan)
{
    return scan.string() + ".points";
}

std::filesystem::path vrt_beside(std::filesystem::path const &scan)
{
    return scan.string() + ".vrt";
}

std::filesystem::path world_file_beside(std::filesystem::path const &scan)
{
    // First and last letter of the ending, and a w: what every program looks for.
    auto const ending = scan.extension().string();
    auto const letters = ending.size() < 3 ? std::string{".wld"} : std::string{'.', ending[1], ending.back(), 'w'};
    return std::filesystem::path{scan}.replace_extension(letters);
}

SavedFit fit_beside(std::filesystem::path const &scan)
{
    SavedFit saved;
    auto const stem = std::filesystem::path{scan}.replace_extension(".points");
    for (auto const &file : {points_beside(scan), stem}) {
        if (std::filesystem::exists(file)) {
            saved.points = read_points_file(file);
            break;
        }
    }
    if (saved.points.empty() || !std::filesystem::exists(vrt_beside(scan))) {
        return saved;
    }
    try {
        auto const vrt = open_raster(vrt_beside(scan));
        auto const *const named = vrt->GetMetadataItem(fitting_item);
        for (auto const fitting : {Fitting::polynomial2, Fitting::polynomial3, Fitting::thin_plate}) {
            if (named != nullptr && named == name_of(fitting)) {
                saved.fitting = fitting;
            }
        }
    } catch (DataError const &) { // the points are what counts; without the VRT they are laid straight
    }
    return saved;
}

} // namespace geo
