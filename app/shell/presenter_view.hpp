#pragma once

#include "app/paint/painter.hpp"
#include "app/story/slide.hpp"

#include <SFML/Window/Event.hpp>

#include <optional>

namespace app {

/// The slide in the viewer's own window, where there is no second screen, and what is pointed with.
class PresenterView
{
public:
    /// Give it every event of the window: it follows the pointer.
    void handle(sf::Event const &event);
    /// Slide and pointer, as far as the state wants them.
    [[nodiscard]] Prepared prepare(SlideInput const &in, Painter &painter);
    /// What a click does other than selecting: a button of the slide, or an answer of the quiz.
    [[nodiscard]] std::optional<Action> action_at(ViewerState const &state, ScreenPoint at) const;
    [[nodiscard]] ScreenPoint pointer() const { return m_pointer; }

private:
    Slide m_slide;
    ScreenPoint m_pointer;
};

} // namespace app
