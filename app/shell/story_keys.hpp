#pragma once

#include "app/state/action.hpp"

#include <SFML/Window/Event.hpp>

namespace app {

/// Keys of a story and its presentation, also those that clickers send. \return false if the key is none of them
bool handle_story_key(sf::Event::KeyEvent const &key, Actions &actions);

} // namespace app
