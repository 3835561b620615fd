#include "app/shell/base_worker.hpp"

#include "app/core/paths.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <chrono>

namespace app {
namespace {

/// Frames go before the picture that will follow them: what Mesa's own threads need, they get. On Linux this is of the
/// calling thread alone.
void give_way()
{
    constexpr int low = 10;
    setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), low);
}

} // namespace

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
    bool urgent = false; ///< a frame waits for it
    std::string key{};   ///< key of a kept picture

    [[nodiscard]] std::unique_ptr<BuiltBase> operator()() const
    {
        if (!urgent) {
            give_way();
        }
        SceneInput const in{map, world, view, style, fonts, *texts, free, blocked, plan, seen};
        if (!key.empty()) {
            if (auto loaded = read_opening(opening_file(), key, in)) {
                return std::make_unique<BuiltBase>(BuiltBase{std::move(loaded->base), {}, std::move(loaded->rgba)});
            }
        }
        return build_now(in);
    }
};

void BaseWorker::start(SceneInput const &in, bool urgent, std::string key)
{
    stop();
    if (!m_texts || m_texts->language() != in.view.language) {
        m_texts = std::make_shared<Texts const>(locale_dir(), in.view.language);
    }
    m_result = std::async(std::launch::async, Job{in.map, in.world, in.view, in.style, m_fonts, m_texts, in.free,
                                                  in.blocked, in.plan, in.seen, urgent, std::move(key)});
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
