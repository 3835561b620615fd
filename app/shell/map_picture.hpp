#pragma once

#include "app/paint/part_painter.hpp"
#include "app/shell/base_worker.hpp"

#include <SFML/Graphics/Image.hpp>
#include <SFML/Graphics/RenderTexture.hpp>

#include <future>
#include <memory>
#include <optional>
#include <string>

namespace app {

/**
 * The kept picture of what time does not change from frame to frame. It reaches beyond the view, so that while the map
 * is dragged or zoomed it is only moved and scaled. A new one is made beside it: its scene on a thread, its pixels a
 * strip a frame; when it is whole the two are swapped. So no frame is late while the map moves or the date is dragged,
 * and at rest the picture is the right one. A coarse backdrop of the land about it fills what it does not cover while
 * the map is zoomed out. What the user switches (layers, language, style, a selected place) and what neither covers is
 * painted at once, of the view alone; the picture that reaches beyond it follows.
 */
class MapPicture
{
public:
    /// Has the first scene built on the thread while graphics are still being made ready. update() then takes it, if
    /// that is what is wanted by then. \param sources see picture_sources(): if not empty, a kept picture will do, and
    /// where there is none the first one is kept
    void begin_first(SceneInput const &in, std::string const &sources = {});
    /// Brings the pictures on. Call once a frame, before prepared().
    void update(SceneInput const &in, Painter &painter);
    /// The picture where the present camera has it, ready to be drawn; refers to textures of this object.
    [[nodiscard]] Prepared prepared() const;
    /// True while the picture is not yet that of the present camera and date: later frames will bring it.
    [[nodiscard]] bool waits() const { return m_waits; }
    /// True while later frames have something to do: the picture waits, or the backdrop does.
    [[nodiscard]] bool busy() const { return m_busy; }
    /// The shown picture as it is, for tests: it is read back from the graphics.
    [[nodiscard]] sf::Image pixels() const { return m_shown.shown().copyToImage(); }
    /// Forgets the picture: its texture went with the window, a text changed, or the map model is to go.
    void invalidate();
    /// The same, and gives back the memory of its textures.
    void forget();
    /// Names, marks and their ground, in pixels of the present view.
    [[nodiscard]] BaseScene const &base() const { return m_base; }

private:
    enum class Kind {
        ahead,   ///< for where the camera will be, with a margin, while the shown one still does
        at_once, ///< of the view alone, as nothing that could be shown is there
        backdrop
    };
    /// A texture, and the camera and scene that it shows.
    struct Picture
    {
        std::unique_ptr<sf::RenderTexture> texture;
        std::unique_ptr<sf::Texture> loaded; ///< shown instead, where the picture was kept and not painted
        Camera camera;
        std::string key;       ///< empty: nothing to be shown
        geo::WorldState world; ///< for which it was painted, with the ruler of that time
        geo::Span ruler;
        BaseScene own; ///< in pixels of the picture
        std::uint64_t content = 0;

        [[nodiscard]] sf::Texture const &shown() const { return loaded ? *loaded : texture->getTexture(); }
    };
    /// The picture that is being made.
    struct Making
    {
        Kind kind = Kind::ahead;
        Picture picture;
        std::unique_ptr<BuiltBase> built; ///< null while the thread is at it
        std::string key;                  ///< key to keep it under when it is whole, or empty
        Prepared prepared;
        PartPainter painter;
        int painted_rows = 0;
    };
    /// Where a picture lies in the view.
    struct Placing
    {
        float left = 0;
        float top = 0;
        float scale = 1;
    };

    void make_at_once(SceneInput const &in, Painter &painter);
    void begin_if_wanted(SceneInput const &in, std::string const &key);
    void begin(SceneInput const &in, Kind kind, std::string key = {});
    void advance(Painter &painter);
    void letter(Making &making, Painter &painter);
    void paint_strip(Making &making);
    void finish();
    void keep(std::string const &key);
    void place(SceneInput const &in);
    void follow(Camera const &camera);
    [[nodiscard]] Camera expected(SceneInput const &in) const;
    [[nodiscard]] bool wants_backdrop(SceneInput const &in) const;
    [[nodiscard]] static bool only_date_changed(Picture const &picture, SceneInput const &in);
    [[nodiscard]] static Placing placing_of(Picture const &picture, SceneInput const &in);
    [[nodiscard]] static bool covers(Picture const &picture, SceneInput const &in, float beyond);

    Picture m_shown;
    Picture m_backdrop;
    std::unique_ptr<sf::RenderTexture> m_spare; ///< for the next picture
    std::optional<Making> m_making;
    BaseWorker m_worker;
    std::string m_keep_as;       ///< key of the shown picture if it is to be kept when a frame has shown it
    bool m_was_loaded = false;   ///< the last picture, and no frame has passed since
    std::future<void> m_keeping; ///< writes it
    Camera m_last;               ///< the camera of the last frame
    Camera m_before_last;        ///< and of the one before: how the map moves
    int m_still = 0;             ///< frames since the camera last changed
    bool m_waits = false;
    bool m_busy = false;
    std::uint64_t m_made = 0; ///< how many pictures there were
    BaseScene m_base;         ///< in pixels of the view
    Placing m_placing;
    std::optional<Placing> m_backdrop_placing; ///< where the picture leaves a part of the view bare
    Viewport m_viewport;
};

} // namespace app
