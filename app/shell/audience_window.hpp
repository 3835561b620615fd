#pragma once

#include "app/paint/painter.hpp"
#include "app/shell/input.hpp"
#include "app/shell/map_picture.hpp"
#include "app/shell/monitors.hpp"
#include "app/story/slide.hpp"

#include <SFML/Graphics/RenderWindow.hpp>

namespace app {

/// The second screen of a presentation: the slide and the clean map, without any control, for the class.
class AudienceWindow
{
public:
    AudienceWindow(Monitor const &where, std::string const &title);

    /// A clicker may send its keys here. \return false once somebody has closed it
    [[nodiscard]] bool poll(Actions &actions);
    /// Shows what the teacher's view shows.
    /// \param teacher the view of the other window, its own state in it
    /// \param pointer where the teacher points, pixels of that view
    void show(SceneInput const &teacher, SlideInput const &slide, ScreenPoint pointer, Painter &painter);
    /// The picture is to be made anew: a text or style changed.
    void invalidate() { m_map.invalidate(); }
    /// True while a later frame will paint the map anew.
    [[nodiscard]] bool waits() const { return m_map.waits(); }

private:
    sf::RenderWindow m_window;
    MapInput m_input;
    MapPicture m_map;
};

} // namespace app
