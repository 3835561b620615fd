#include "app/film/film_shape.hpp"

#include <algorithm>
#include <cmath>

namespace app {

int frame_count(double seconds, int fps)
{
    return std::max(2, static_cast<int>(std::lround(seconds * fps)));
}

geo::Instant frame_instant(geo::Span const &time, int frame, int count)
{
    // In whole seconds and doubles: a thousand years are 3e10 s, times a frame number still exact.
    auto const all = static_cast<double>((time.end - time.begin).count());
    return time.begin + geo::Seconds{std::llround(all * frame / (count - 1))};
}

} // namespace app
