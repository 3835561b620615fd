#include "app/shell/base_worker.hpp"

#include "app/core/paths.hpp"

#include <chrono>

namespace app {

/// Copies of what the caller may change while the thread works.
struct BaseWorker::Job
{
    MapModel const &map;
    geo::WorldState world;
    ViewerState view;
    Style style;
    FontMetrics const &fonts;
    std::shared_ptr<Texts const> texts;
    Rect free;
    std::vector<Rect> blocked;
    std::shared_ptr<LabelPlan const> plan;
    std::optional<Rect> seen;

    [[nodiscard]] std::unique_ptr<BuiltBase> operator()() const
    {
        return build_now({map, world, view, style, fonts, *texts, free, blocked, plan, seen});
    }
};

void BaseWorker::start(SceneInput const &in)
{
    stop();
    if (!m_texts || m_texts->language() != in.view.language) {
        m_texts = std::make_shared<Texts const>(locale_dir(), in.view.language);
    }
    m_result = std::async(std::launch::async, Job{in.map, in.world, in.view, in.style, m_fonts, m_texts, in.free,
                                                  in.blocked, in.plan, in.seen});
}

bool BaseWorker::ready() const
{
    return m_result.valid() && m_result.wait_for(std::chrono::seconds{0}) == std::future_status::ready;
}

std::unique_ptr<BuiltBase> BaseWorker::take()
{
    return m_result.get();
}

void BaseWorker::stop()
{
    if (m_result.valid()) {
        m_result.wait();
        m_result = {};
    }
}

std::unique_ptr<BuiltBase> build_now(SceneInput const &in)
{
    auto built = std::make_unique<BuiltBase>();
    built->base = build_base(in);
    built->shapes = shapes_of(built->base.scene);
    return built;
}

} // namespace app
