#include "app/cli/commands.hpp"
#include "app/core/paths.hpp"
#include "app/i18n/date_text.hpp"
#include "app/paint/painter.hpp"
#include "app/scene/compose.hpp"
#include "app/shell/commands.hpp"
#include "app/shell/no_display.hpp"
#include "app/shell/private_display.hpp"
#include "app/shell/quiet_sfml.hpp"
#include "app/shell/session.hpp"
#include "app/state/reduce.hpp"
#include "app/state/view_code.hpp"
#include "app/vector/write_vector.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <stdexcept>

namespace app {
namespace {

struct WrongCode : std::runtime_error
{
    using runtime_error::runtime_error;
};

/// \throws WrongCode
ViewerState state_of(RenderOptions const &options, Session const &session)
{
    auto state = opening_state({*session.atlas, session.projection}, options.size);
    if (!options.view.empty()) {
        auto result = apply_view_code(std::move(state), options.view, {*session.atlas, session.projection});
        if (auto *const fault = std::get_if<std::string>(&result)) {
            throw WrongCode{std::move(*fault)};
        }
        state = std::get<ViewerState>(std::move(result));
    }
    state.now = options.at.value_or(state.now);
    if (!options.style.empty()) {
        state.style = options.style;
    }
    if (!options.language.empty()) {
        state.language = options.language;
    }
    if (options.extent) {
        state.camera = fit(session.projection, *options.extent, options.size);
    }
    if (!options.layers.empty()) {
        for (auto const &name : layer_names()) {
            if (!options.layers.contains(name)) {
                state.hidden.insert(name);
            }
        }
    }
    return state;
}

/// Names that are no layer, for an error; empty if all are.
std::string unknown_layers(RenderOptions const &options)
{
    std::string unknown;
    for (auto const &name : options.layers) {
        if (std::ranges::find(layer_names(), name) == layer_names().end()) {
            unknown += (unknown.empty() ? "" : ", ") + name;
        }
    }
    return unknown;
}

DocumentInfo document_info(geo::Atlas const &atlas, geo::WorldState const &world, Texts const &texts)
{
    auto const &language = texts.language();
    return {fmt::format("{}: {}", atlas.info.title.in(language), full_date_text(texts, world.at)),
            atlas.info.attribution.in(language), atlas.info.summary.in(language), language};
}

} // namespace

Exit run_render(RenderOptions const &options, std::ostream &err)
{
    if (auto const unknown = unknown_layers(options); !unknown.empty()) {
        err << "marshrut: --layers: there is no layer '" << unknown << "'; layers are";
        for (auto const &name : layer_names()) {
            err << (name == layer_names().front() ? " " : ", ") << name;
        }
        err << '\n';
        return Exit::wrong_usage;
    }
    auto const session = open_session(options.atlas, options.guests);
    if (print_errors(session->problems, err)) {
        return Exit::data_errors;
    }
    ViewerState state;
    try {
        state = state_of(options, *session);
    } catch (WrongCode const &wrong) {
        err << "marshrut: --view: " << wrong.what() << '\n';
        return Exit::wrong_usage;
    }
    print_dropped(*session->atlas, err);
    auto const world = geo::state_at(*session->atlas, state.now);
    auto const style = find_style(state.style);
    FontMetrics const fonts;
    Texts const texts{locale_dir(), state.language};
    Rect const whole{0, 0, static_cast<float>(options.size.width), static_cast<float>(options.size.height)};
    auto const picture = compose({session->map, world, state, style, fonts, texts, whole, {}});
    if (is_vector_file(options.output)) {
        write_vector({whole_page(picture.layers())}, document_info(*session->atlas, world, texts), options.output);
        return Exit::done;
    }
    try {
        ensure_display();
        QuietSfml const quiet;
        Painter painter{fonts};
        save_png(painter, picture.layers(), options.output);
    } catch (NoDisplay const &none) {
        err << "marshrut: render: " << none.what() << '\n';
        return Exit::no_display;
    }
    return Exit::done;
}

} // namespace app
