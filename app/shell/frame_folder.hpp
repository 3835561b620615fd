#pragma once

#include "app/film/frame_sink.hpp"

#include <filesystem>

namespace app {

/// Frames as pictures in a folder: frame-00001.png and so on.
class FrameFolder final : public FrameSink
{
public:
    /// \param folder is there and empty
    FrameFolder(std::filesystem::path folder, unsigned width, unsigned height);

    void add(FramePixels pixels) override;
    void finish() override {}

private:
    std::filesystem::path m_folder;
    unsigned m_width;
    unsigned m_height;
    int m_count = 0;
};

} // namespace app
