// What happens to an exhibition display in the months that nobody looks after it, each as the real program on an X
// server of its own.

#include "support/content.hpp"
#include "support/kiosk_run.hpp"
#include "support/program.hpp"
#include "support/text.hpp"
#include "support/until.hpp"

#include "app/core/paths.hpp"
#include "app/kiosk/wall_clock.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <fstream>

using doctest::Contains;
using test::KioskRun;
using test::text;
using test::until;
namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

/// The counts of the month of this day.
std::string counts(KioskRun const &kiosk, std::string const &day)
{
    return test::content(kiosk.state() / "statistics" / ("visits-" + day.substr(0, 7) + ".csv"));
}

constexpr char const *hasty = R"({"idle_seconds": 10, "countdown_seconds": 5, "nightly_hour": null})";

} // namespace

TEST_CASE("a display killed with signal 9 shows again within five seconds, and the kiosk ends when it is told to")
{
    using Clock = std::chrono::steady_clock;
    KioskRun kiosk;
    auto const started = Clock::now();
    kiosk.start("{}");
    REQUIRE(kiosk.lives());
    auto const start = Clock::now() - started; // more than a second or two: the computer does other work
    CHECK(kiosk.screen().colours() > 8);
    auto const before = kiosk.child("display");
    auto const killed = Clock::now();
    kill(before, SIGKILL);
    REQUIRE(kiosk.lives(2));
    CHECK(Clock::now() - killed < std::max<Clock::duration>(5s, 2 * start));
    CHECK(kiosk.child("display") != before);
    CHECK(kiosk.stop() == 0);
}

TEST_CASE("a display that spins, and one that stands still, is replaced after ten seconds")
{
    KioskRun kiosk;
    auto const habit = kiosk.folder() / "habit";
    kiosk.start("{}", {{"LD_PRELOAD", MARSHRUT_TEST_FAULTS}, {"MARSHRUT_TEST_HABIT", habit.string()}});
    REQUIRE(kiosk.lives());
    std::ofstream{habit} << "spin";
    CHECK(kiosk.comes("stopping the display: no sign of life for 10 s"));
    fs::remove(habit);
    REQUIRE(kiosk.lives(2));
    kill(kiosk.child("display"), SIGSTOP);
    CHECK(kiosk.comes("stopping the display: no sign of life for 10 s", 1));
    CHECK(kiosk.lives(3));
}

TEST_CASE("a display that eats memory is replaced when it has more than the settings allow")
{
    KioskRun kiosk;
    auto const habit = kiosk.folder() / "habit";
    kiosk.start(R"({"memory_limit_mib": 400})",
                {{"LD_PRELOAD", MARSHRUT_TEST_FAULTS}, {"MARSHRUT_TEST_HABIT", habit.string()}});
    REQUIRE(kiosk.lives());
    std::ofstream{habit} << "eat";
    CHECK(kiosk.comes("MiB of memory, more than the 400 MiB allowed"));
    fs::remove(habit);
    CHECK(kiosk.lives(2));
}

TEST_CASE("where the X server goes and comes back the display follows, and no atlas is suspected")
{
    KioskRun kiosk;
    kiosk.start("{}");
    REQUIRE(kiosk.lives());
    kiosk.screen().stop();
    REQUIRE(kiosk.comes("(no display to draw on)"));
    kiosk.screen().start();
    CHECK(kiosk.lives(2));
    CHECK(kiosk.logged("failures in a row") == 0);
}

TEST_CASE("an atlas that is cut short while it is shown is refused, the kept copy is shown, then the built-in one")
{
    KioskRun kiosk;
    auto const atlas = kiosk.folder() / "ours.gpkg";
    fs::copy_file(app::bundled_atlas(), atlas);
    kiosk.start(fmt::format(R"({{"atlas": "{}"}})", atlas.string()));
    REQUIRE(kiosk.comes(atlas.string() + " is good; it is shown after this visitor"));
    fs::resize_file(atlas, fs::file_size(atlas) / 3);
    CHECK(kiosk.comes(atlas.string() + " is refused, what is shown stays: "));
    kill(kiosk.child("display"), SIGKILL);
    REQUIRE(kiosk.lives(2));
    CHECK(kiosk.comes("display: shows " + atlas.string() + '\n')); // from the copy
    auto const kept = kiosk.state() / "atlases/newest.gpkg";
    fs::resize_file(kept, fs::file_size(kept) / 3);
    kiosk.restart();
    REQUIRE(kiosk.lives(3));
    CHECK(kiosk.logged("the kept copy cannot be used: ") == 1);
    CHECK(kiosk.comes("shows the built-in atlas", 1));
}

TEST_CASE("a missing atlas and missing settings show the built-in atlas")
{
    KioskRun kiosk;
    kiosk.start(R"({"atlas": "/nowhere/at/all.gpkg", "updates": "/nowhere/either"})");
    CHECK(kiosk.lives());
    CHECK(kiosk.logged("shows the built-in atlas") == 1);
    fs::remove(kiosk.settings());
    fs::remove(kiosk.state() / "last-good-settings.json");
    kill(kiosk.child("display"), SIGKILL);
    CHECK(kiosk.lives(2));
    CHECK(kiosk.logged("the settings cannot be read; the built-in settings are used") == 1);
}

TEST_CASE("settings that are corrupted are replaced by the last good ones")
{
    KioskRun kiosk;
    kiosk.start(hasty);
    REQUIRE(kiosk.lives());
    kiosk.write_settings("{\"idle_seconds\": 10, \x01\x02");
    kill(kiosk.child("display"), SIGKILL);
    CHECK(kiosk.lives(2));
    CHECK(kiosk.logged("the last good settings are used") == 1);
}

TEST_CASE("on a full disk the display goes on, and the visit is counted when there is room again")
{
    KioskRun kiosk;
    auto const statistics = kiosk.state() / "statistics";
    kiosk.start(hasty, {{"LD_PRELOAD", MARSHRUT_TEST_FAULTS}, {"MARSHRUT_TEST_FULL", statistics.string()}});
    REQUIRE(kiosk.lives());
    auto const display = kiosk.child("display");
    std::ofstream{kiosk.state() / "full"} << "1";
    kiosk.screen().tap(640, 300);
    REQUIRE(kiosk.comes("the counts could not be written and wait: "));
    CHECK(kiosk.logged("No space left on device") == 1);
    fs::remove(kiosk.state() / "full");
    kiosk.screen().tap(640, 300);
    CHECK(until([&] { return counts(kiosk, app::wall_day(app::wall_now())).find("visits,,2") != std::string::npos; }));
    CHECK(kiosk.child("display") == display);
}

TEST_CASE("where the clock is set back a day the display goes on, and the visit counts for the day that the clock says")
{
    KioskRun kiosk;
    auto const clock = kiosk.folder() / "clock";
    auto const hour = app::wall_hour(app::wall_now());
    kiosk.start(fmt::format(R"({{"idle_seconds": 10, "countdown_seconds": 5, "nightly_hour": {}}})", hour),
                {{"LD_PRELOAD", MARSHRUT_TEST_FAULTS}, {"MARSHRUT_TEST_CLOCK", clock.string()}});
    REQUIRE(kiosk.lives());
    auto const display = kiosk.child("display");
    std::ofstream{clock} << -86400;
    kiosk.screen().tap(640, 300);
    auto const yesterday = app::wall_day(app::wall_now() - 24h);
    CHECK(until([&] { return counts(kiosk, yesterday).find(yesterday + ",visits,,1") != std::string::npos; }));
    CHECK(kiosk.child("display") == display); // neither hung nor the nightly hour once more
}

TEST_CASE("a new atlas in the curator's folder is shown after the visitor has gone, a bad one changes nothing")
{
    KioskRun kiosk;
    auto const updates = kiosk.folder() / "updates";
    fs::create_directories(updates);
    kiosk.start(fmt::format(R"({{"updates": "{}", "idle_seconds": 10, "countdown_seconds": 5, "nightly_hour": null}})",
                            updates.string()));
    REQUIRE(kiosk.lives());
    std::ofstream{updates / "bad.gpkg"} << "no database at all";
    CHECK(kiosk.comes("bad.gpkg is refused, what is shown stays: "));
    kiosk.screen().tap(640, 300);
    fs::copy_file(app::bundled_atlas(), updates / "new.gpkg");
    REQUIRE(kiosk.comes("new.gpkg is good; it is shown after this visitor"));
    REQUIRE(kiosk.comes("shows " + (updates / "new.gpkg").string()));
    CHECK(text(counts(kiosk, app::wall_day(app::wall_now()))) == Contains("visits,,1")); // that visit was over
    CHECK(kiosk.logged("starting the display") == 1);
}

TEST_CASE("where OpenGL is broken a plain page says whom to call, until the display is back")
{
    KioskRun kiosk;
    kiosk.start(R"({"call": {"en": "the desk, extension 17"}})", {{"LIBGL_DRIVERS_PATH", "/nowhere/at/all"}});
    REQUIRE(kiosk.comes("starting the fallback page: 3 failures in a row"));
    CHECK(until([&] { return kiosk.screen().colours() > 4; }));
    CHECK(kiosk.child("fallback") != 0);
    CHECK(kiosk.stop() == 0);
}

TEST_CASE("keys that close, leave or switch windows elsewhere change nothing, nor does a wish of the window's manager")
{
    KioskRun kiosk;
    kiosk.start(hasty);
    REQUIRE(kiosk.lives());
    auto const display = kiosk.child("display");
    kiosk.screen().press("alt+F4 ctrl+q ctrl+w ctrl+o F11 super alt+Tab Escape");
    kiosk.screen().ask_to_close();
    kiosk.screen().tap(640, 300); // comes after all that; by the time the visit is counted it was heard
    CHECK(until([&] { return counts(kiosk, app::wall_day(app::wall_now())).find("visits,,1") != std::string::npos; }));
    CHECK(kiosk.child("display") == display);
    CHECK(kiosk.logged("the display runs") == 1);
    CHECK(kiosk.stop() == 0);
}

TEST_CASE("a second kiosk on the same folder is told so, and one without a display too")
{
    KioskRun kiosk;
    kiosk.start("{}");
    REQUIRE(kiosk.lives());
    auto const second = test::run({"kiosk", "--state", kiosk.state().string()});
    CHECK(second.exit == 3);
    CHECK(text(second.err) == Contains("kiosk: another one runs already and keeps its state in "));
    auto const blind = test::run({"kiosk", "--state", kiosk.state().string()}, true);
    CHECK(blind.exit == 4);
    CHECK(text(blind.err) == Contains("kiosk: there is no display (DISPLAY is not set); start it from an X session"));
}
