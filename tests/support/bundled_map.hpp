#pragma once

#include "app/core/paths.hpp"
#include "app/scene/compose.hpp"
#include "app/shell/session.hpp"
#include "app/state/reduce.hpp"

#include <memory>
#include <string>

namespace test {

/// The bundled atlas with its base map, ready to be drawn; opened once.
inline app::Session const &bundled_session()
{
    static std::shared_ptr<app::Session const> const session =
        app::open_session(MARSHRUT_SOURCE_DIR "/data/yalama-baku-1920");
    return *session;
}

/// A view of the bundled atlas and all that its scenes are built from.
struct MapView
{
    app::FontMetrics fonts;
    app::Style style;
    app::Texts texts;
    app::ViewerState state;

    MapView(app::Viewport viewport, std::string const &style_name = "light", std::string const &language = "en")
    : style{app::find_style(style_name)}, texts{app::locale_dir(), language},
      state{opening_state({*bundled_session().atlas, bundled_session().projection}, viewport)}
    {
        state.style = style_name;
        state.language = language;
    }

    void look_at(geo::LonLat at, double scale_denominator)
    {
        constexpr double pixel = 0.0254 / 96; // metres on a screen of 96 dots an inch
        state.camera = {bundled_session().projection.forward(at), scale_denominator * pixel};
    }
    [[nodiscard]] geo::WorldState world() const { return state_at(*bundled_session().atlas, state.now); }
    [[nodiscard]] app::SceneInput input(geo::WorldState const &world) const
    {
        auto const [width, height] = state.viewport;
        return {bundled_session().map,
                world,
                state,
                style,
                fonts,
                texts,
                {0, 0, static_cast<float>(width), static_cast<float>(height)},
                {}};
    }
    [[nodiscard]] app::Picture picture() const
    {
        auto const now = world();
        return compose(input(now));
    }
};

} // namespace test
