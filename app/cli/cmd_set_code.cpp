#include "app/cli/commands.hpp"
#include "app/kiosk/set_code.hpp"

#include <fmt/ostream.h>

#include <istream>
#include <ostream>
#include <stdexcept>
#include <termios.h>
#include <unistd.h>

namespace app {
namespace {

/// What is typed does not show while it lives.
class Unseen
{
public:
    Unseen()
    {
        tcgetattr(STDIN_FILENO, &m_before);
        auto silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~Unseen() { tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before); }
    Unseen(Unseen const &) = delete;
    Unseen &operator=(Unseen const &) = delete;

private:
    termios m_before{};
};

std::string typed(std::istream &in, std::ostream &out, char const *question)
{
    out << question << std::flush;
    Unseen const unseen;
    std::string line;
    std::getline(in, line);
    out << '\n';
    return line;
}

std::string asked_code(std::istream &in, std::ostream &out)
{
    if (isatty(STDIN_FILENO) == 0) {
        std::string line;
        std::getline(in, line);
        return line;
    }
    auto code = typed(in, out, "The operator's code, 4 to 12 digits: ");
    if (typed(in, out, "Once more: ") != code) {
        throw std::runtime_error{"kiosk: the two codes differ; nothing was changed"};
    }
    return code;
}

} // namespace

Exit run_set_code(KioskOptions const &options, std::istream &in, std::ostream &out)
{
    auto const file = options.settings.empty() ? default_settings_file(true) : options.settings;
    if (file.empty()) {
        throw std::runtime_error{"kiosk: it is not known where the settings lie; name the file with --settings"};
    }
    set_code(file, asked_code(in, out));
    fmt::print(out, "{}: the operator's code is set; the display uses it after its next start\n", file.string());
    return Exit::done;
}

} // namespace app
