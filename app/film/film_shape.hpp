#pragma once

#include "geo/time/instant.hpp"

namespace app {

/// What a film is written as.
enum class FilmKind { mp4, webm, gif, frames };

/// Frames of a film: how large, how quick.
struct FilmShape
{
    int width = 1920; ///< pixels
    int height = 1080;
    int fps = 30;
    FilmKind kind = FilmKind::mp4;
};

/// How many frames a film has: two at least, its first and its last date.
[[nodiscard]] int frame_count(double seconds, int fps);

/// The instant that a frame shows: the first one `time.begin`, the last one `time.end`, the others evenly between.
[[nodiscard]] geo::Instant frame_instant(geo::Span const &time, int frame, int count);

} // namespace app
