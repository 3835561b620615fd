// When children are started and stopped, with a clock of the test's own.

#include "app/kiosk/supervision.hpp"

#include <doctest/doctest.h>

using namespace std::chrono_literals;
using app::Ending;
using app::Order;
using app::ChildPage;
using What = app::Order::What;

namespace {

/// A supervision and the test's clock.
struct Bench
{
    app::SupervisionRules rules;
    app::Supervision supervision{rules};
    app::Monotonic now{};
    int hour = 12;
    long memory = 1000;

    app::Orders pass(std::chrono::milliseconds time)
    {
        now += time;
        return supervision.tick(now, hour, memory);
    }
    app::Orders beat(bool visitor = false) { return supervision.heard(now, visitor); }
    app::Orders crash() { return supervision.ended(ChildPage::display, Ending::failure, "signal 9", now); }
    /// Lives for so long with a beat each second.
    app::Orders live(std::chrono::seconds time, bool visitor = false)
    {
        app::Orders all;
        for (auto t = 0s; t < time; t += 1s) {
            auto orders = pass(1s);
            auto more = beat(visitor);
            orders.insert(orders.end(), more.begin(), more.end());
            all.insert(all.end(), orders.begin(), orders.end());
        }
        return all;
    }
};

bool is(app::Orders const &orders, What what, ChildPage page)
{
    return orders.size() == 1 && orders[0].what == what && orders[0].page == page;
}

} // namespace

TEST_CASE("the display is started at once and left alone while its heart beats")
{
    Bench b;
    CHECK(is(b.pass(0ms), What::start, ChildPage::display));
    CHECK(b.live(3600s).empty());
}

TEST_CASE("a display that crashed is started again half a second later")
{
    Bench b;
    (void)b.pass(0ms);
    (void)b.live(5s);
    CHECK(b.crash().empty());
    CHECK(b.pass(400ms).empty());
    CHECK(is(b.pass(100ms), What::start, ChildPage::display));
}

TEST_CASE("a display that is silent for ten seconds is stopped, and counts as a failure")
{
    Bench b;
    (void)b.pass(0ms);
    (void)b.live(5s);
    CHECK(b.pass(10s).empty());
    auto const orders = b.pass(1s);
    REQUIRE(is(orders, What::stop, ChildPage::display));
    CHECK(orders[0].why == "no sign of life for 10 s");
    CHECK(b.pass(1s).empty()); // told once
    (void)b.supervision.ended(ChildPage::display, Ending::asked_restart, "exit code 75", b.now);
    CHECK(b.supervision.failures() == 1);
}

TEST_CASE("a display may take longer to load than it may be silent afterwards")
{
    Bench b;
    (void)b.pass(0ms);
    CHECK(b.pass(89s).empty());
    CHECK(is(b.pass(2s), What::stop, ChildPage::display));
}

TEST_CASE("a display that uses more memory than allowed is stopped")
{
    Bench b;
    (void)b.pass(0ms);
    (void)b.live(5s);
    b.memory = b.rules.memory_limit_kib + 1024;
    auto const orders = b.pass(1s);
    REQUIRE(is(orders, What::stop, ChildPage::display));
    CHECK(orders[0].why == "it uses 701 MiB of memory, more than the 700 MiB allowed");
}

TEST_CASE("the pause before the next try doubles with each failure, up to thirty seconds")
{
    Bench b;
    for (auto const wait : {0ms, 500ms, 1000ms, 2000ms, 4000ms, 8000ms, 16000ms, 30000ms, 30000ms}) {
        if (wait > 0ms) {
            for (auto const &order : b.pass(wait - 1ms)) {
                CHECK(order.page == ChildPage::fallback);
            }
        }
        auto const orders = b.pass(wait > 0ms ? 1ms : 0ms);
        REQUIRE(!orders.empty());
        CHECK(orders.front().what == What::start);
        CHECK(orders.front().page == ChildPage::display);
        (void)b.crash();
    }
}

TEST_CASE("after three failures in a row the fallback page stands until the display lives again")
{
    Bench b;
    (void)b.pass(0ms);
    CHECK(b.crash().empty());
    (void)b.pass(1s);
    CHECK(b.crash().empty());
    (void)b.pass(1s);
    CHECK(is(b.crash(), What::start, ChildPage::fallback));
    CHECK(is(b.pass(2s), What::start, ChildPage::display)); // still trying
    CHECK(is(b.beat(), What::stop, ChildPage::fallback));
    CHECK(b.supervision.ended(ChildPage::fallback, Ending::failure, "signal 15", b.now).empty());
    CHECK(b.live(30s).empty());
}

TEST_CASE("a fallback page that ends is started again while the display fails")
{
    Bench b;
    b.rules.failures_to_fallback = 1;
    b.supervision = app::Supervision{b.rules};
    (void)b.pass(0ms);
    CHECK(is(b.crash(), What::start, ChildPage::fallback));
    (void)b.supervision.ended(ChildPage::fallback, Ending::failure, "signal 11", b.now);
    (void)b.pass(4s);
    CHECK(is(b.pass(1s), What::start, ChildPage::fallback));
}

TEST_CASE("failures are forgotten once the display has lived for a minute")
{
    Bench b;
    (void)b.pass(0ms);
    (void)b.crash();
    (void)b.pass(1s);
    (void)b.crash();
    (void)b.pass(1s);
    CHECK(b.supervision.failures() == 2);
    (void)b.live(61s);
    CHECK(b.supervision.failures() == 0);
}

TEST_CASE("at the nightly hour the display is restarted once, and is not waited for")
{
    Bench b;
    (void)b.pass(0ms);
    (void)b.live(std::chrono::hours{7});
    b.hour = 4;
    auto const orders = b.pass(1s);
    REQUIRE(is(orders, What::stop, ChildPage::display));
    CHECK(orders[0].why == "nightly restart");
    (void)b.supervision.ended(ChildPage::display, Ending::asked_restart, "exit code 75", b.now);
    CHECK(b.supervision.failures() == 0);
    CHECK(is(b.pass(0ms), What::start, ChildPage::display));
    CHECK(b.live(std::chrono::hours{1}).empty());
}

TEST_CASE("a restart that was asked for is no failure")
{
    Bench b;
    (void)b.pass(0ms);
    (void)b.live(10s);
    REQUIRE(is(b.supervision.restart(), What::stop, ChildPage::display));
    CHECK(b.supervision.ended(ChildPage::display, Ending::failure, "signal 15", b.now).empty());
    CHECK(b.supervision.failures() == 0);
    CHECK(is(b.pass(0ms), What::start, ChildPage::display));
}

TEST_CASE("no nightly restart takes the display from under a visitor's finger")
{
    Bench b;
    (void)b.pass(0ms);
    (void)b.live(std::chrono::hours{7}, true);
    b.hour = 4;
    CHECK(b.live(60s, true).empty());
    (void)b.beat(false);
    CHECK(is(b.pass(1s), What::stop, ChildPage::display));
}

TEST_CASE("a wall clock that is set back a day neither restarts the display again nor stops any timer")
{
    Bench b;
    (void)b.pass(0ms);
    (void)b.live(std::chrono::hours{7});
    b.hour = 4;
    (void)b.pass(1s);
    (void)b.supervision.ended(ChildPage::display, Ending::asked_restart, "exit code 75", b.now);
    (void)b.pass(1s);
    b.hour = 3; // set back
    CHECK(b.live(600s).empty());
    b.hour = 4; // the same hour comes again
    CHECK(b.live(600s).empty());
    CHECK(is(b.pass(11s), What::stop, ChildPage::display)); // and a hang is still noticed
}

TEST_CASE("quitting by the operator ends the supervisor, asking for a restart does not")
{
    Bench b;
    (void)b.pass(0ms);
    (void)b.live(5s);
    CHECK(b.supervision.ended(ChildPage::display, Ending::asked_restart, "exit code 75", b.now).empty());
    CHECK(is(b.pass(1ms), What::start, ChildPage::display));
    CHECK(is(b.supervision.ended(ChildPage::display, Ending::asked_quit, "exit code 0", b.now), What::quit, ChildPage::display));
    CHECK(b.pass(60s).empty());
}

TEST_CASE("the end of the service stops the display first")
{
    Bench b;
    (void)b.pass(0ms);
    (void)b.live(5s);
    CHECK(is(b.supervision.terminate(), What::stop, ChildPage::display));
    CHECK(is(b.supervision.ended(ChildPage::display, Ending::failure, "signal 15", b.now), What::quit, ChildPage::display));
}

TEST_CASE("where there is no display it is looked for at least every four seconds, and that is no failure")
{
    Bench b;
    (void)b.pass(0ms);
    std::vector<std::chrono::milliseconds> const waits{500ms, 1000ms, 2000ms, 4000ms, 4000ms};
    for (auto const wait : waits) {
        CHECK(b.supervision.ended(ChildPage::display, Ending::no_display, "exit code 4", b.now).empty());
        CHECK(b.pass(wait - 1ms).empty());
        CHECK(is(b.pass(1ms), What::start, ChildPage::display));
    }
    CHECK(b.supervision.failures() == 0); // the atlas is not suspected
    (void)b.beat();
    (void)b.supervision.ended(ChildPage::display, Ending::no_display, "exit code 4", b.now); // the X server restarts
    CHECK(is(b.pass(500ms), What::start, ChildPage::display));
}

TEST_CASE("a display that ends well when it is told to end is started again: only of its own will it ends the kiosk")
{
    Bench b;
    (void)b.pass(0ms);
    (void)b.live(std::chrono::hours{7});
    b.hour = 4;
    REQUIRE(is(b.pass(1s), What::stop, ChildPage::display));
    CHECK(b.supervision.ended(ChildPage::display, Ending::asked_quit, "exit code 0", b.now).empty());
    CHECK(is(b.pass(0ms), What::start, ChildPage::display));
}
