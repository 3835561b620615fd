#pragma once

#include <SFML/System/Err.hpp>

#include <sstream>

namespace app {

/// Keeps SFML's remarks (no vertical sync, no joystick …) off the user's terminal while it lives.
class QuietSfml
{
public:
    QuietSfml() : m_before{sf::err().rdbuf(m_chatter.rdbuf())} {}
    ~QuietSfml() { sf::err().rdbuf(m_before); }
    QuietSfml(QuietSfml const &) = delete;
    QuietSfml &operator=(QuietSfml const &) = delete;

private:
    std::ostringstream m_chatter;
    std::streambuf *m_before;
};

} // namespace app
