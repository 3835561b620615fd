// Scans over the map of a real window.

#include "support/atlas_folder.hpp"
#include "support/temporary_folder.hpp"

#include "app/shell/scan_files.hpp"
#include "app/shell/viewer.hpp"
#include "app/state/reduce.hpp"

#include <doctest/doctest.h>

#include <fstream>

namespace {

namespace fs = std::filesystem;

/// A picture all in one colour.
fs::path sheet(fs::path const &folder)
{
    auto const file = folder / "sheet.ppm";
    std::ofstream out{file, std::ios::binary};
    out << "P6\n300 200\n255\n";
    for (int i = 0; i < 300 * 200; ++i) {
        out << "\xff" << '\0' << "\xff";
    }
    return file;
}

bool is_sheet(sf::Color c)
{
    return c.r > 250 && c.g < 5 && c.b > 250;
}

/// Frames until the map stands still and shows all that was asked for.
void settle(app::Viewer &viewer)
{
    for (int i = 0; i < 40; ++i) {
        viewer.frame(1 / 60.0F);
        viewer.finish_reading();
    }
}

} // namespace

TEST_CASE("a scan without a place is laid by four clicks, swiped away, made transparent, saved and found again")
{
    test::AtlasFolder const folder;
    test::TemporaryFolder const scans;
    auto const file = sheet(scans.path());
    auto const session = app::open_session(folder.path());
    app::Surroundings const in{*session->atlas, session->projection};
    app::Viewer viewer{session, app::opening_state(in, {1000, 800}), false};
    viewer.open_scan(file);
    viewer.act(app::TogglePanel{app::Panel::events});
    settle(viewer);
    CHECK_FALSE(is_sheet(viewer.pixel(500, 200)));
    viewer.act(app::SetPlacing{true});
    auto const &view = viewer.state();
    auto const at = [&](float x, float y) {
        return session->projection.inverse(to_map(view.camera, view.viewport, {x, y}));
    };
    auto const pin = [&](double pixel, double line, float x, float y) {
        viewer.act(app::SetScanSpot{{pixel, line}});
        viewer.act(app::AddControlPoint{at(x, y)});
    };
    pin(0, 0, 300, 100);
    pin(300, 0, 700, 100);
    pin(300, 200, 700, 330);
    pin(0, 200, 300, 330);
    settle(viewer);
    CHECK(is_sheet(viewer.pixel(420, 200)));
    CHECK(is_sheet(viewer.pixel(600, 300)));
    CHECK_FALSE(is_sheet(viewer.pixel(750, 200)));

    viewer.act(app::SetSwipe{0.5F});
    settle(viewer);
    CHECK_FALSE(is_sheet(viewer.pixel(420, 200)));
    CHECK(is_sheet(viewer.pixel(600, 300)));
    viewer.act(app::SetSwipe{0});
    viewer.act(app::SetScanOpacity{0.5F});
    settle(viewer);
    CHECK_FALSE(is_sheet(viewer.pixel(420, 200)));

    auto const written = app::save_scan(viewer.state().desk.scans.all[0], session->projection);
    CHECK(written.size() == 3);
    for (auto const &one : written) {
        CHECK(fs::file_size(one) > 0);
    }
    auto const again = app::scan_of(file);
    CHECK(again.points.size() == 4);
    CHECK(again.saved);

    // Each end of it: away, and the map is as it was.
    viewer.act(app::RemoveScan{0});
    settle(viewer);
    CHECK_FALSE(is_sheet(viewer.pixel(600, 300)));
}

TEST_CASE("pictures are told from files of places by their content")
{
    test::AtlasFolder const folder;
    test::TemporaryFolder const scans;
    CHECK(app::is_scan(sheet(scans.path())));
    CHECK_FALSE(app::is_scan(folder.path() / "places.geojson"));
    CHECK_FALSE(app::is_scan(folder.path() / "fixes.csv"));
    CHECK_FALSE(app::is_scan(folder.path()));
    CHECK_FALSE(app::is_scan("/nowhere/scan.tif"));
}

TEST_CASE("a picture that is none is told in one line, and the viewer goes on")
{
    test::AtlasFolder const folder;
    test::TemporaryFolder const scans;
    auto const file = scans.path() / "broken.tif";
    std::ofstream{file} << "no picture";
    auto const session = app::open_session(folder.path());
    app::Viewer viewer{session, app::opening_state({*session->atlas, session->projection}, {1000, 800}), false};
    viewer.open_scan(file);
    settle(viewer);
    CHECK(viewer.scan_error(0).find("broken.tif") != std::string::npos);
}
