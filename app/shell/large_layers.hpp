#pragma once

#include "app/paint/painter.hpp"
#include "app/shell/large_reader.hpp"
#include "app/shell/session.hpp"
#include "app/ui/large_status.hpp"

#include <SFML/Graphics/Texture.hpp>

#include <memory>
#include <optional>
#include <vector>

namespace app {

/// The large layers over the map: the last picture that came is moved with the map until the next one comes.
class LargeLayersView
{
public:
    /// Once a frame.
    void update(Session const &session, ViewerState const &state);
    /// Adds what lies over the map; it refers to a texture of this object.
    void append_to(Prepared &prepared) const;
    /// One per large layer of the session.
    [[nodiscard]] std::vector<LargeStatus> const &status() const { return m_status; }
    [[nodiscard]] bool busy() const { return m_reader && m_reader->busy(); }
    void drop_textures();
    /// The atlas is read anew: connections too.
    void forget();
    /// Waits for the picture, for tests.
    void finish();

private:
    std::unique_ptr<LargeReader> m_reader;
    std::optional<LargeView> m_wished;
    std::optional<LargeView> m_shown;
    std::vector<LargeStatus> m_status;
    std::unique_ptr<sf::Texture> m_texture;
    std::uint64_t m_made = 0;
    Rect m_to;   ///< where the picture lies now
    Rect m_clip; ///< the view
};

} // namespace app
