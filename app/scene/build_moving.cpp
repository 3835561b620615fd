#include "app/scene/build_scene.hpp"
#include "app/scene/event_drawing.hpp"
#include "app/scene/fading.hpp"
#include "app/scene/ghosts.hpp"
#include "app/scene/magnified.hpp"
#include "app/scene/tracks.hpp"
#include "app/scene/unit_drawing.hpp"

namespace app {
namespace {

Selection hit(std::vector<Target> const &targets, ScreenPoint at)
{
    Selection found;
    for (auto const &t : targets) {
        if (at.x >= t.left && at.x <= t.right && at.y >= t.top && at.y <= t.bottom) {
            found = {t.kind, t.index};
        }
    }
    return found;
}

} // namespace

Scene build_moving(SceneInput const &in, BaseScene const &base)
{
    if (in.view.map_scale != 1) {
        Magnified const magnified{in};
        return magnified.enlarged(build_moving(magnified.input(), magnified.reduced(base)));
    }
    Scene scene{in.view.viewport.width, in.view.viewport.height, {}, {}, {}};
    auto const shown = [&](char const *layer) { return !in.view.hidden.contains(layer); };
    if (shown("regions")) {
        draw_fading(in, scene.items);
    }
    auto const spots = units_in_view(in);
    if (shown("tracks")) {
        draw_tracks(in, spots.size(), scene.items);
    }
    if (shown("events")) {
        draw_events(in, scene);
    }
    if (shown("units") && base.plan) {
        draw_ghosts(in, scene);
        draw_units(in, *base.plan, spots, scene);
    }
    return scene;
}

Selection hit_test(Scene const &base, Scene const &moving, ScreenPoint at)
{
    auto const found = hit(moving.targets, at);
    return found.kind != Kind::none ? found : hit(base.targets, at);
}

} // namespace app
