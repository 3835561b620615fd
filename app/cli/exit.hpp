#pragma once

namespace app {

/// Exit codes of every command; scripts rely on them.
enum class Exit : int {
    done = 0,
    data_errors = 1, ///< the data has errors
    wrong_usage = 2,
    input_output = 3, ///< an input could not be read or an output written
    no_display = 4,   ///< none where one is needed, and no Xvfb to start
    stopped = 130,    ///< by Ctrl+C: nothing was written
};

} // namespace app
