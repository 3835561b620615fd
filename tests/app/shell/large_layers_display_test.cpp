// Layers too large to be read whole, in real windows.

#include "support/atlas_folder.hpp"
#include "support/pg_server.hpp"

#include "app/scene/camera.hpp"
#include "app/shell/viewer.hpp"
#include "app/state/reduce.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace {

void settle(app::Viewer &viewer)
{
    for (int i = 0; i < 12; ++i) {
        viewer.frame(1 / 60.0F);
        viewer.finish_reading();
    }
}

} // namespace

TEST_CASE("a viewer of a table of 300,000 points sees an editor's change after F5, and so does the next one")
{
    test::PgServer const server;
    server.execute(
        "CREATE TABLE points (name text, geom geometry(Point, 4326)); "
        "INSERT INTO points SELECT 'p' || i, ST_SetSRID(ST_MakePoint(48.2 + random() * 0.1, 41.2 + random() * "
        "0.1), 4326) FROM generate_series(1, 300000) AS i; CREATE INDEX ON points USING gist (geom); "
        "ANALYZE points;");
    test::AtlasFolder const folder;
    geo::Guests guests;
    guests.files = {server.connection("tables=points")};
    guests.in_parts = true;
    auto const session = app::open_session(folder.path(), guests);
    REQUIRE(session->large.size() == 1);
    app::Surroundings const in{*session->atlas, session->projection};
    std::uint64_t there = 300'000;
    struct Change
    {
        int rows;
        geo::LonLat to; // all of them
    };
    // One window after the other: ImGui knows one window in a process.
    for (auto const &[rows, to] : {Change{250'000, {49.5, 41.1}}, Change{215'000, {48.8, 41.4}}}) {
        app::Viewer viewer{session, app::opening_state(in, {1000, 800}), false};
        viewer.act(app::TogglePanel{app::Panel::events});
        settle(viewer);
        REQUIRE(viewer.large().size() == 1);
        CHECK(viewer.large()[0].error == "");
        CHECK(viewer.large()[0].of == doctest::Approx(static_cast<double>(there)).epsilon(0.02));
        auto const at = to_screen(viewer.state().camera, viewer.state().viewport, session->projection.forward(to));
        auto const spot = [&] { return viewer.pixel(static_cast<unsigned>(at.x), static_cast<unsigned>(at.y)); };
        auto const before = spot();
        server.execute(
            fmt::format("DELETE FROM points; INSERT INTO points SELECT 'moved', ST_SetSRID(ST_MakePoint({}, {}), "
                        "4326) FROM generate_series(1, {}); ANALYZE points;",
                        to.lon, to.lat, rows));
        settle(viewer);
        CHECK(spot() == before); // what is shown stays until it is asked for anew
        viewer.reload();
        settle(viewer);
        CHECK(viewer.large()[0].error == "");
        CHECK(viewer.large()[0].of == doctest::Approx(rows).epsilon(0.02));
        CHECK(spot() != before);
        there = static_cast<std::uint64_t>(rows);
    }
}
