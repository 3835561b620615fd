#pragma once

#include "app/core/child_process.hpp"

#include <memory>
#include <string>

namespace app {

/// Reads texts aloud by espeak-ng, one at a time; a new one stops the one before. The program is a child of its own,
/// so that a sound card that hangs hangs nothing else.
class ReadAloud
{
public:
    /// Whether the program is there.
    [[nodiscard]] static bool available();
    /// \param language of the text, "az"; what cannot be said is silent
    void say(std::string const &text, std::string const &language);
    void stop();
    /// Whether something is being said.
    [[nodiscard]] bool speaks();

private:
    std::unique_ptr<ChildProcess> m_voice;
};

} // namespace app
