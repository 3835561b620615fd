// What a film is made of, without painting one.

#include "support/atlas_folder.hpp"
#include "support/temporary_folder.hpp"
#include "support/text.hpp"

#include "app/film/encoder.hpp"
#include "app/film/frame_writer.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>

namespace {

/// Keeps what it gets, until it is to fail.
class Keeper final : public app::FrameSink
{
public:
    void add(app::FramePixels pixels) override
    {
        if (frames.size() == fails_at) {
            throw std::runtime_error{"the disk is full"};
        }
        frames.emplace_back(pixels.begin(), pixels.end());
    }
    void finish() override { finished = true; }

    std::vector<std::vector<std::uint8_t>> frames;
    std::size_t fails_at = 1000;
    bool finished = false;
};

bool has(std::vector<std::string> const &words, std::string const &word)
{
    return std::ranges::find(words, word) != words.end();
}

} // namespace

TEST_CASE("a film shows its first date in the first frame, its last in the last, and the others evenly between")
{
    geo::Span const time{test::at("1920-04-27"), test::at("1920-04-28")};
    CHECK(app::frame_count(30, 30) == 900);
    CHECK(app::frame_count(0.01, 10) == 2);
    CHECK(app::frame_instant(time, 0, 25) == time.begin);
    CHECK(app::frame_instant(time, 6, 25) == test::at("1920-04-27T06:00"));
    CHECK(app::frame_instant(time, 24, 25) == time.end);
}

TEST_CASE("a film's name cannot be taken by ffmpeg for an option or a protocol, and no shell reads it")
{
    app::FilmShape const shape{640, 360, 25, app::FilmKind::mp4};
    for (auto const *name : {"-vf.mp4", "http:evil.mp4", "a;b $(c) 'd'.mp4", "concat:x|y.mp4"}) {
        auto const words = app::encoder_words(shape, name);
        CHECK(words.back() == "file:" + (std::filesystem::current_path() / name).string());
        CHECK(has(words, "640x360"));
        CHECK(has(words, "-nostdin"));
    }
    auto const gif = app::encoder_words({640, 360, 10, app::FilmKind::gif}, "/a.gif", "/b/palette.png");
    CHECK(has(gif, "file:/b/palette.png"));
    CHECK(has(app::encoder_words({640, 360, 25, app::FilmKind::webm}, "/a.webm"), "libvpx-vp9"));
}

TEST_CASE("an encoder that is not installed is told, with the package that has it")
{
    CHECK_THROWS_WITH_AS(app::Encoder({"/nowhere/ffmpeg"}),
                         "ffmpeg, which makes films, cannot be started: No such file or directory; install the package "
                         "ffmpeg",
                         std::runtime_error);
}

TEST_CASE("an encoder that gives up is told in its own words")
{
    app::Encoder encoder{{"ffmpeg", "-nostdin", "-loglevel", "error", "-f", "rawvideo", "-pixel_format", "rgb0",
                          "-video_size", "8x8", "-i", "pipe:0", "file:/nowhere/a.mp4"}};
    std::vector<std::uint8_t> const frame(8 * 8 * 4);
    std::string told;
    try {
        for (int i = 0; i < 100'000; ++i) { // until its pipe is closed
            encoder.add(frame);
        }
        encoder.finish();
    } catch (std::runtime_error const &failure) {
        told = failure.what();
    }
    CHECK(test::text(told) == doctest::Contains("ffmpeg gave up: "));
    CHECK(test::text(told) == doctest::Contains("No such file or directory"));
}

TEST_CASE("frames come to the sink in order, and are whole when the writer is done")
{
    Keeper keeper;
    app::FrameWriter writer{keeper};
    for (std::uint8_t i = 0; i < 20; ++i) {
        std::vector<std::uint8_t> const frame(64, i);
        writer.add(frame);
    }
    writer.finish();
    REQUIRE(keeper.frames.size() == 20);
    for (std::uint8_t i = 0; i < 20; ++i) {
        CHECK(keeper.frames[i] == std::vector<std::uint8_t>(64, i));
    }
    CHECK(keeper.finished);
}

TEST_CASE("a sink that fails is told to whoever paints, who need not wait for ever")
{
    Keeper keeper;
    keeper.fails_at = 2;
    app::FrameWriter writer{keeper};
    std::vector<std::uint8_t> const frame(64);
    auto const paint = [&] {
        for (int i = 0; i < 20; ++i) {
            writer.add(frame);
        }
        writer.finish();
    };
    CHECK_THROWS_WITH_AS(paint(), "the disk is full", std::runtime_error);
    CHECK_FALSE(keeper.finished);
}
