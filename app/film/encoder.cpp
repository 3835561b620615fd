#include "app/film/encoder.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <csignal>
#include <stdexcept>
#include <unistd.h>

namespace app {
namespace {

namespace fs = std::filesystem;

/// A name of a file that ffmpeg takes for nothing else: neither for an option nor for a protocol.
std::string file_word(fs::path const &file)
{
    return "file:" + fs::absolute(file).string();
}

std::vector<std::string> input_words(FilmShape const &shape)
{
    return {"ffmpeg", "-hide_banner", "-nostdin", "-loglevel", "error", "-y",
            "-f", "rawvideo", "-pixel_format", "rgb0", "-video_size", fmt::format("{}x{}", shape.width, shape.height),
            "-framerate", std::to_string(shape.fps), "-i", "pipe:0"};
}

void append(std::vector<std::string> &words, std::vector<std::string> const &more)
{
    words.insert(words.end(), more.begin(), more.end());
}

} // namespace

std::vector<std::string> encoder_words(FilmShape const &shape, fs::path const &output, fs::path const &palette)
{
    auto words = input_words(shape);
    // Colours as televisions and browsers take them; frames come from the bottom up.
    std::string const colours = "vflip,scale=out_color_matrix=bt709:out_range=tv,format=yuv420p";
    std::vector<std::string> const tags{"-colorspace", "bt709", "-color_primaries", "bt709",
                                        "-color_trc",  "bt709", "-color_range",     "tv"};
    std::vector<std::string> const same_bytes{"-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact"};
    auto const key_every = std::to_string(4 * shape.fps); // so that a player finds its place soon
    if (shape.kind == FilmKind::gif) {
        append(words, {"-i", file_word(palette), "-lavfi",
                       "[0:v]vflip[v];[v][1:v]paletteuse=dither=bayer:bayer_scale=4:diff_mode=rectangle"});
        append(words, same_bytes);
        append(words, {"-loop", "0", "-f", "gif"});
    } else if (shape.kind == FilmKind::webm) {
        append(words, {"-vf", colours, "-an", "-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "7", "-crf",
                       "30", "-b:v", "0", "-threads", "2", "-tile-columns", "1", "-g", key_every});
        append(words, tags);
        append(words, same_bytes);
        append(words, {"-f", "webm"});
    } else {
        append(words, {"-vf", colours, "-an", "-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-threads", "2",
                       "-g", key_every});
        append(words, tags);
        append(words, same_bytes);
        append(words, {"-movflags", "+faststart", "-f", "mp4"});
    }
    words.push_back(file_word(output));
    return words;
}

std::vector<std::string> palette_words(FilmShape const &shape, fs::path const &output)
{
    auto words = input_words(shape);
    append(words, {"-vf", "vflip,palettegen=stats_mode=full", "-frames:v", "1", "-update", "1", "-f", "image2",
                   file_word(output)});
    return words;
}

Encoder::Encoder(std::vector<std::string> const &words)
try : m_child{words, ChildProcess::Talk::listens} {
    std::signal(SIGPIPE, SIG_IGN); // an ffmpeg that ends early is told by its own words
} catch (std::runtime_error const &failure) {
    throw std::runtime_error{
        fmt::format("ffmpeg, which makes films, cannot be started: {}; install the package ffmpeg", failure.what())};
}

void Encoder::add(FramePixels pixels)
{
    while (!pixels.empty()) {
        auto const written = write(m_child.pipe(), pixels.data(), pixels.size());
        if (written < 0 && errno != EINTR) {
            fail();
        }
        pixels = pixels.subspan(written > 0 ? static_cast<std::size_t>(written) : 0);
    }
}

void Encoder::finish()
{
    m_child.close_pipe();
    if (m_child.wait() != 0) {
        fail();
    }
}

void Encoder::fail()
{
    m_child.close_pipe();
    m_child.wait();
    auto const words = m_child.complaint();
    throw std::runtime_error{
        fmt::format("ffmpeg gave up: {}", words.empty() ? "it said nothing about the reason" : words)};
}

} // namespace app
