#pragma once

#include <string>

namespace app {

/// What is being typed, so that panels keep no state.
struct Typing
{
    std::string query;         ///< in the search field
    bool focus_search = false; ///< the search field is to take the keys in the next frame
    bool date_open = false;    ///< the date is a field
    std::string date;
    friend bool operator==(Typing const &, Typing const &) = default;
};

} // namespace app
