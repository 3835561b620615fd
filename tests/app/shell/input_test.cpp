#include "app/shell/input.hpp"

#include <doctest/doctest.h>

namespace {

sf::Event button(sf::Event::EventType type, int x, int y)
{
    sf::Event event{};
    event.type = type;
    event.mouseButton = {sf::Mouse::Left, x, y};
    return event;
}

sf::Event move(int x, int y)
{
    sf::Event event{};
    event.type = sf::Event::MouseMoved;
    event.mouseMove = {x, y};
    return event;
}

sf::Event key(sf::Keyboard::Key code, bool shift = false, bool control = false)
{
    sf::Event event{};
    event.type = sf::Event::KeyPressed;
    event.key = {code, false, control, shift, false};
    return event;
}

} // namespace

TEST_CASE("dragging on the map pans it by as many pixels and is no click")
{
    app::MapInput input;
    app::Actions actions;
    input.handle(button(sf::Event::MouseButtonPressed, 100, 100), false, false, actions);
    input.handle(move(130, 90), false, false, actions);
    input.handle(button(sf::Event::MouseButtonReleased, 130, 90), false, false, actions);
    REQUIRE(actions.size() == 2);
    CHECK(std::get<app::PanBy>(actions[0]).dx == 30);
    CHECK(std::get<app::PanBy>(actions[0]).dy == -10);
    CHECK(std::holds_alternative<app::EndGesture>(actions[1])); // the next drag is another step of undo
    CHECK_FALSE(input.take_click());
}

TEST_CASE("a press and release in one place is a click, told once")
{
    app::MapInput input;
    app::Actions actions;
    input.handle(button(sf::Event::MouseButtonPressed, 100, 100), false, false, actions);
    input.handle(move(102, 101), false, false, actions); // a hand trembles
    input.handle(button(sf::Event::MouseButtonReleased, 102, 101), false, false, actions);
    CHECK(actions.empty());
    CHECK(input.take_click() == app::ScreenPoint{102, 101});
    CHECK_FALSE(input.take_click());
}

TEST_CASE("what begins on a panel is the panel's, what begins on the map stays the map's")
{
    app::MapInput input;
    app::Actions actions;
    input.handle(button(sf::Event::MouseButtonPressed, 100, 100), true, false, actions);
    input.handle(move(200, 200), false, false, actions);
    CHECK(actions.empty());
    input.handle(button(sf::Event::MouseButtonReleased, 200, 200), false, false, actions);
    input.handle(button(sf::Event::MouseButtonPressed, 300, 300), false, false, actions);
    input.handle(move(350, 300), true, false, actions);
    CHECK(actions.size() == 1);
}

TEST_CASE("the wheel zooms at the pointer, unless a panel lies there")
{
    app::MapInput input;
    app::Actions actions;
    sf::Event event{};
    event.type = sf::Event::MouseWheelScrolled;
    event.mouseWheelScroll = {sf::Mouse::VerticalWheel, 2.0F, 50, 60};
    input.handle(event, true, false, actions);
    CHECK(actions.empty());
    input.handle(event, false, false, actions);
    REQUIRE(actions.size() == 1);
    CHECK(std::get<app::ZoomAt>(actions[0]).at == app::ScreenPoint{50, 60});
    CHECK(std::get<app::ZoomAt>(actions[0]).factor == doctest::Approx(1.5625));
}

TEST_CASE("the keys of the manual do what it says")
{
    app::MapInput input;
    app::Actions actions;
    auto const press = [&](sf::Event const &event) {
        actions.clear();
        return input.handle(event, false, false, actions);
    };
    press(key(sf::Keyboard::Space));
    CHECK(std::holds_alternative<app::TogglePlay>(actions.at(0)));
    press(key(sf::Keyboard::Right));
    CHECK(std::get<app::StepTime>(actions.at(0)).steps == 1);
    press(key(sf::Keyboard::Left, true));
    CHECK(std::get<app::StepEvent>(actions.at(0)).steps == -1);
    press(key(sf::Keyboard::Home));
    CHECK(std::holds_alternative<app::GoToStart>(actions.at(0)));
    press(key(sf::Keyboard::Num0));
    CHECK(std::holds_alternative<app::Home>(actions.at(0)));
    press(key(sf::Keyboard::Escape));
        CHECK(std::holds_alternative<app::LetGo>(actions.at(0)));
    CHECK(press(key(sf::Keyboard::F)) == app::WindowCommand::toggle_fullscreen);
    CHECK(press(key(sf::Keyboard::Q, false, true)) == app::WindowCommand::quit);
    CHECK(press(key(sf::Keyboard::Q)) == app::WindowCommand::none);
    CHECK(press(key(sf::Keyboard::C, false, true)) == app::WindowCommand::copy_view);
    CHECK(press(key(sf::Keyboard::C, true, true)) == app::WindowCommand::copy_citation);
    CHECK(press(key(sf::Keyboard::V, false, true)) == app::WindowCommand::paste_view);
    CHECK(press(key(sf::Keyboard::C)) == app::WindowCommand::none);
    press(key(sf::Keyboard::Z, false, true));
    CHECK(std::holds_alternative<app::Undo>(actions.at(0)));
    press(key(sf::Keyboard::Z, true, true));
    CHECK(std::holds_alternative<app::Redo>(actions.at(0)));
    press(key(sf::Keyboard::Right, false, true));
    CHECK(std::get<app::PanBy>(actions.at(0)).dx < 0);
    press(key(sf::Keyboard::F, false, true));
    CHECK(std::holds_alternative<app::FocusSearch>(actions.at(0)));
    press(key(sf::Keyboard::G));
    CHECK(std::get<app::OpenDateEntry>(actions.at(0)).open);
    press(key(sf::Keyboard::S));
    CHECK(std::holds_alternative<app::TogglePace>(actions.at(0)));
    press(key(sf::Keyboard::O));
    CHECK(std::holds_alternative<app::ToggleLoop>(actions.at(0)));
    press(key(sf::Keyboard::U));
    CHECK(std::holds_alternative<app::ToggleLanes>(actions.at(0)));
    press(key(sf::Keyboard::E));
    CHECK(std::get<app::TogglePanel>(actions.at(0)).panel == app::Panel::events);
    press(key(sf::Keyboard::RBracket));
    CHECK(std::get<app::ZoomRulerStep>(actions.at(0)).steps == 1);
}

TEST_CASE("keys typed into a field are not commands")
{
    app::MapInput input;
    app::Actions actions;
    input.handle(key(sf::Keyboard::Space), false, true, actions);
    CHECK(actions.empty());
}
