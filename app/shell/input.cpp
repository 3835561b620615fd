#include "app/shell/input.hpp"

#include "app/shell/story_keys.hpp"

#include <cmath>

namespace app {
namespace {

constexpr double key_pan = 80;   ///< pixels that a key moves the map
constexpr float drag_begins = 4; ///< pixels; a hand on a mouse trembles

ScreenPoint point(int x, int y)
{
    return {static_cast<float>(x), static_cast<float>(y)};
}

} // namespace

WindowCommand MapInput::handle(sf::Event const &event, bool panels_have_mouse, bool panels_have_keys, Actions &actions)
{
    switch (event.type) {
    case sf::Event::Closed:
        return WindowCommand::quit;
    case sf::Event::MouseButtonPressed:
        if (event.mouseButton.button == sf::Mouse::Left && !panels_have_mouse) {
            m_holding = true;
            m_moved = false;
            m_from = m_last = point(event.mouseButton.x, event.mouseButton.y);
        }
        break;
    case sf::Event::MouseMoved:
        if (m_holding) {
            auto const at = point(event.mouseMove.x, event.mouseMove.y);
            m_moved = m_moved || std::hypot(at.x - m_from.x, at.y - m_from.y) > drag_begins;
            if (m_moved) {
                actions.emplace_back(PanBy{static_cast<double>(at.x - m_last.x), static_cast<double>(at.y - m_last.y)});
                m_last = at;
            }
        }
        break;
    case sf::Event::MouseButtonReleased:
        if (event.mouseButton.button == sf::Mouse::Left && m_holding) {
            m_holding = false;
            if (m_moved) {
                actions.emplace_back(EndGesture{});
            } else {
                m_click = point(event.mouseButton.x, event.mouseButton.y);
            }
            m_moved = false;
        }
        break;
    case sf::Event::MouseWheelScrolled:
        if (!panels_have_mouse && event.mouseWheelScroll.wheel == sf::Mouse::VerticalWheel) {
            actions.emplace_back(ZoomAt{point(event.mouseWheelScroll.x, event.mouseWheelScroll.y),
                                        std::pow(1.25, event.mouseWheelScroll.delta)});
        }
        break;
    case sf::Event::LostFocus:
        m_holding = m_moved = false;
        break;
    case sf::Event::Resized:
        if (event.size.width > 0 && event.size.height > 0) { // minimised windows say nought
            actions.emplace_back(Resize{{static_cast<int>(event.size.width), static_cast<int>(event.size.height)}});
        }
        break;
    case sf::Event::KeyPressed:
        if (!panels_have_keys) {
            return handle_key(event.key, actions);
        }
        break;
    default:
        break;
    }
    return WindowCommand::none;
}

WindowCommand MapInput::handle_key(sf::Event::KeyEvent const &key, Actions &actions)
{
    if (handle_story_key(key, actions)) {
        return WindowCommand::none;
    }
    switch (key.code) {
    case sf::Keyboard::Space:
        actions.emplace_back(TogglePlay{});
        break;
    case sf::Keyboard::Up:
    case sf::Keyboard::Down:
        if (key.control) {
            actions.emplace_back(PanBy{0, key.code == sf::Keyboard::Up ? key_pan : -key_pan});
        }
        break;
    case sf::Keyboard::Left:
        if (key.control) {
            actions.emplace_back(PanBy{key_pan, 0});
            break;
        }
        key.shift ? actions.emplace_back(StepEvent{-1}) : actions.emplace_back(StepTime{-1});
        break;
    case sf::Keyboard::Right:
        if (key.control) {
            actions.emplace_back(PanBy{-key_pan, 0});
            break;
        }
        key.shift ? actions.emplace_back(StepEvent{1}) : actions.emplace_back(StepTime{1});
        break;
    case sf::Keyboard::Home:
        actions.emplace_back(GoToStart{});
        break;
    case sf::Keyboard::End:
        actions.emplace_back(GoToEnd{});
        break;
    case sf::Keyboard::Add:
    case sf::Keyboard::Equal:
        actions.emplace_back(ZoomStep{1});
        break;
    case sf::Keyboard::Subtract:
    case sf::Keyboard::Hyphen:
        actions.emplace_back(ZoomStep{-1});
        break;
    case sf::Keyboard::Num0:
    case sf::Keyboard::Numpad0:
        actions.emplace_back(Home{});
        break;
    case sf::Keyboard::Escape:
        actions.emplace_back(LetGo{});
        actions.emplace_back(Dismiss{});
        break;
    case sf::Keyboard::F1:
        actions.emplace_back(TogglePanel{Panel::keys});
        break;
    case sf::Keyboard::D:
        actions.emplace_back(TogglePanel{Panel::desk});
        break;
    case sf::Keyboard::F5:
        return WindowCommand::reload;
    case sf::Keyboard::F:
        if (!key.control) {
            return WindowCommand::toggle_fullscreen;
        }
        actions.emplace_back(FocusSearch{});
        break;
    case sf::Keyboard::Slash:
        actions.emplace_back(FocusSearch{});
        break;
    case sf::Keyboard::G:
        actions.emplace_back(OpenDateEntry{true});
        break;
    case sf::Keyboard::S:
        actions.emplace_back(TogglePace{});
        break;
    case sf::Keyboard::O:
        key.control ? actions.emplace_back(ChooseFile{}) : actions.emplace_back(ToggleLoop{});
        break;
    case sf::Keyboard::U:
        actions.emplace_back(ToggleLanes{});
        break;
    case sf::Keyboard::E:
        actions.emplace_back(TogglePanel{Panel::events});
        break;
    case sf::Keyboard::LBracket:
        actions.emplace_back(ZoomRulerStep{-1});
        break;
    case sf::Keyboard::RBracket:
        actions.emplace_back(ZoomRulerStep{1});
        break;
    case sf::Keyboard::Q:
        return key.control ? WindowCommand::quit : WindowCommand::none;
    case sf::Keyboard::C:
        return !key.control ? WindowCommand::none : key.shift ? WindowCommand::copy_citation : WindowCommand::copy_view;
    case sf::Keyboard::V:
        return key.control ? WindowCommand::paste_view : WindowCommand::none;
    case sf::Keyboard::Z:
        if (key.control) {
            key.shift ? actions.emplace_back(Redo{}) : actions.emplace_back(Undo{});
        }
        break;
    case sf::Keyboard::Y:
        if (key.control) {
            actions.emplace_back(Redo{});
        }
        break;
    default:
        break;
    }
    return WindowCommand::none;
}

std::optional<ScreenPoint> MapInput::take_click()
{
    auto const click = m_click;
    m_click.reset();
    return click;
}

} // namespace app
