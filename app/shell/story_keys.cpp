#include "app/shell/story_keys.hpp"

namespace app {

bool handle_story_key(sf::Event::KeyEvent const &key, Actions &actions)
{
    if (key.control || key.alt || key.system) {
        return false;
    }
    auto const act = [&](Action action) {
        actions.push_back(std::move(action));
        return true;
    };
    switch (key.code) {
    case sf::Keyboard::PageDown:
        return key.shift ? act(SkipStep{1}) : act(AdvanceStory{1});
    case sf::Keyboard::PageUp:
        return key.shift ? act(SkipStep{-1}) : act(AdvanceStory{-1});
    case sf::Keyboard::BackSpace:
        return act(ReturnToStep{});
    case sf::Keyboard::R:
        return act(ReplayStep{});
    case sf::Keyboard::P:
        return act(TogglePresenter{});
    case sf::Keyboard::B:
    case sf::Keyboard::Period: // what many clickers send for a black screen
        return act(ToggleBlank{});
    case sf::Keyboard::L:
        return act(NextPointer{});
    case sf::Keyboard::H:
        return act(ToggleBlind{});
    case sf::Keyboard::T:
        return act(ToggleTimer{});
    default:
        break;
    }
    if (key.code >= sf::Keyboard::Num1 && key.code <= sf::Keyboard::Num9) {
        return act(ShowLand{static_cast<std::size_t>(key.code - sf::Keyboard::Num1) + 1});
    }
    if (key.code >= sf::Keyboard::Numpad1 && key.code <= sf::Keyboard::Numpad9) {
        return act(ShowLand{static_cast<std::size_t>(key.code - sf::Keyboard::Numpad1) + 1});
    }
    return false;
}

} // namespace app
