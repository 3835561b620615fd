#include "app/cli/words.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cmath>

namespace app {
namespace {

constexpr double longest = 3600; ///< seconds

/// By the ending; a name without one is a folder for the frames.
FilmKind kind_of(std::filesystem::path const &output)
{
    auto const ending = output.extension();
    if (ending == ".mp4") {
        return FilmKind::mp4;
    }
    if (ending == ".webm") {
        return FilmKind::webm;
    }
    if (ending == ".gif") {
        return FilmKind::gif;
    }
    if (ending.empty() && !output.empty()) {
        return FilmKind::frames;
    }
    throw CLI::ValidationError{
        "-o", fmt::format("'{}' does not end in .mp4, .webm or .gif; a name without an ending is a folder for pictures",
                          output.string())};
}

/// A GIF counts hundredths of a second, and other programs slow down what is quicker than 50 frames.
int fps_of(int wanted, FilmKind kind)
{
    int const fps = wanted > 0 ? wanted : kind == FilmKind::gif ? 10 : 30;
    if (fps < 1 || fps > 120 || (kind == FilmKind::gif && (fps > 50 || 100 % fps != 0))) {
        throw CLI::ValidationError{"--fps", kind == FilmKind::gif
                                                ? fmt::format("a .gif cannot run at {}; choose 50, 25, 20, 10 or 5", fps)
                                                : fmt::format("{} is not from 1 to 120", fps)};
    }
    return fps;
}

} // namespace

Meaning declare_film(CLI::App &command)
{
    struct Words
    {
        std::string from, to, output;
        double seconds = 60;
        int fps = 0;
        bool report = false;
    };
    auto const words = std::make_shared<Words>();
    auto const inputs = add_inputs(command);
    auto const picture = add_picture(command);
    command.add_option("--from", words->from, "Date of the first frame, such as 1920-04-27")->required();
    command.add_option("--to", words->to, "Date of the last frame")->required();
    command.add_option("-o,--output", words->output, "File to write (.mp4, .webm, .gif), or a folder for the frames")
        ->required();
    command.add_option("--seconds", words->seconds, "How long the film runs")->capture_default_str();
    command.add_option("--fps", words->fps, "Frames a second: 30, of a .gif 10");
    command.add_flag("--report", words->report, "Print the progress in lines, for another program");
    return [=]() -> Command {
        FilmOptions options;
        set_picture(options, *inputs, *picture);
        options.output = words->output;
        options.kind = kind_of(options.output);
        options.from = instant_of(words->from, "--from");
        options.to = instant_of(words->to, "--to");
        if (options.from >= options.to) {
            throw CLI::ValidationError{"--to", fmt::format("'{}' does not lie after --from", words->to)};
        }
        options.seconds = words->seconds;
        if (!(options.seconds > 0 && options.seconds <= longest)) {
            throw CLI::ValidationError{"--seconds", fmt::format("{} is not from 0 to {}", options.seconds, longest)};
        }
        options.fps = fps_of(words->fps, options.kind);
        if (!picture->size.empty()) {
            options.size = size_of(picture->size);
        }
        bool const halved = options.kind == FilmKind::mp4 || options.kind == FilmKind::webm;
        if (halved && (options.size.width % 2 != 0 || options.size.height % 2 != 0)) {
            throw CLI::ValidationError{"--size", "width and height of a film must be even"};
        }
        options.report = words->report;
        return options;
    };
}

} // namespace app
