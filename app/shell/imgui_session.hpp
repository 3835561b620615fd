#pragma once

#include "app/paint/painter.hpp"
#include "app/shell/cursors.hpp"
#include "app/ui/fonts.hpp"

#include <SFML/Graphics/Texture.hpp>
#include <SFML/Window/Event.hpp>

#include <array>
#include <memory>
#include <string>
#include <vector>

struct ImFontAtlas;

namespace sf {
class RenderWindow;
}

namespace app {

/// The letters of the interface at one scale, as a picture that waits for graphics: making it needs none.
class UiType
{
public:
    explicit UiType(float scale);
    ~UiType();
    UiType(UiType const &) = delete;
    UiType &operator=(UiType const &) = delete;

    [[nodiscard]] float scale() const { return m_scale; }
    [[nodiscard]] UiFonts const &fonts() const { return m_fonts; }
    [[nodiscard]] ImFontAtlas &atlas() { return *m_atlas; }

private:
    float m_scale;
    std::unique_ptr<ImFontAtlas> m_atlas;
    UiFonts m_fonts;
};

/**
 * Dear ImGui in an SFML window: what it draws comes out as triangles of the painter, so that the panels are kept and
 * painted like all else. One per process, on the main thread, while the window lives.
 */
class ImguiSession
{
public:
    /// \param type made ahead, or null; of another scale it is made anew
    ImguiSession(sf::RenderWindow &window, Cursors const &cursors, float scale, std::unique_ptr<UiType> type = {});
    ~ImguiSession();
    ImguiSession(ImguiSession const &) = delete;
    ImguiSession &operator=(ImguiSession const &) = delete;

    /// Give it every event of the window.
    void handle(sf::Event const &event);
    /// \param seconds since the last frame
    void begin_frame(float seconds);
    /// What was built since begin_frame; refers to a texture of this session.
    [[nodiscard]] Prepared end_frame();
    /// Rebuilds the type for another scale; between frames only.
    void set_scale(float scale);

    [[nodiscard]] bool wants_mouse() const;
    [[nodiscard]] bool wants_keyboard() const;
    [[nodiscard]] UiFonts const &fonts() const { return m_type->fonts(); }

private:
    /// Brings the picture of the letters to the graphics.
    void use_type(std::unique_ptr<UiType> type);
    void press(int button, bool down);
    void latch_key(int key, bool down);
    void set_modifiers(sf::Event::KeyEvent const &key, bool down);
    void update_cursor();

    sf::RenderWindow &m_window;
    Cursors const &m_cursors;
    std::unique_ptr<UiType> m_type;
    sf::Texture m_letters;
    /// A press and a release between two frames must still be seen as a click.
    std::array<bool, 3> m_down{};
    std::array<bool, 3> m_pressed{};
    std::vector<int> m_fresh_keys;    ///< went down since the last frame
    std::vector<int> m_released_keys; ///< of these, those that are up again: ImGui sees it after the frame
    int m_cursor = -2;
    std::string m_clipboard;
};

} // namespace app
