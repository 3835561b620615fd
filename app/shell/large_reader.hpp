#pragma once

#include "app/scene/camera.hpp"

#include "geo/foreign/large_layer.hpp"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

namespace app {

/// A large layer and how it is drawn.
struct ShownLayer
{
    std::shared_ptr<geo::LargeLayer const> layer;
    Colour colour;
};

/// What of the large layers is to be seen.
struct LargeView
{
    Camera camera;
    Viewport viewport;
    geo::Instant now{};
    geo::Instant since{}; ///< moments from then on until now are shown
    float scale = 1;      ///< of signs
    std::vector<bool> hidden; ///< by layer
    friend bool operator==(LargeView const &, LargeView const &) = default;
};

/// How much of a large layer is seen.
struct LargeCount
{
    std::size_t shown = 0;
    double of = 0;
    geo::Counted counted = geo::Counted::exactly;
    std::string error; ///< one line; empty: all is well
};

/// The large layers painted for a view, over nothing.
struct LargePicture
{
    LargeView view;
    Raster raster;
    std::vector<LargeCount> counts; ///< by layer
};

/// Asks files and servers for what is in view, on a thread of its own; only the last view that was wished is painted.
class LargeReader
{
public:
    LargeReader(std::vector<ShownLayer> layers, std::string crs, geo::Box extent);
    ~LargeReader();
    LargeReader(LargeReader const &) = delete;
    LargeReader &operator=(LargeReader const &) = delete;

    void want(LargeView view);
    /// The last picture that became ready since the last call.
    [[nodiscard]] std::optional<LargePicture> take();
    [[nodiscard]] bool busy() const;
    /// Waits until the wished view is painted, for tests.
    void finish();

private:
    struct Desk;
    void run(std::stop_token const &stop);

    std::vector<ShownLayer> m_layers;
    std::string m_crs;
    geo::Box m_extent;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_news;
    std::optional<LargeView> m_wish;
    std::optional<LargePicture> m_done;
    bool m_working = false;
    std::jthread m_thread; ///< last: it uses the rest
};

} // namespace app
