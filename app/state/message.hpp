#pragma once

#include <string>

namespace app {

/// One line that the viewer says to its user, until something else happens.
struct Message
{
    std::string lead; ///< a message id of the interface's texts, with {} where `detail` stands; empty: nothing is said
    std::string detail; ///< what no catalogue holds: a name, a code, a reason
    bool fault = false; ///< something went wrong
    friend bool operator==(Message const &, Message const &) = default;
};

} // namespace app
