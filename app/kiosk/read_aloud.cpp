#include "app/kiosk/read_aloud.hpp"

#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <sstream>
#include <stdexcept>
#include <unistd.h>

namespace app {
namespace {

constexpr char const *program = "espeak-ng";

} // namespace

bool ReadAloud::available()
{
    auto const *const path = std::getenv("PATH");
    std::istringstream folders{path == nullptr ? "" : path};
    for (std::string folder; std::getline(folders, folder, ':');) {
        if (::access((std::filesystem::path{folder} / program).c_str(), X_OK) == 0) {
            return true;
        }
    }
    return false;
}

void ReadAloud::say(std::string const &text, std::string const &language)
{
    stop();
    if (text.empty()) {
        return;
    }
    try {
        m_voice = std::make_unique<ChildProcess>(std::vector<std::string>{program, "-v", language, "-s", "140"},
                                                 ChildProcess::Talk::listens);
    } catch (std::runtime_error const &) { // what cannot be said is silent
        return;
    }
    // A caption is far shorter than what a pipe holds, so this never waits.
    ::fcntl(m_voice->pipe(), F_SETFL, O_NONBLOCK);
    [[maybe_unused]] auto const written = ::write(m_voice->pipe(), text.data(), text.size());
    m_voice->close_pipe();
}

void ReadAloud::stop()
{
    m_voice.reset();
}

bool ReadAloud::speaks()
{
    return m_voice && !m_voice->ended();
}

} // namespace app
