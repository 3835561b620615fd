// Layers too large to be read whole, in real windows.

#include "support/atlas_folder.hpp"
#include "support/pg_server.hpp"

#include "app/scene/camera.hpp"
#include "app/shell/viewer.hpp"
#include "app/state/reduce.hpp"

#include <doctest/doctest.h>

namespace {

void settle(app::Viewer &viewer)
{
    for (int i = 0; i < 12; ++i) {
        viewer.frame(1 / 60.0F);
        viewer.finish_reading();
    }
}

} // namespace

TEST_CASE("two viewers of a table of 300,000 points see an editor's change after F5")
{
    test::PgServer const server;
    server.execute("CREATE TABLE points (name text, geom geometry(Point, 4326)); "
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
    app::Viewer one{session, opening_state(in, {1000, 800}), false};
    app::Viewer other{session, opening_state(in, {1000, 800}), false};
    auto const new_spot = session->projection.forward({49.5, 41.1});
    auto const spot = [&](app::Viewer const &viewer) {
        auto const p = to_screen(viewer.state().camera, viewer.state().viewport, new_spot);
        return viewer.pixel(static_cast<unsigned>(p.x), static_cast<unsigned>(p.y));
    };
    for (auto *const viewer : {&one, &other}) {
        viewer->act(app::TogglePanel{app::Panel::events});
        settle(*viewer);
        REQUIRE(viewer->large().size() == 1);
        CHECK(viewer->large()[0].error == "");
        CHECK(viewer->large()[0].shown > 10'000);
        CHECK(viewer->large()[0].of == doctest::Approx(300'000).epsilon(0.1));
    }
    auto const before = spot(one);
    server.execute("DELETE FROM points; INSERT INTO points SELECT 'moved', ST_SetSRID(ST_MakePoint(49.5, 41.1), 4326) "
                   "FROM generate_series(1, 300000); ANALYZE points;");
    for (auto *const viewer : {&one, &other}) {
        settle(*viewer);
        CHECK(spot(*viewer) == before); // what is shown stays until it is asked for anew
        viewer->reload();
        settle(*viewer);
        CHECK(spot(*viewer) != before);
    }
}
