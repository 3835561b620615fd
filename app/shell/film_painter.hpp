#pragma once

#include "app/paint/frame_canvas.hpp"
#include "app/shell/session.hpp"

#include <span>
#include <string>

namespace app {

/// Paints the map at one instant after the other, as `render` would. The same instants in the same order give the same
/// pixels.
class FilmPainter
{
public:
    /// \param view all but its clock; refers to the session, which must stay
    FilmPainter(Session const &session, ViewerState view);

    /// \return four bytes a pixel, rows from the bottom up; they stay until the next call
    [[nodiscard]] std::span<std::uint8_t const> frame(geo::Instant at);

private:
    void lay_base(SceneInput const &in, Rect const &legend);

    Session const &m_session;
    ViewerState m_view;
    Style m_style;
    FontMetrics m_fonts;
    Texts m_texts;
    Painter m_painter;
    FrameCanvas m_canvas;
    std::string m_base_key; ///< of what lies below
    BaseScene m_base;
};

} // namespace app
