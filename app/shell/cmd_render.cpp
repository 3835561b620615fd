#include "app/cli/commands.hpp"
#include "app/core/atomic_file.hpp"
#include "app/core/paths.hpp"
#include "app/i18n/date_text.hpp"
#include "app/paint/painter.hpp"
#include "app/scene/camera.hpp"
#include "app/scene/compose.hpp"
#include "app/shell/commands.hpp"
#include "app/shell/no_display.hpp"
#include "app/shell/picture_state.hpp"
#include "app/shell/private_display.hpp"
#include "app/shell/quiet_sfml.hpp"
#include "app/vector/write_vector.hpp"

#include "geo/raster/picture_ground.hpp"

#include <fmt/format.h>

#include <ostream>

namespace app {
namespace {

DocumentInfo document_info(geo::Atlas const &atlas, geo::WorldState const &world, Texts const &texts)
{
    auto const &language = texts.language();
    return {fmt::format("{}: {}", atlas.info.title.in(language), full_date_text(texts, world.at)),
            atlas.info.attribution.in(language), atlas.info.summary.in(language), language};
}

geo::PictureGround ground_of(Session const &session, ViewerState const &state)
{
    return {session.projection.definition(), to_map(state.camera, state.viewport, {0, 0}),
            state.camera.metres_per_pixel};
}

void write_page(RenderOptions const &options, Session const &session, ViewerState const &state, Picture const &picture,
                DocumentInfo const &info)
{
    AfterDrawing place;
    if (options.output.extension() == ".pdf") {
        place = [&](std::filesystem::path const &file) {
            geo::georeference_pdf(file, ground_of(session, state), page_points_per_pixel);
        };
    }
    write_vector({whole_page(picture.layers())}, info, options.output, place);
}

void write_place(RenderOptions const &options, geo::PictureGround const &ground)
{
    auto const beside = [&](char const *ending) { return std::filesystem::path{options.output}.replace_extension(ending); };
    write_atomically(beside(".pgw"), geo::world_file(ground));
    write_atomically(beside(".prj"), geo::prj_file(ground));
}

Exit make_picture(RenderOptions const &options, std::ostream &err)
{
    require_layers(options);
    auto const session = open_session(options.atlas, options.guests);
    if (print_errors(session->problems, err)) {
        return Exit::data_errors;
    }
    auto state = picture_state(options, *session);
    state.now = options.at.value_or(state.now);
    print_dropped(*session->atlas, err);
    auto const world = geo::state_at(*session->atlas, state.now);
    auto const style = find_style(state.style);
    FontMetrics const fonts;
    Texts const texts{locale_dir(), state.language};
    Rect const whole{0, 0, static_cast<float>(options.size.width), static_cast<float>(options.size.height)};
    auto const picture = compose({session->map, world, state, style, fonts, texts, whole, {}});
    if (is_vector_file(options.output)) {
        write_page(options, *session, state, picture, document_info(*session->atlas, world, texts));
        return Exit::done;
    }
    ensure_display();
    QuietSfml const quiet;
    Painter painter{fonts};
    save_png(painter, picture.layers(), options.output);
    if (options.world_file) {
        write_place(options, ground_of(*session, state));
    }
    return Exit::done;
}

} // namespace

Exit run_render(RenderOptions const &options, std::ostream &err)
{
    try {
        return make_picture(options, err);
    } catch (WrongWord const &wrong) {
        err << "marshrut: render: " << wrong.what() << '\n';
        return Exit::wrong_usage;
    } catch (NoDisplay const &none) {
        err << "marshrut: render: " << none.what() << '\n';
        return Exit::no_display;
    }
}

} // namespace app
