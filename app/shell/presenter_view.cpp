#include "app/shell/presenter_view.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace app {

void PresenterView::handle(sf::Event const &event)
{
    if (event.type == sf::Event::MouseMoved) {
        m_pointer = {static_cast<float>(event.mouseMove.x), static_cast<float>(event.mouseMove.y)};
    }
}

Prepared PresenterView::prepare(SlideInput const &in, Painter &painter)
{
    m_slide = {};
    auto const &[viewport, mode] = std::tie(in.state.viewport, in.state.presenter);
    Scene scene{viewport.width, viewport.height, {}, {}, {}};
    if (on_slide(mode)) {
        m_slide = build_slide(in);
        scene.items = m_slide.scene.items;
    }
    if (mode.on && !mode.blank && mode.pointer != Pointer::none) {
        // With a second screen the light falls there; here a mark is enough.
        auto const mark = on_slide(mode) ? mode.pointer : Pointer::laser;
        std::ranges::move(build_pointer(mark, m_pointer, viewport).items, std::back_inserter(scene.items));
    }
    return painter.prepare(scene);
}

std::optional<Action> PresenterView::action_at(ViewerState const &state, ScreenPoint at) const
{
    if (state.presenter.blank && on_slide(state.presenter)) {
        return ToggleBlank{};
    }
    if (auto action = app::action_at(m_slide, at)) {
        return action;
    }
    return state.quiz.wants_point() ? std::optional<Action>{GuessAt{at}} : std::nullopt;
}

} // namespace app
