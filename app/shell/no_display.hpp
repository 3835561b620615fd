#pragma once

#include <stdexcept>

namespace app {

/// There is no display where one is needed. what() is one line for the user; the program exits 4.
struct NoDisplay : std::runtime_error
{
    using std::runtime_error::runtime_error;
};

} // namespace app
