#include "app/kiosk/gestures.hpp"

#include <doctest/doctest.h>

#include <cmath>

namespace {

using Phase = app::Touch::Phase;

/// A hand that touches a recogniser; gathers what is made of it.
struct Hand
{
    app::GestureRecogniser recogniser;
    app::Gestures made;
    double time = 0;

    void does(Phase phase, int finger, float x, float y)
    {
        auto const more = recogniser.feed({phase, finger, {x, y}, time});
        made.insert(made.end(), more.begin(), more.end());
    }
    void down(int finger, float x, float y) { does(Phase::begin, finger, x, y); }
    void move(int finger, float x, float y) { does(Phase::move, finger, x, y); }
    void up(int finger, float x, float y) { does(Phase::end, finger, x, y); }
    void tap(float x, float y)
    {
        down(1, x, y);
        time += 0.1;
        up(1, x, y);
    }
};

/// What all drags and pinches together do to a point of the map.
app::ScreenPoint carried(app::Gestures const &gestures, app::ScreenPoint p)
{
    for (auto const &gesture : gestures) {
        if (auto const *const drag = std::get_if<app::Drag>(&gesture)) {
            p = {p.x + static_cast<float>(drag->dx), p.y + static_cast<float>(drag->dy)};
        } else if (auto const *const pinch = std::get_if<app::Pinch>(&gesture)) {
            auto const f = static_cast<float>(pinch->factor);
            p = {pinch->about.x + (p.x - pinch->about.x) * f, pinch->about.y + (p.y - pinch->about.y) * f};
        }
    }
    return p;
}

} // namespace

TEST_CASE("a finger that comes and goes is a tap where it came down")
{
    Hand hand;
    hand.tap(100, 200);
    REQUIRE(hand.made.size() == 1);
    CHECK(std::get<app::Tap>(hand.made[0]).at == app::ScreenPoint{100, 200});
}

TEST_CASE("a finger that trembles still taps")
{
    Hand hand;
    hand.down(1, 100, 100);
    hand.move(1, 108, 104);
    hand.up(1, 106, 99);
    REQUIRE(hand.made.size() == 1);
    CHECK(std::holds_alternative<app::Tap>(hand.made[0]));
}

TEST_CASE("a finger that rests longer than a tap does nothing")
{
    Hand hand;
    hand.down(1, 100, 100);
    hand.time = 2;
    hand.up(1, 100, 100);
    CHECK(hand.made.empty());
}

TEST_CASE("two taps at one place are a double tap, a third is a tap again")
{
    Hand hand;
    hand.tap(100, 100);
    hand.time += 0.15;
    hand.tap(110, 95);
    hand.time += 0.15;
    hand.tap(110, 95);
    REQUIRE(hand.made.size() == 3);
    CHECK(std::holds_alternative<app::Tap>(hand.made[0]));
    CHECK(std::holds_alternative<app::DoubleTap>(hand.made[1]));
    CHECK(std::holds_alternative<app::Tap>(hand.made[2]));
}

TEST_CASE("two taps far apart, in place or in time, are two taps")
{
    Hand hand;
    hand.tap(100, 100);
    hand.time += 0.15;
    hand.tap(300, 100);
    hand.time += 1;
    hand.tap(300, 100);
    REQUIRE(hand.made.size() == 3);
    for (auto const &gesture : hand.made) {
        CHECK(std::holds_alternative<app::Tap>(gesture));
    }
}

TEST_CASE("a dragged map stays under the finger from where it was touched")
{
    Hand hand;
    hand.down(1, 100, 100);
    hand.move(1, 105, 100); // within the slop
    CHECK(hand.made.empty());
    hand.move(1, 150, 130);
    hand.move(1, 200, 80);
    hand.up(1, 210, 80);
    CHECK(carried(hand.made, {100, 100}) == app::ScreenPoint{210, 80});
    for (auto const &gesture : hand.made) {
        CHECK(std::holds_alternative<app::Drag>(gesture));
    }
}

TEST_CASE("two fingers that part to twice their distance double the scale about their middle")
{
    Hand hand;
    hand.down(1, 800, 500);
    hand.down(2, 1000, 500);
    for (int i = 1; i <= 10; ++i) {
        auto const d = static_cast<float>(i) * 10;
        hand.move(1, 800 - d, 500);
        hand.move(2, 1000 + d, 500);
    }
    hand.up(1, 700, 500);
    hand.up(2, 1100, 500);
    auto const left = carried(hand.made, {800, 500});
    auto const right = carried(hand.made, {1000, 500});
    auto const middle = carried(hand.made, {900, 500});
    CHECK(left.x == doctest::Approx(700).epsilon(0.001));
    CHECK(right.x == doctest::Approx(1100).epsilon(0.001));
    CHECK(middle.x == doctest::Approx(900).epsilon(0.001));
    CHECK(middle.y == doctest::Approx(500).epsilon(0.001));
}

TEST_CASE("two fingers that travel side by side carry the map without scaling it")
{
    Hand hand;
    hand.down(1, 400, 400);
    hand.down(2, 600, 400);
    for (int i = 1; i <= 20; ++i) {
        auto const d = static_cast<float>(i) * 5;
        hand.move(1, 400 + d, 400 + d);
        hand.move(2, 600 + d, 400 + d);
    }
    auto const a = carried(hand.made, {400, 400});
    auto const b = carried(hand.made, {600, 400});
    CHECK(a.x == doctest::Approx(500).epsilon(0.005));
    CHECK(a.y == doctest::Approx(500).epsilon(0.005));
    CHECK(b.x - a.x == doctest::Approx(200).epsilon(0.005));
}

TEST_CASE("when one of two fingers is lifted the other drags on without a jump")
{
    Hand hand;
    hand.down(1, 400, 400);
    hand.down(2, 600, 400);
    hand.up(1, 400, 400);
    hand.made.clear();
    hand.move(2, 610, 405);
    REQUIRE(hand.made.size() == 1);
    CHECK(std::get<app::Drag>(hand.made[0]).dx == 10);
    hand.up(2, 610, 405);
    CHECK(hand.made.size() == 1); // and is no tap
}

TEST_CASE("a palm beside two fingers is ignored, and so is the end of a finger that never came")
{
    Hand hand;
    hand.down(1, 400, 400);
    hand.down(2, 600, 400);
    hand.down(3, 900, 900);
    hand.move(3, 100, 100);
    hand.up(3, 100, 100);
    hand.up(7, 5, 5);
    CHECK(hand.made.empty());
    CHECK(hand.recogniser.touched());
}
