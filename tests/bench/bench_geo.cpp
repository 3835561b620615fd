// Times of what geo works out: build/release/tests/benchmarks --benchmark_filter=…

#include "app/core/paths.hpp"

#include "geo/search/name_index.hpp"
#include "geo/state/source_filter.hpp"
#include "geo/state/world_state.hpp"
#include "geo/store/load_atlas.hpp"
#include "geo/time/edtf.hpp"

#include <benchmark/benchmark.h>

namespace {

std::shared_ptr<geo::Atlas const> bundled()
{
    static auto const atlas = geo::load_atlas(app::bundled_atlas()).atlas;
    return atlas;
}

void parse_date(benchmark::State &state)
{
    for (auto _ : state) {
        benchmark::DoNotOptimize(geo::parse_edtf("1920-04-27T23:00~/1920-04-28T04:00~"));
    }
}
BENCHMARK(parse_date);

void load_pack(benchmark::State &state)
{
    for (auto _ : state) {
        benchmark::DoNotOptimize(geo::load_atlas(app::bundled_atlas()));
    }
}
BENCHMARK(load_pack)->Unit(benchmark::kMillisecond);

/// An instant that goes through the span of the atlas, so that no answer can be kept.
class Instants
{
public:
    explicit Instants(geo::Span const &span) : m_span{span} {}
    geo::Instant next()
    {
        m_step = (m_step + 37) % 400;
        return m_span.begin + (m_span.end - m_span.begin) / 400 * m_step;
    }

private:
    geo::Span m_span;
    int m_step = 0;
};

void state_at_an_instant(benchmark::State &state)
{
    auto const atlas = bundled();
    Instants instants{atlas->info.span};
    for (auto _ : state) {
        benchmark::DoNotOptimize(geo::state_at(*atlas, instants.next()));
    }
}
BENCHMARK(state_at_an_instant)->Unit(benchmark::kMicrosecond);

void state_filtered_by_source(benchmark::State &state)
{
    auto const atlas = bundled();
    Instants instants{atlas->info.span};
    geo::SourceFilter filter;
    filter.weakest = geo::Confidence::attested;
    for (auto _ : state) {
        benchmark::DoNotOptimize(geo::filtered(*atlas, geo::state_at(*atlas, instants.next()), filter));
    }
}
BENCHMARK(state_filtered_by_source)->Unit(benchmark::kMicrosecond);

void find_a_name_in_another_script(benchmark::State &state)
{
    geo::NameIndex const index{*bundled()};
    for (auto _ : state) {
        benchmark::DoNotOptimize(index.find("Шуша", 12));
    }
}
BENCHMARK(find_a_name_in_another_script)->Unit(benchmark::kMicrosecond);

} // namespace
