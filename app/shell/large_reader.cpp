#include "app/shell/large_reader.hpp"

#include "app/scene/view_extent.hpp"
#include "app/vector/feature_picture.hpp"

#include <exception>
#include <utility>

namespace app {
namespace {

/// So many dots are told apart on a screen, and come within a second.
constexpr std::size_t most_features = 20'000;

} // namespace

/// Connections and projection: they stay on the thread that opened them.
struct LargeReader::Desk
{
    std::vector<ShownLayer> const &layers;
    geo::Projection projection;
    std::vector<std::optional<geo::LargeLayerReader>> readers;

    LargePicture paint(LargeView const &view)
    {
        LargePicture picture{view, {}, std::vector<LargeCount>(layers.size())};
        FeaturePicture painted{view.camera, view.viewport, projection, view.scale};
        ViewerState state;
        state.camera = view.camera;
        state.viewport = view.viewport;
        auto const extent = view_extent(state, projection);
        for (std::size_t i = 0; i < layers.size(); ++i) {
            if (view.hidden[i]) {
                continue;
            }
            auto &count = picture.counts[i];
            try {
                if (!readers[i]) {
                    readers[i].emplace(*layers[i].layer);
                }
                bool const moments = layers[i].layer->time.moments;
                auto const answer =
                    readers[i]->ask(extent, {moments ? view.since : view.now, view.now}, most_features);
                painted.draw(answer.features, layers[i].colour);
                count.shown = answer.features.size();
                count.of = answer.of;
                count.counted = answer.counted;
            } catch (std::exception const &failure) {
                count.error = failure.what();
                readers[i].reset(); // the next view tries anew
            }
        }
        picture.raster = painted.finish();
        return picture;
    }
};

LargeReader::LargeReader(std::vector<ShownLayer> layers, std::string crs, geo::Box extent)
: m_layers{std::move(layers)}, m_crs{std::move(crs)}, m_extent{extent}, m_thread{[this](std::stop_token const &stop) {
      run(stop);
  }}
{}

LargeReader::~LargeReader() = default;

void LargeReader::want(LargeView view)
{
    std::lock_guard const lock{m_mutex};
    m_wish = std::move(view);
    m_news.notify_all();
}

std::optional<LargePicture> LargeReader::take()
{
    std::lock_guard const lock{m_mutex};
    return std::exchange(m_done, {});
}

bool LargeReader::busy() const
{
    std::lock_guard const lock{m_mutex};
    return m_working || m_wish || m_done;
}

void LargeReader::finish()
{
    std::unique_lock lock{m_mutex};
    m_news.wait(lock, [this] { return !m_working && !m_wish; });
}

void LargeReader::run(std::stop_token const &stop)
{
    Desk desk{m_layers, geo::Projection{m_crs, m_extent}, {}};
    desk.readers.resize(m_layers.size());
    std::unique_lock lock{m_mutex};
    while (m_news.wait(lock, stop, [this] { return m_wish.has_value(); }) && !stop.stop_requested()) {
        auto const view = *std::exchange(m_wish, {});
        m_working = true;
        lock.unlock();
        auto picture = desk.paint(view);
        lock.lock();
        m_working = false;
        m_done = std::move(picture);
        m_news.notify_all();
    }
}

} // namespace app
