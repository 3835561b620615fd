// PostGIS for real, on a server of the test's own.

#include "support/atlas_folder.hpp"
#include "support/pg_server.hpp"
#include "support/program.hpp"
#include "support/text.hpp"

#include "geo/io/data_error.hpp"
#include "geo/store/format_version.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using doctest::Contains;
using test::run;
using test::text;

namespace {

std::string const bundled = MARSHRUT_SOURCE_DIR "/data/yalama-baku-1920";
std::string const ancient = MARSHRUT_SOURCE_DIR "/tests/atlases/hannibal-218bc";

} // namespace

TEST_CASE("the world at 20 instants is the same from the folder and from the server, for both atlases")
{
    test::PgServer const server;
    for (auto const &[atlas, schema] :
         {std::pair{bundled, "schemas=yalama_baku_1920"}, std::pair{ancient, "schemas=hannibal_218bc"}}) {
        CAPTURE(atlas);
        REQUIRE(run({"pack", atlas, "-o", server.connection()}).exit == 0);
        REQUIRE(run({"pack", atlas, "-o", server.connection()}).exit == 0); // again, in the place of the first
        auto const span = geo::load_atlas(atlas).atlas->info.span;
        for (int i = 0; i < 20; ++i) {
            auto const at = "--at=" + geo::to_iso(span.begin + (span.end - span.begin) * i / 20);
            CAPTURE(at);
            auto const from_folder = run({"state", atlas, at, "--json"});
            auto const from_server = run({"state", server.connection(schema), at, "--json"});
            CHECK(from_server.err == "");
            CHECK(from_server.out == from_folder.out);
        }
    }
    auto const unclear = run({"info", server.connection()});
    CHECK(unclear.exit == 3);
    CHECK(text(unclear.err) ==
          Contains("the database holds several atlases; add schemas= with one of: hannibal_218bc, yalama_baku_1920"));
    server.execute("DO $$ BEGIN ASSERT (SELECT bool_and(ST_IsValidTrajectory(geom)) FROM "
                   "yalama_baku_1920.trajectories); END $$");
    server.execute("DO $$ BEGIN ASSERT (SELECT t_begin = timestamp '1920-04-27 00:00' FROM yalama_baku_1920.events "
                   "WHERE id = 'ev049'); END $$");
}

TEST_CASE("each way in which a server can fail has its own line, without the password")
{
    test::PgServer server;
    auto const told = [](std::string const &connection) {
        auto const done = run({"info", connection});
        CHECK(done.exit == 3);
        CHECK(done.err.find("secret") == std::string::npos);
        CHECK(std::ranges::count(done.err, '\n') == 1);
        return done.err;
    };
    CHECK(text(told(server.connection())) == Contains("the database holds no atlas; write one with 'marshrut pack"));
    CHECK(text(told(server.connection("schemas=elsewhere"))) == Contains("the schema 'elsewhere' holds no atlas"));
    CHECK(text(told(server.connection_as("wrong-secret", "atlas"))) ==
          Contains("password=*** dbname=atlas: the server refuses the user or the password; correct user= and "
                   "password= (or ~/.pgpass)"));
    CHECK(text(told(server.connection_as("secret", "nowhere"))) ==
          Contains("there is no such database or user on the server; create it first, or correct dbname="));

    test::AtlasFolder const folder;
    REQUIRE(run({"pack", folder.path().string(), "-o", server.connection()}).exit == 0);
    server.execute("UPDATE small.marshrut SET value = 'marshrut-pack/9' WHERE key = 'format'");
    CHECK(text(told(server.connection())) ==
          Contains("was made for a newer Marshrut (format 9; this one reads up to 1)"));
    server.stop();
    CHECK(text(told(server.connection())) ==
          Contains("no PostgreSQL server answers there; start it, or correct host= and port="));
}

TEST_CASE("an atlas that fails half way to the server leaves the old one")
{
    test::PgServer const server;
    test::AtlasFolder folder;
    REQUIRE(run({"pack", folder.path().string(), "-o", server.connection()}).exit == 0);
    // A table that another user made where the new atlas is to be written stops the swap.
    server.execute("CREATE SCHEMA small__new");
    auto const done = run({"pack", folder.path().string(), "-o", server.connection()});
    CHECK(done.exit == 3);
    CHECK(text(done.err) == Contains("the atlas cannot be written: "));
    CHECK(run({"info", server.connection()}).exit == 0);
}
