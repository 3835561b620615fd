#include "app/cli/commands.hpp"
#include "app/cli/report.hpp"
#include "app/core/atomic_file.hpp"
#include "app/core/atomic_folder.hpp"
#include "app/core/stop_signal.hpp"
#include "app/film/encoder.hpp"
#include "app/film/frame_writer.hpp"
#include "app/shell/commands.hpp"
#include "app/shell/film_painter.hpp"
#include "app/shell/frame_folder.hpp"
#include "app/shell/no_display.hpp"
#include "app/shell/picture_state.hpp"
#include "app/shell/private_display.hpp"
#include "app/shell/quiet_sfml.hpp"

#include <fmt/ostream.h>

#include <ostream>

namespace app {
namespace {

/// The user pressed Ctrl+C.
struct FilmStopped
{};

constexpr double share_of_reading = 0.02;
constexpr int palette_frames = 24; ///< from which the colours of a .gif are taken

/// One film: what is painted, and when.
class Film
{
public:
    Film(FilmOptions const &options, Session const &session, ViewerState view, Report &report)
    : m_options{options}, m_shape{options.size.width, options.size.height, options.fps, options.kind},
      m_count{frame_count(options.seconds, options.fps)}, m_painter{session, std::move(view)}, m_report{report}
    {}

    [[nodiscard]] int count() const { return m_count; }

    void write_file(std::filesystem::path const &file)
    {
        auto const palette = file.parent_path() / "palette.png";
        if (m_options.kind == FilmKind::gif) {
            Encoder colours{palette_words(m_shape, palette)};
            paint_into(colours, palette_frames);
        }
        Encoder encoder{encoder_words(m_shape, file, palette)};
        paint_into(encoder, m_count);
    }

    void write_folder(std::filesystem::path const &folder)
    {
        FrameFolder frames{folder, static_cast<unsigned>(m_shape.width), static_cast<unsigned>(m_shape.height)};
        paint_into(frames, m_count);
    }

private:
    void paint_into(FrameSink &sink, int count)
    {
        FrameWriter writer{sink};
        for (int i = 0; i < count; ++i) {
            if (StopSignal::wanted()) {
                throw FilmStopped{};
            }
            writer.add(m_painter.frame(frame_instant({m_options.from, m_options.to}, i, count)));
            m_report.show(share_of_reading + (1 - share_of_reading) * (i + 1) / count);
        }
        writer.finish();
    }

    FilmOptions const &m_options;
    FilmShape m_shape;
    int m_count;
    FilmPainter m_painter;
    Report &m_report;
};

std::shared_ptr<Session const> read_session(FilmOptions const &options, Report &report)
{
    std::stop_source stop;
    auto session = open_session(
        options.atlas, options.guests,
        [&](double share) {
            report.show(share * share_of_reading);
            if (StopSignal::wanted()) {
                stop.request_stop();
            }
        },
        stop.get_token());
    if (!session || StopSignal::wanted()) {
        throw FilmStopped{};
    }
    return session;
}

Exit make_film(FilmOptions const &options, std::ostream &out, std::ostream &err)
{
    StopSignal const stop;
    Report report{options.output.filename().string(), options.report, out};
    require_layers(options);
    auto const session = read_session(options, report);
    if (print_errors(session->problems, err)) {
        return Exit::data_errors;
    }
    auto view = picture_state(options, *session);
    print_dropped(*session->atlas, err);
    ensure_display();
    QuietSfml const quiet;
    Film film{options, *session, std::move(view), report};
    if (options.kind == FilmKind::frames) {
        write_folder_atomically(options.output, [&](auto const &folder) { film.write_folder(folder); });
    } else {
        write_atomically(options.output, [&](auto const &file) { film.write_file(file); });
    }
    fmt::print(out, "{}: {} frames of {} x {}, {} a second\n", options.output.string(), film.count(),
               options.size.width, options.size.height, options.fps);
    return Exit::done;
}

} // namespace

Exit run_film(FilmOptions const &options, std::ostream &out, std::ostream &err)
{
    try {
        return make_film(options, out, err);
    } catch (WrongWord const &wrong) {
        err << "marshrut: film: " << wrong.what() << '\n';
        return Exit::wrong_usage;
    } catch (NoDisplay const &none) {
        err << "marshrut: film: " << none.what() << '\n';
        return Exit::no_display;
    } catch (FilmStopped const &) {
        err << "marshrut: film: stopped; nothing was written\n";
        return Exit::stopped;
    }
}

} // namespace app
