#pragma once

#include "app/shell/base_worker.hpp"

#include <SFML/Graphics/RenderTexture.hpp>

#include <memory>
#include <string>

namespace app {

/// The small map of a card: the land about a spot, with a mark. Its scene is built on a thread, so that a card opens
/// without a late frame and its map follows some frames later.
class CardMap
{
public:
    /// \param in of the large map; \param spot in map metres; \param where pixels; empty: no card is open
    void update(SceneInput const &in, geo::MapPoint spot, Rect const &where, Painter &painter);
    /// The map where the card has it; refers to a texture of this object. Nothing until it was made.
    [[nodiscard]] Prepared prepared() const;
    /// True while later frames will bring it.
    [[nodiscard]] bool waits() const { return m_worker.running(); }
    /// Forgets all: its texture went with the window, or the map model is to go.
    void invalidate();

private:
    void begin(SceneInput const &in, geo::MapPoint spot);
    void paint(Painter &painter);

    std::unique_ptr<sf::RenderTexture> m_texture;
    BaseWorker m_worker;
    std::string m_making; ///< key of what the thread makes
    std::string m_shown;  ///< key of what the texture shows
    std::string m_wanted;
    Rect m_where;
    Colour m_mark;
    Colour m_paper;
    std::uint64_t m_made = 0;
};

} // namespace app
