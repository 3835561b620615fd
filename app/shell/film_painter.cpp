#include "app/shell/film_painter.hpp"

#include "app/core/paths.hpp"
#include "app/scene/legend.hpp"

namespace app {

FilmPainter::FilmPainter(Session const &session, ViewerState view)
: m_session{session}, m_view{std::move(view)}, m_style{find_style(m_view.style)},
  m_texts{locale_dir(), m_view.language}, m_painter{m_fonts}, m_canvas{m_view.viewport.width, m_view.viewport.height}
{}

std::span<std::uint8_t const> FilmPainter::frame(geo::Instant at)
{
    m_view.now = at;
    auto const world = geo::state_at(*m_session.atlas, at);
    Rect const whole{0, 0, static_cast<float>(m_view.viewport.width), static_cast<float>(m_view.viewport.height)};
    SceneInput in{m_session.map, world, m_view, m_style, m_fonts, m_texts, whole, {}};
    auto const plate = build_plate(in);
    auto const legend = build_legend(in);
    in.blocked = {plate_rect(plate), legend.plate, furniture_rect(in)};
    lay_base(in, legend.plate);
    auto const moving = m_painter.prepare(build_moving(in, m_base));
    auto const title = m_painter.prepare(plate);
    auto const signs = m_painter.prepare(Scene{plate.width, plate.height, {}, legend.items, {}});
    return m_canvas.paint({&moving, &title, &signs});
}

/// Paints what lies below, if it is not the same as in the frame before.
void FilmPainter::lay_base(SceneInput const &in, Rect const &legend)
{
    auto key = base_key(in);
    if (key == m_base_key) {
        return;
    }
    auto with_plan = in;
    with_plan.plan = m_base.plan; // labels stay where they stood
    m_base = build_base(with_plan);
    auto const land = m_painter.prepare(m_base.scene);
    auto const furniture = m_painter.prepare(build_furniture(in, m_base, legend));
    m_canvas.set_base(m_painter, {&land, &furniture});
    m_base_key = std::move(key);
}

} // namespace app
