#pragma once

namespace app {

/// While it lives, Ctrl+C and a request to end (SIGTERM) do not end the program but can be asked for, so that half-made
/// files are cleared away. One at a time.
class StopSignal
{
public:
    StopSignal();
    ~StopSignal();
    StopSignal(StopSignal const &) = delete;
    StopSignal &operator=(StopSignal const &) = delete;

    [[nodiscard]] static bool wanted();
};

} // namespace app
