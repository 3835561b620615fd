// What the kiosk shows when it starts, and what it keeps of a server.

#include "app/cli/prepare_atlas.hpp"
#include "app/shell/atlas_keeper.hpp"

#include "support/atlas_folder.hpp"
#include "support/pg_server.hpp"
#include "support/program.hpp"
#include "support/temporary_folder.hpp"
#include "support/text.hpp"
#include "support/until.hpp"

#include <doctest/doctest.h>

#include <fstream>

using app::Prepared;
using doctest::Contains;
using test::text;
namespace fs = std::filesystem;

namespace {

/// A kiosk's folder of state with a log.
struct State
{
    test::TemporaryFolder folder;
    app::LogFile log{folder.path() / app::kiosk_log, "display"};

    [[nodiscard]] fs::path path() const { return folder.path(); }
    [[nodiscard]] std::string logged() const
    {
        std::string all;
        for (auto const &line : log.last(100)) {
            all += line + '\n';
        }
        return all;
    }
    app::KioskContent open(app::WatchRules const &rules, int failures = 0)
    {
        return app::open_content(rules, path(), failures, log);
    }
};

} // namespace

TEST_CASE("the snapshot of a server is shown while the server sleeps, and no password is told")
{
    test::AtlasFolder const atlas;
    test::PgServer server;
    auto const where = server.connection();
    REQUIRE(test::run({"pack", atlas.path().string(), "-o", where}).exit == 0);
    State state;
    CHECK(app::prepare_atlas(where, state.path()).what == Prepared::fresh);
    CHECK(app::prepare_atlas(where, state.path()).what == Prepared::same);
    server.stop();
    auto const asleep = app::prepare_atlas(where, state.path());
    CHECK(asleep.what == Prepared::postponed);
    CHECK(asleep.why != "");
    CHECK(asleep.why.find("secret") == std::string::npos);
    auto const shown = state.open({.atlas = where});
    CHECK(shown.session->atlas->info.id == "small");
    CHECK(text(shown.origin) == Contains("password=***"));
}

TEST_CASE("an atlas that brings the display down twice gives way to the one before it, then to the built-in one")
{
    State state;
    test::AtlasFolder atlas;
    app::WatchRules const rules{.atlas = atlas.path().string()};
    REQUIRE(app::prepare_atlas(atlas.path(), state.path()).what == Prepared::fresh);
    atlas.replace("atlas.json", "\"id\": \"small\"", "\"id\": \"newer\"");
    REQUIRE(app::prepare_atlas(atlas.path(), state.path()).what == Prepared::fresh);
    CHECK(state.open(rules, 0).session->atlas->info.id == "newer");
    CHECK(state.open(rules, 1).session->atlas->info.id == "newer");
    CHECK(state.open(rules, 2).session->atlas->info.id == "small");
    CHECK(text(state.logged()) == Contains("2 failures in a row: "));
    auto const last = state.open(rules, 3);
    CHECK(last.session->atlas->info.id == "yalama-baku-1920");
    CHECK(last.origin == "the built-in atlas");
}

TEST_CASE("a copy of an atlas that the settings name no more is not shown")
{
    State state;
    test::AtlasFolder const atlas;
    REQUIRE(app::prepare_atlas(atlas.path(), state.path()).what == Prepared::fresh);
    CHECK(state.open({.atlas = "/elsewhere.gpkg"}).origin == "the built-in atlas");
    CHECK(state.open({}).origin == "the built-in atlas");
    CHECK(state.open({.atlas = atlas.path().string()}).origin == atlas.path().string());
}

TEST_CASE("an atlas that brings its reader down, or whose reader is never done, is refused and told once")
{
    State state;
    auto const updates = state.path() / "updates";
    fs::create_directories(updates);
    std::ofstream{updates / "evil.gpkg"} << "x";
    auto const count = [&] {
        std::size_t times = 0;
        auto const all = state.logged();
        for (auto at = all.find("evil.gpkg is refused"); at != std::string::npos; at = all.find("evil.gpkg is", at + 1)) {
            ++times;
        }
        return times;
    };
    app::KeeperSetup setup;
    setup.watch.updates = updates;
    setup.watch.settle = std::chrono::milliseconds{0};
    setup.state = state.path();
    setup.every = std::chrono::milliseconds{1};
    setup.command = [&](std::string const &) {
        return std::vector<std::string>{"sh", "-c", "echo x >> " + (state.path() / "tries").string() + "; kill -SEGV $$"};
    };
    {
        app::AtlasKeeper keeper{setup};
        CHECK(test::until([&] { return count() == 1; }));
        std::ofstream{updates / "other.gpkg"} << "x"; // by the time this one is refused the first was looked at again
        CHECK(test::until([&] { return text(state.logged()) == Contains("other.gpkg is refused, what is shown stays: "); }));
        CHECK(!keeper.take());
    }
    CHECK(count() == 1);
    CHECK(text(state.logged()) == Contains("whoever reads it breaks down or takes more than 20 minutes"));
}
