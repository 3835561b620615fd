#pragma once

#include "geo/model/atlas.hpp"

namespace app {

/// When an event begins as its text says, without the widening of "~": where the clock goes when it is chosen.
[[nodiscard]] geo::Instant moment_of(geo::Event const &event);

} // namespace app
