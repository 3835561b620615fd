#pragma once

#include <SFML/System/Err.hpp>

#include <streambuf>

namespace app {

/// Keeps SFML's remarks (no vertical sync, no joystick …) off the user's terminal while it lives.
class QuietSfml
{
public:
    QuietSfml() : m_before{sf::err().rdbuf(&m_nowhere)} {}
    ~QuietSfml() { sf::err().rdbuf(m_before); }
    QuietSfml(QuietSfml const &) = delete;
    QuietSfml &operator=(QuietSfml const &) = delete;

private:
    /// Takes everything and keeps nothing: a display that runs for months must not gather it.
    struct Nowhere : std::streambuf
    {
        int_type overflow(int_type letter) override { return traits_type::not_eof(letter); }
    };
    Nowhere m_nowhere;
    std::streambuf *m_before;
};

} // namespace app
