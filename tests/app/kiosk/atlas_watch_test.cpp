// Which atlas is examined next, with a clock of the test's own and real files.

#include "app/kiosk/atlas_watch.hpp"

#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <fstream>

using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

/// A curator's folder and a watch over it.
struct Bench
{
    test::TemporaryFolder folder;
    app::WatchRules rules{.atlas = "", .updates = folder.path() / "updates"};
    app::AtlasWatch watch = made();
    app::Monotonic now{};

    app::AtlasWatch made(std::map<std::string, std::string> seen = {}, std::string const &origin = "")
    {
        fs::create_directories(rules.updates);
        return {rules, std::move(seen), origin};
    }
    [[nodiscard]] std::string place(char const *name) const { return (rules.updates / name).string(); }
    void drop(char const *name, char const *content) const { std::ofstream{rules.updates / name} << content; }
    /// What is examined after the files have lain still, or "".
    std::string next()
    {
        (void)watch.next(now);
        now += 5s;
        auto const found = watch.next(now);
        return found ? found->location : "";
    }
    void answer(bool good)
    {
        auto const found = watch.next(now);
        REQUIRE(found);
        good ? watch.accept(*found, now) : watch.refuse(*found, now);
    }
};

} // namespace

TEST_CASE("an atlas dropped into the folder is examined once it lies still, and then never again")
{
    Bench b;
    CHECK(b.next() == "");
    b.drop("a.gpkg", "first half");
    CHECK(!b.watch.next(b.now));
    b.drop("a.gpkg", "first half, second half");
    b.now += 3s;
    CHECK(!b.watch.next(b.now)); // it has grown
    CHECK(b.next() == b.place("a.gpkg"));
    b.answer(true);
    CHECK(b.next() == "");
}

TEST_CASE("a refused atlas is examined again only when it has changed")
{
    Bench b;
    b.drop("bad.gpkg", "x");
    REQUIRE(b.next() == b.place("bad.gpkg"));
    b.answer(false);
    CHECK(b.next() == "");
    b.drop("bad.gpkg", "mended");
    CHECK(b.next() == b.place("bad.gpkg"));
}

TEST_CASE("where the newest is refused the one before it has its turn")
{
    Bench b;
    b.drop("a.gpkg", "1");
    REQUIRE(b.next() == b.place("a.gpkg"));
    b.answer(true);
    b.drop("c.gpkg", "bad");
    CHECK(b.next() == b.place("c.gpkg"));
    b.answer(false);
    CHECK(b.next() == ""); // a is shown already
}

TEST_CASE("files that are no atlas, half copied ones and journals are left alone, a folder that holds an atlas is not")
{
    Bench b;
    b.drop("notes.txt", "x");
    b.drop(".a.gpkg", "x");
    b.drop("a.gpkg.part", "x");
    b.drop("a.gpkg-journal", "x");
    fs::create_directories(b.rules.updates / "empty");
    CHECK(b.next() == "");
    fs::create_directories(b.rules.updates / "mine");
    std::ofstream{b.rules.updates / "mine/atlas.json"} << "{}";
    CHECK(b.next() == b.place("mine"));
}

TEST_CASE("an atlas dropped after the clock was set back a day is new all the same")
{
    Bench b;
    b.drop("a.gpkg", "1");
    REQUIRE(b.next() == b.place("a.gpkg"));
    b.answer(true);
    b.drop("b.gpkg", "2");
    fs::last_write_time(b.rules.updates / "b.gpkg", fs::file_time_type::clock::now() - 24h);
    CHECK(b.next() == b.place("b.gpkg"));
}

TEST_CASE("what was seen before a restart is not examined again, unless the settings now name other places")
{
    Bench b;
    b.drop("a.gpkg", "1");
    REQUIRE(b.next() == b.place("a.gpkg"));
    b.answer(true);
    auto const seen = b.watch.seen();
    b.watch = b.made(seen, b.place("a.gpkg"));
    CHECK(b.next() == "");
    b.watch = b.made(seen, "/elsewhere/x.gpkg");
    CHECK(b.next() == b.place("a.gpkg"));
    b.watch = b.made(seen, ""); // the kept copy is gone
    CHECK(b.next() == b.place("a.gpkg"));
}

TEST_CASE("a curator's file goes before the atlas of the settings, which counts again when it changes")
{
    Bench b;
    auto const own = b.folder.path() / "own.gpkg";
    std::ofstream{own} << "own";
    b.drop("a.gpkg", "1");
    b.rules.atlas = own.string();
    b.watch = b.made();
    REQUIRE(b.next() == b.place("a.gpkg"));
    b.answer(true);
    CHECK(b.next() == "");
    std::ofstream{own} << "own, changed";
    CHECK(b.next() == own.string());
}

TEST_CASE("a server is asked at once and then as often as the settings say, but not while a curator's file is shown")
{
    Bench b;
    b.rules.atlas = "PG:dbname=atlas password=secret";
    b.watch = b.made();
    CHECK(b.next() == b.rules.atlas);
    b.watch.postpone({b.rules.atlas, ""}, b.now); // it sleeps
    CHECK(b.next() == "");
    b.now += 15min;
    CHECK(b.next() == b.rules.atlas);
    b.watch.accept({b.rules.atlas, ""}, b.now);
    CHECK(b.next() == "");
    b.now += 15min;
    CHECK(b.next() == b.rules.atlas);
    b.drop("a.gpkg", "1");
    b.watch.refuse({b.rules.atlas, ""}, b.now);
    REQUIRE(b.next() == b.place("a.gpkg"));
    b.answer(true);
    b.now += 1h;
    CHECK(b.next() == "");
    fs::remove(b.rules.updates / "a.gpkg");
    CHECK(b.next() == b.rules.atlas);
}

TEST_CASE("after a full disk the atlas is tried again five minutes later")
{
    Bench b;
    b.drop("a.gpkg", "1");
    REQUIRE(b.next() == b.place("a.gpkg"));
    b.watch.postpone(*b.watch.next(b.now), b.now);
    CHECK(b.next() == "");
    b.now += 5min;
    CHECK(b.next() == b.place("a.gpkg"));
}
