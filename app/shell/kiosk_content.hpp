#pragma once

#include "app/shell/session.hpp"

#include <memory>
#include <string>

namespace app {

/// What the kiosk shows, opened, and where it came from.
struct KioskContent
{
    std::shared_ptr<Session const> session;
    std::string origin; ///< as it may be shown: the curator's file, the server, "the built-in atlas"
};

} // namespace app
