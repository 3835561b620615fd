#pragma once

#include <cstdint>
#include <span>

namespace app {

/// Four bytes a pixel (red, green, blue, one that says nothing), rows from the bottom up, as OpenGL gives them.
using FramePixels = std::span<std::uint8_t const>;

/// Where the frames of a film go, in order.
class FrameSink
{
public:
    virtual ~FrameSink() = default;
    /// \throws std::runtime_error with one line for the user
    virtual void add(FramePixels pixels) = 0;
    /// All frames were added: what is written is whole when this returns. \throws likewise
    virtual void finish() = 0;
};

} // namespace app
