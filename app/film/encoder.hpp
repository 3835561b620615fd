#pragma once

#include "app/core/child_process.hpp"
#include "app/film/film_shape.hpp"
#include "app/film/frame_sink.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace app {

/// The words by which ffmpeg makes a film of raw frames on its input. File names cannot be taken for options or
/// protocols. \param palette the colours of a .gif
[[nodiscard]] std::vector<std::string> encoder_words(FilmShape const &shape, std::filesystem::path const &output,
                                                     std::filesystem::path const &palette = {});
/// Likewise: the colours of a .gif, from some of its frames.
[[nodiscard]] std::vector<std::string> palette_words(FilmShape const &shape, std::filesystem::path const &output);

/// Frames into an ffmpeg that runs beside.
class Encoder final : public FrameSink
{
public:
    /// \throws std::runtime_error if ffmpeg cannot be started
    explicit Encoder(std::vector<std::string> const &words);

    void add(FramePixels pixels) override;
    void finish() override;

private:
    [[noreturn]] void fail();

    ChildProcess m_child;
};

} // namespace app
