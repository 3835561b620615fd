#include "app/cli/commands.hpp"
#include "app/shell/commands.hpp"

#include "geo/io/text_line.hpp"

#include <exception>
#include <iostream>
#include <string>
#include <vector>

namespace {

/// Runs one command; each kind of options has its own.
struct Runner
{
    app::Exit operator()(app::ViewOptions const &options) const { return app::run_view(options, std::cerr); }
    app::Exit operator()(app::KioskOptions const &options) const
    {
        return options.set_code ? app::run_set_code(options, std::cin, std::cout)
                                : app::run_kiosk(options, std::cout, std::cerr);
    }
    app::Exit operator()(app::RenderOptions const &options) const { return app::run_render(options, std::cerr); }
    app::Exit operator()(app::FilmOptions const &options) const { return app::run_film(options, std::cout, std::cerr); }
    app::Exit operator()(app::HandoutOptions const &options) const { return app::run_handout(options, std::cerr); }
    app::Exit operator()(app::BenchOptions const &options) const
    {
        return app::run_bench(options, std::cout, std::cerr);
    }
    app::Exit operator()(app::StateOptions const &options) const
    {
        return app::run_state(options, std::cout, std::cerr);
    }
    app::Exit operator()(app::TraceOptions const &options) const
    {
        return app::run_trace(options, std::cout, std::cerr);
    }
    app::Exit operator()(app::CiteOptions const &options) const { return app::run_cite(options, std::cout, std::cerr); }
    app::Exit operator()(app::CheckOptions const &options) const { return app::run_check(options, std::cout); }
    app::Exit operator()(app::InfoOptions const &options) const { return app::run_info(options, std::cout, std::cerr); }
    app::Exit operator()(app::PackOptions const &options) const { return app::run_pack(options, std::cout, std::cerr); }
    app::Exit operator()(app::ExportOptions const &options) const
    {
        return app::run_export(options, std::cout, std::cerr);
    }
    app::Exit operator()(app::NewOptions const &options) const { return app::run_new(options, std::cout); }
    app::Exit operator()(app::Notice const &notice) const
    {
        (notice.exit == app::Exit::done ? std::cout : std::cerr)
            << notice.text << (notice.text.ends_with('\n') ? "" : "\n");
        return notice.exit;
    }
};

} // namespace

int main(int argc, char **argv)
{
    try {
        auto const command = app::parse_options({argv + 1, argv + argc});
        auto const exit = std::visit(Runner{}, command);
        std::cout.flush();
        return static_cast<int>(std::cout ? exit : app::Exit::input_output);
    } catch (std::exception const &failure) {
        std::cerr << "marshrut: " << geo::plain_line(failure.what()) << '\n';
        return static_cast<int>(app::Exit::input_output);
    }
}
