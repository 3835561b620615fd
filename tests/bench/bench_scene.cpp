// Times of what a frame works out before anything is painted.

#include "app/core/paths.hpp"
#include "app/paint/painter.hpp"
#include "app/scene/build_scene.hpp"
#include "app/shell/session.hpp"
#include "app/state/reduce.hpp"

#include "geo/state/world_state.hpp"

#include <benchmark/benchmark.h>

namespace {

/// The bundled atlas in a window of 1920 by 1080, at noon on 27 April.
struct Sight
{
    std::shared_ptr<app::Session const> session = app::open_session(app::bundled_atlas());
    app::ViewerState view = app::opening_state({*session->atlas, session->projection}, {1920, 1080});
    app::Style style = app::find_style(view.style);
    app::FontMetrics fonts;
    app::Texts texts{app::locale_dir(), view.language};
    geo::WorldState world;

    Sight()
    {
        view.now = geo::Instant{std::chrono::local_days{std::chrono::year{1920} / 4 / 27} + std::chrono::hours{12}};
        world = geo::state_at(*session->atlas, view.now);
    }
    [[nodiscard]] app::SceneInput in() const
    {
        return {session->map, world, view, style, fonts, texts, {0, 0, 1920, 1080}, {}};
    }
};

Sight const &sight()
{
    static Sight const kept;
    return kept;
}

void build_base(benchmark::State &state)
{
    auto const in = sight().in();
    for (auto _ : state) {
        benchmark::DoNotOptimize(app::build_base(in));
    }
}
BENCHMARK(build_base)->Unit(benchmark::kMillisecond);

void build_moving(benchmark::State &state)
{
    auto const in = sight().in();
    auto const base = app::build_base(in);
    for (auto _ : state) {
        benchmark::DoNotOptimize(app::build_moving(in, base));
    }
}
BENCHMARK(build_moving)->Unit(benchmark::kMicrosecond);

void shapes_of_the_base(benchmark::State &state)
{
    auto const base = app::build_base(sight().in());
    for (auto _ : state) {
        benchmark::DoNotOptimize(app::shapes_of(base.scene));
    }
}
BENCHMARK(shapes_of_the_base)->Unit(benchmark::kMillisecond);

void reduce_a_tick(benchmark::State &state)
{
    auto const &session = *sight().session;
    auto view = sight().view;
    view.playing = true;
    for (auto _ : state) {
        view = app::reduce(std::move(view), app::Tick{1 / 60.0}, {*session.atlas, session.projection});
    }
}
BENCHMARK(reduce_a_tick)->Unit(benchmark::kMicrosecond);

} // namespace

BENCHMARK_MAIN();
