#include "app/cli/prepare_atlas.hpp"
#include "app/core/one_run.hpp"
#include "app/kiosk/atlas_shelf.hpp"

#include "support/atlas_folder.hpp"
#include "support/temporary_folder.hpp"
#include "support/text.hpp"

#include <doctest/doctest.h>

#include <fstream>

using app::Prepared;
using doctest::Contains;
using test::text;
namespace fs = std::filesystem;

TEST_CASE("a good atlas is packed onto the shelf and opens from there, the same again changes nothing")
{
    test::TemporaryFolder state;
    test::AtlasFolder atlas;
    app::AtlasShelf const shelf{state.path()};
    CHECK(!shelf.newest());
    CHECK(app::prepare_atlas(atlas.path(), state.path()).what == Prepared::fresh);
    REQUIRE(shelf.newest());
    CHECK(geo::load_atlas(*shelf.newest()).atlas->info.id == "small");
    CHECK(shelf.origin() == atlas.path().string());
    CHECK(app::prepare_atlas(atlas.path(), state.path()).what == Prepared::same);
    CHECK(!shelf.previous());
    atlas.replace("places.geojson", "\"rank\":4", "\"rank\":3");
    CHECK(app::prepare_atlas(atlas.path(), state.path()).what == Prepared::fresh);
    CHECK(shelf.previous());
}

TEST_CASE("an atlas with errors, a broken file and a file that is none are refused with one line, and the shelf stays")
{
    test::TemporaryFolder state;
    test::AtlasFolder atlas;
    app::AtlasShelf const shelf{state.path()};
    REQUIRE(app::prepare_atlas(atlas.path(), state.path()).what == Prepared::fresh);
    auto const good = fs::file_size(*shelf.newest());

    atlas.replace("places.geojson", "\"rank\":4", "\"rank\":9");
    auto const faulty = app::prepare_atlas(atlas.path(), state.path());
    CHECK(faulty.what == Prepared::refused);
    CHECK(text(faulty.why) == Contains("places.geojson:halt: error: rank: 9 is out of range"));

    auto const cut = state.path() / "cut.gpkg";
    fs::copy_file(*shelf.newest(), cut);
    fs::resize_file(cut, good / 2);
    auto const broken = app::prepare_atlas(cut, state.path());
    CHECK(broken.what == Prepared::refused);
    CHECK(text(broken.why) == Contains("cut.gpkg"));
    CHECK(broken.why.find('\n') == std::string::npos);

    std::ofstream{state.path() / "none.gpkg"} << "no database at all";
    CHECK(app::prepare_atlas(state.path() / "none.gpkg", state.path()).what == Prepared::refused);
    CHECK(fs::file_size(*shelf.newest()) == good);
    CHECK(shelf.origin() == atlas.path().string());
}

TEST_CASE("a server that does not answer is no reason to refuse its atlas")
{
    test::TemporaryFolder state;
    auto const asked = app::prepare_atlas("PG:host=/nowhere/at/all dbname=atlas", state.path());
    CHECK(asked.what == Prepared::postponed);
    CHECK(asked.why != "");
}

TEST_CASE("what was seen outlives a restart, and a damaged note of it counts as none")
{
    test::TemporaryFolder state;
    app::AtlasShelf const shelf{state.path()};
    shelf.remember_seen({{"/a.gpkg", "1-2-3"}});
    CHECK(app::AtlasShelf{state.path()}.seen() == std::map<std::string, std::string>{{"/a.gpkg", "1-2-3"}});
    std::ofstream{state.path() / "atlases/seen.json"} << "{\"/a.g";
    CHECK(shelf.seen().empty());
}

TEST_CASE("a process beside tells its exit code and what it printed, and does not outlive its time or a stop")
{
    std::stop_source source;
    auto const run = app::run_once({"sh", "-c", "echo it is bad; exit 7"}, std::chrono::seconds{60}, source.get_token(),
                                   app::Priority::low);
    CHECK(run.exit == 7);
    CHECK(run.output == "it is bad");
    CHECK(app::run_once({"sh", "-c", "kill -SEGV $$"}, std::chrono::seconds{60}, source.get_token(), app::Priority::low)
              .exit == -1);
    CHECK(app::run_once({"/nowhere/at/all"}, std::chrono::seconds{60}, source.get_token(), app::Priority::low).exit ==
          -1);
    CHECK(app::run_once({"sleep", "1000"}, std::chrono::seconds{0}, source.get_token(), app::Priority::low).exit == -1);
    source.request_stop();
    CHECK(app::run_once({"sleep", "1000"}, std::chrono::seconds{600}, source.get_token(), app::Priority::low).exit ==
          -1);
}
