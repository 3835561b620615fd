#include "app/core/stop_signal.hpp"

#include <array>
#include <csignal>

namespace app {
namespace {

constexpr std::array signals{SIGINT, SIGTERM, SIGHUP};

// A signal handler can reach nothing but globals.
volatile std::sig_atomic_t stop_wanted = 0; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables): see above

extern "C" void note_stop(int)
{
    stop_wanted = 1;
}

} // namespace

StopSignal::StopSignal()
{
    stop_wanted = 0;
    struct sigaction action
    {};
    action.sa_handler = note_stop;
    action.sa_flags = SA_RESTART;
    for (int const signal : signals) {
        sigaction(signal, &action, nullptr);
    }
}

StopSignal::~StopSignal()
{
    for (int const signal : signals) {
        (void)std::signal(signal, SIG_DFL); // it fails for no signal of ours
    }
}

bool StopSignal::wanted()
{
    return stop_wanted != 0;
}

} // namespace app
