// Large files of other people: how long they take to read and to open (an atlas that answers and is drawn on blank
// land), beside GDAL alone, which forgets what it reads, and how much memory. Beside it, not bound: until the first
// picture of all of it is built, and until the base map lies under it, which the viewer does meanwhile. The least of
// some rounds counts, in which all take turns, since others use the machine. The files are made here: a million track
// points as GPX, five million vertices of lines and of areas as GeoPackage.
//
//   big_files [FOLDER]    makes them in the folder (else a temporary one), measures, and says what is beyond the bounds

#include "support/temporary_folder.hpp"

#include "app/core/heap.hpp"
#include "app/core/paths.hpp"
#include "app/shell/session.hpp"
#include "app/state/reduce.hpp"

#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <functional>
#include <memory>
#include <optional>
#include <sys/wait.h>
#include <unistd.h>

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr long gpx_points = 1'000'000;
constexpr int tracks = 20;
constexpr long vertices = 5'000'000;
constexpr int rounds = 5;
constexpr double most_time = 2;   // times GDAL's
constexpr double most_memory = 3; // bytes for each byte of geometry as doubles

void make_gpx(fs::path const &file, long points)
{
    std::ofstream out{file, std::ios::binary};
    out << "<?xml version=\"1.0\"?>\n<gpx version=\"1.1\" creator=\"bench\" "
           "xmlns=\"http://www.topografix.com/GPX/1/1\">\n";
    for (int t = 0; t < tracks; ++t) {
        out << fmt::format("<trk><name>track {}</name><trkseg>\n", t);
        for (long i = 0; i < points / tracks; ++i) {
            auto const s = static_cast<double>(i);
            auto const seconds = i * 2;
            out << fmt::format("<trkpt lat=\"{:.6f}\" lon=\"{:.6f}\"><ele>{:.1f}</ele>"
                               "<time>2024-05-{:02}T{:02}:{:02}:{:02}Z</time></trkpt>\n",
                               40 + 0.5 * std::sin(s / 5000 + t), 48 + 1.5 * std::sin(s / 7000) + 0.02 * t,
                               100 + 50 * std::sin(s / 300), 1 + seconds / 86400, seconds / 3600 % 24,
                               seconds / 60 % 60, seconds % 60);
        }
        out << "</trkseg></trk>\n";
    }
    out << "</gpx>\n";
}

/// Lines or rings of a thousand vertices each.
void make_gpkg(fs::path const &file, bool areas)
{
    GDALAllRegister();
    fs::remove(file);
    auto *const driver = GetGDALDriverManager()->GetDriverByName("GPKG");
    std::unique_ptr<GDALDataset> const made{driver->Create(file.c_str(), 0, 0, 0, GDT_Unknown, nullptr)};
    OGRSpatialReference degrees;
    degrees.SetWellKnownGeogCS("WGS84");
    degrees.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    auto *const layer = made->CreateLayer("shapes", &degrees, areas ? wkbPolygon : wkbLineString);
    OGRFieldDefn name{"name", OFTString};
    layer->CreateField(&name);
    made->StartTransaction();
    constexpr int each = 1000;
    for (long n = 0; n < vertices / each; ++n) {
        auto const x = 44 + 0.1 * static_cast<double>(n % 100);
        auto const y = 36 + 0.1 * static_cast<double>(n / 100);
        OGRLineString line;
        OGRLinearRing ring;
        OGRSimpleCurve &curve = areas ? static_cast<OGRSimpleCurve &>(ring) : line;
        curve.setNumPoints(each);
        for (int i = 0; i < each; ++i) {
            double const a = 2 * 3.14159265358979 * (i % (each - 1)) / (each - 1);
            double const r = 0.04 + 0.005 * std::sin(20 * a);
            areas ? curve.setPoint(i, x + r * std::cos(a), y + r * std::sin(a))
                  : curve.setPoint(i, x + 0.00009 * i, y + 0.02 * std::sin(i / 40.0));
        }
        OGRFeature feature{layer->GetLayerDefn()};
        feature.SetField("name", fmt::format("shape {}", n).c_str());
        if (areas) {
            OGRPolygon polygon;
            polygon.addRing(&ring);
            feature.SetGeometry(&polygon);
        } else {
            feature.SetGeometry(&line);
        }
        if (layer->CreateFeature(&feature) != OGRERR_NONE) {
            throw std::runtime_error{"the GeoPackage could not be written"};
        }
    }
    made->CommitTransaction();
}

double memory_mb(char const *line)
{
    std::ifstream status{"/proc/self/status"};
    for (std::string word; status >> word;) {
        if (double kib = 0; word == line && status >> kib) {
            return kib * 1024 / 1e6;
        }
    }
    return 0;
}

struct Cost
{
    double seconds = 0;
    double peak_mb = 0; ///< above what was held before
};

/// Measures something in a process of its own, so that nothing that came before is in its memory.
Cost cost_of(std::function<void()> const &work)
{
    int ends[2];
    if (pipe(ends) != 0) {
        throw std::runtime_error{"no pipe"};
    }
    auto const child = fork();
    if (child == 0) {
        std::ofstream{"/proc/self/clear_refs"} << "5"; // forgets the peak so far
        double const before = memory_mb("VmRSS:");
        auto const begin = Clock::now();
        work();
        Cost const cost{std::chrono::duration<double>(Clock::now() - begin).count(), memory_mb("VmHWM:") - before};
        [[maybe_unused]] auto const written = write(ends[1], &cost, sizeof cost);
        _exit(0);
    }
    close(ends[1]);
    Cost cost;
    bool const whole = read(ends[0], &cost, sizeof cost) == sizeof cost;
    close(ends[0]);
    waitpid(child, nullptr, 0);
    if (!whole) {
        throw std::runtime_error{"the measured process failed"};
    }
    return cost;
}

/// Every feature of a layer, and thrown away.
void read_by_gdal(fs::path const &file, char const *wanted)
{
    GDALAllRegister();
    std::unique_ptr<GDALDataset> const dataset{GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR)};
    auto *const layer = wanted == nullptr ? dataset->GetLayer(0) : dataset->GetLayerByName(wanted);
    for (std::unique_ptr<OGRFeature> feature; feature.reset(layer->GetNextFeature()), feature;) {
    }
}

std::shared_ptr<app::Session const> opened(fs::path const &file)
{
    return app::open_session(file, {}, {}, {}, app::Ground::later);
}

/// The picture that the viewer would show first.
void draw(app::Session const &session)
{
    auto const style = app::find_style(app::Settings{}.style);
    app::FontMetrics const fonts;
    app::Texts const texts{app::locale_dir(), "en"};
    auto const state = app::opening_state({*session.atlas, session.projection}, {1920, 1080});
    auto const world = geo::state_at(*session.atlas, state.now);
    (void)app::build_base({session.map, world, state, style, fonts, texts, {0, 0, 1920, 1080}, {}});
}

bool measure(fs::path const &file, char const *layer, double geometry_mb, Cost const &empty)
{
    Cost gdal{1e9, 1e9};
    auto read = gdal, ours = gdal, drawn = gdal, grounded = gdal;
    auto const least = [](Cost &of, Cost const &now) {
        of = {std::min(of.seconds, now.seconds), std::min(of.peak_mb, now.peak_mb)};
    };
    for (int i = 0; i < rounds; ++i) {
        least(gdal, cost_of([&] { read_by_gdal(file, layer); }));
        least(ours, cost_of([&] { (void)opened(file); }));
        least(read, cost_of([&] { (void)geo::load_with_guests(file, {}); }));
        least(drawn, cost_of([&] { draw(*opened(file)); }));
        least(grounded, cost_of([&] {
                  auto const session = opened(file);
                  (void)app::with_ground(*session);
              }));
    }
    double const time = ours.seconds / gdal.seconds;
    double const memory = (ours.peak_mb - empty.peak_mb) / geometry_mb;
    bool const ok = time < most_time && memory <= most_memory;
    fmt::print("{:<12} {:>4.0f} MB  GDAL {:>5.3f} s  read {:>5.3f} s  opened {:>5.3f} s  x{:<5.2f} drawn {:>5.3f} s  "
               "on its ground "
               "{:>5.3f} s  geometry {:>3.0f} MB  memory {:>3.0f} MB  x{:<5.2f} {}\n",
               file.filename().string(), static_cast<double>(fs::file_size(file)) / 1e6, gdal.seconds, read.seconds,
               ours.seconds, time, drawn.seconds, grounded.seconds, geometry_mb, ours.peak_mb - empty.peak_mb, memory,
               ok ? "ok" : "BEYOND");
    std::fflush(stdout);
    return ok;
}

} // namespace

int main(int argc, char **argv)
{
    app::take_memory_in_large_pieces(); // as the viewer does
    std::optional<test::TemporaryFolder> temporary;
    fs::path folder = argc > 1 ? argv[1] : "";
    if (folder.empty()) {
        folder = temporary.emplace().path();
    }
    auto const made = [&](char const *name, auto const &make) {
        auto file = folder / name;
        if (!fs::exists(file)) {
            make(file);
        }
        return file;
    };
    auto const small = made("small.gpx", [](fs::path const &file) { make_gpx(file, 200); });
    auto const gpx = made("points.gpx", [](fs::path const &file) { make_gpx(file, gpx_points); });
    auto const lines = made("lines.gpkg", [](fs::path const &file) { make_gpkg(file, false); });
    auto const areas = made("areas.gpkg", [](fs::path const &file) { make_gpkg(file, true); });
    auto const empty = cost_of([&] { (void)opened(small); });
    bool ok = measure(gpx, "track_points", gpx_points * 3 * 8 / 1e6, empty);
    ok = measure(lines, nullptr, vertices * 2 * 8 / 1e6, empty) && ok;
    ok = measure(areas, nullptr, vertices * 2 * 8 / 1e6, empty) && ok;
    return ok ? 0 : 1;
}
