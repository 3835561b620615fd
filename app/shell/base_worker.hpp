#pragma once

#include "app/paint/painter.hpp"
#include "app/scene/build_scene.hpp"
#include "app/shell/opening_picture.hpp"

#include <future>
#include <memory>

namespace app {

/// The kept scene with its shapes turned into triangles: all of it that needs no graphics.
struct BuiltBase
{
    BaseScene base;
    Shapes shapes;                  ///< refers to base
    std::vector<std::uint8_t> rgba; ///< of the finished picture, if it was kept; then there are no shapes
};

/**
 * Builds kept scenes on a thread of its own, one at a time. It copies all it is given but the map model, which must
 * stay until the scene was taken or the worker was told to stop.
 */
class BaseWorker
{
public:
    BaseWorker() = default;
    ~BaseWorker() { stop(); }
    BaseWorker(BaseWorker const &) = delete;
    BaseWorker &operator=(BaseWorker const &) = delete;

    /// \param urgent whether a frame waits for it; else it gives way to all other work of the program
    /// \param key the key of the picture in opening_file() that will do instead, or empty
    void start(SceneInput const &in, bool urgent, std::string key = {});
    [[nodiscard]] bool running() const { return m_result.valid(); }
    [[nodiscard]] bool ready() const;
    /// Waits for the scene. \throws what building it threw
    [[nodiscard]] std::unique_ptr<BuiltBase> take();
    /// Waits for a scene that nobody wants any more.
    void stop();

private:
    struct Job;

    FontMetrics m_fonts; ///< of the thread alone, as neither metrics nor texts may be shared
    std::shared_ptr<Texts const> m_texts;
    std::future<std::unique_ptr<BuiltBase>> m_result;
};

/// The same at once, on this thread.
[[nodiscard]] std::unique_ptr<BuiltBase> build_now(SceneInput const &in);

} // namespace app
