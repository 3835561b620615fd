#pragma once

#include "app/cli/options.hpp"
#include "app/shell/session.hpp"

#include <stdexcept>

namespace app {

/// A word of the command line that means nothing here; what() names its option.
struct WrongWord : std::runtime_error
{
    using runtime_error::runtime_error;
};

/// Names among the layers that are none. \throws WrongWord
void require_layers(PictureWish const &wish);

/// The state of a picture as the words of a command want it. \throws WrongWord
[[nodiscard]] ViewerState picture_state(PictureWish const &wish, Session const &session);

} // namespace app
