#include "app/scene/fading.hpp"

#include "app/scene/drawing.hpp"
#include "app/scene/ground.hpp"

#include <algorithm>
#include <chrono>

namespace app {
namespace {

constexpr double fade_lasts = 0.7; ///< seconds of playing

} // namespace

void draw_fading(SceneInput const &in, std::vector<Item> &out)
{
    auto const &view = in.view;
    if (!view.playing || view.rate <= 0 || !in.map.atlas) {
        return;
    }
    auto const &atlas = *in.map.atlas;
    auto const lasts = geo::Seconds{static_cast<long>(fade_lasts * view.rate)};
    geo::Indices before; // what held before the latest change
    double share = 0;    // of the old that still shows
    for (std::size_t i = 0; i < atlas.regions.size(); ++i) {
        auto const &span = atlas.regions[i].life.span;
        bool const ended = span.end != geo::distant_future && span.end <= view.now && view.now - span.end < lasts;
        bool const begun = span.begin != geo::distant_past && span.begin <= view.now && view.now - span.begin < lasts;
        if (ended) {
            auto const since = std::chrono::duration<double>(view.now - span.end).count() + view.now_fraction;
            share = std::max(share, 1 - since / std::chrono::duration<double>(lasts).count());
        }
        if (ended || (span.contains(view.now) && !begun)) {
            before.push_back(static_cast<geo::Index>(i));
        }
    }
    if (share > 0) {
        draw_former_ground(in, before, share, out);
    }
}

} // namespace app
