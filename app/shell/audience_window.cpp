#include "app/shell/audience_window.hpp"

#include "app/scene/camera.hpp"
#include "app/scene/legend.hpp"
#include "app/story/blind.hpp"
#include "app/story/quiz_marks.hpp"
#include "app/story/stage.hpp"

#include <algorithm>
#include <iterator>

namespace app {
namespace {

/// The teacher's state as a slide of that size shows it.
ViewerState slide_state(ViewerState const &teacher, geo::Atlas const &atlas, sf::Vector2u size)
{
    auto state = teacher;
    state.presenter.screens = 1;
    state.viewport = {static_cast<int>(size.x), static_cast<int>(size.y)};
    state.map_scale = slide_map_scale(state.viewport);
    state.camera = seen_on(state, stage_of(state, atlas), teacher, stage_of(teacher, atlas));
    return state;
}

} // namespace

AudienceWindow::AudienceWindow(Monitor const &where, std::string const &title)
{
    m_window.create({static_cast<unsigned>(where.width), static_cast<unsigned>(where.height)},
                    sf::String::fromUtf8(title.begin(), title.end()), sf::Style::None);
    m_window.setPosition({where.x, where.y});
    m_window.setMouseCursorVisible(false);
    fill_screen(m_window.getSystemHandle());
}

bool AudienceWindow::poll(Actions &actions)
{
    sf::Event event{};
    bool open = true;
    while (m_window.pollEvent(event)) {
        open = open && event.type != sf::Event::Closed;
        if (event.type == sf::Event::KeyPressed) {
            (void)m_input.handle(event, true, false, actions);
        }
    }
    return open;
}

void AudienceWindow::show(SceneInput const &teacher, SlideInput const &slide, ScreenPoint pointer, Painter &painter)
{
    auto const state = slide_state(slide.state, slide.atlas, m_window.getSize());
    ViewerState blind;
    auto const &view = as_shown(state, blind);
    SceneInput in{
        teacher.map, teacher.world, view, teacher.style, teacher.fonts, teacher.texts, stage_of(state, slide.atlas).map,
        {}};
    in.blocked.push_back(furniture_rect(in));
    auto const legend = build_legend(in);
    in.blocked.push_back(legend.plate);
    m_map.update(in, painter);

    auto over = build_slide({slide.atlas, state, slide.texts, slide.fonts}).scene;
    if (!state.presenter.blank) {
        auto const at =
            to_screen(state.camera, state.viewport, to_map(slide.state.camera, slide.state.viewport, pointer));
        auto marks = build_pointer(state.presenter.pointer, at, state.viewport);
        std::ranges::move(marks.items, std::back_inserter(over.items));
    }
    m_window.setView(
        sf::View{{0, 0, static_cast<float>(state.viewport.width), static_cast<float>(state.viewport.height)}});
    painter.draw(m_map.prepared(), m_window, false);
    for (auto const &scene : {build_furniture(in, m_map.base(), legend.plate), build_moving(in, m_map.base()),
                              scene_of(legend, state.viewport), build_quiz_marks(in), over}) {
        painter.draw(painter.prepare(scene), m_window, false);
    }
    m_window.display();
}

} // namespace app
