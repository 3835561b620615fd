#pragma once

#include "app/paint/painter.hpp"
#include "app/scene/build_scene.hpp"

#include <SFML/Graphics/RenderTexture.hpp>

#include <string>

namespace app {

/**
 * The kept picture of what time does not change. It reaches beyond the view, so that while the map is dragged or zoomed
 * it is only moved and scaled; it is painted anew when the map comes to rest, when it no longer covers the view, or
 * when anything else about it changed.
 */
class MapPicture
{
public:
    /// Paints anew if it must be. Call once a frame, before draw().
    void update(SceneInput const &in, Painter &painter);
    /// Draws it where the present camera has it.
    void draw(sf::RenderTarget &target) const;
    /// True while the camera moves and the picture only follows: a later frame will paint it anew.
    [[nodiscard]] bool waits() const { return m_waits; }
    /// Forgets the picture: its texture went with the window, or a text changed.
    void invalidate() { m_key.clear(); }
    /// Names, marks and their ground, in pixels of the present view.
    [[nodiscard]] BaseScene const &base() const { return m_base; }

private:
    void paint(SceneInput const &in, Painter &painter);
    void place(SceneInput const &in);
    [[nodiscard]] bool covers(Viewport const &viewport) const;

    sf::RenderTexture m_texture;
    std::string m_key;
    Camera m_painted; ///< the camera it was painted for
    Camera m_last;    ///< the camera of the last frame
    int m_still = 0;  ///< frames since the camera last changed
    bool m_waits = false;
    BaseScene m_own;  ///< in pixels of the picture
    BaseScene m_base; ///< in pixels of the view
    float m_left = 0; ///< where the picture's corner lies in the view, and how much it is scaled
    float m_top = 0;
    float m_scale = 1;
};

} // namespace app
