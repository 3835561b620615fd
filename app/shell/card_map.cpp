#include "app/shell/card_map.hpp"

#include "app/scene/symbols.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace app {
namespace {

constexpr double width_metres = 220'000; ///< of what it shows: enough of the coast to know where one is

} // namespace

void CardMap::invalidate()
{
    m_worker.stop();
    m_texture.reset();
    m_making.clear();
    m_shown.clear();
}

void CardMap::update(SceneInput const &in, geo::MapPoint spot, Rect const &where, Painter &painter)
{
    m_where = {std::round(where.left), std::round(where.top), std::round(where.right), std::round(where.bottom)};
    if (where.right <= where.left) {
        m_wanted.clear();
        return;
    }
    m_wanted = fmt::format("{:.0f} {:.0f} {:.0f} {:.0f} {}", spot.x, spot.y, m_where.right - m_where.left,
                           m_where.bottom - m_where.top, in.view.style);
    if (m_worker.ready()) {
        paint(painter);
    }
    if (m_shown != m_wanted && !m_worker.running()) {
        begin(in, spot);
    }
}

void CardMap::begin(SceneInput const &in, geo::MapPoint spot)
{
    auto view = in.view;
    view.viewport = {static_cast<int>(m_where.right - m_where.left), static_cast<int>(m_where.bottom - m_where.top)};
    view.camera = {spot, width_metres / view.viewport.width};
    view.map_scale = 1;
    view.selection = {};
    view.hidden = {"labels", "places", "units", "events", "tracks", "graticule"};
    Rect const whole{0, 0, static_cast<float>(view.viewport.width), static_cast<float>(view.viewport.height)};
    m_mark = {0xA8, 0x20, 0x1A, 0xFF};
    m_paper = in.style.halo;
    m_paper.a = 0xFF;
    m_making = m_wanted;
    m_worker.start({in.map, in.world, view, in.style, in.fonts, in.texts, whole, {}}, false);
}

void CardMap::paint(Painter &painter)
{
    auto const built = m_worker.take();
    auto const &scene = built->base.scene;
    auto const width = static_cast<unsigned>(scene.width);
    auto const height = static_cast<unsigned>(scene.height);
    if (!m_texture || m_texture->getSize() != sf::Vector2u{width, height}) {
        m_texture = std::make_unique<sf::RenderTexture>();
        if (!m_texture->create(width, height)) {
            m_texture.reset();
            m_shown = m_making; // the card does without
            return;
        }
    }
    ScreenPoint const middle{static_cast<float>(width) / 2, static_cast<float>(height) / 2};
    Scene mark{scene.width, scene.height, {}, {}, {}};
    mark.items.emplace_back(disc(middle, 15, m_paper));
    mark.items.emplace_back(disc(middle, 11, m_mark));
    mark.items.emplace_back(disc(middle, 4, m_paper));
    painter.draw(painter.prepare(built->shapes), *m_texture, true);
    painter.draw(painter.prepare(mark), *m_texture, false);
    m_texture->display();
    m_shown = m_making;
    ++m_made;
}

Prepared CardMap::prepared() const
{
    Prepared prepared;
    if (m_wanted.empty() || m_shown != m_wanted || !m_texture) {
        return prepared;
    }
    sf::Vector2f const size{m_texture->getSize()};
    auto &batch = prepared.batch(&m_texture->getTexture(), Prepared::Blend::none);
    batch.content = m_made;
    auto const corner = [&](float u, float v) { return sf::Vertex{{m_where.left + u, m_where.top + v}, {u, v}}; };
    for (auto const &v : {corner(0, 0), corner(size.x, 0), corner(size.x, size.y), corner(0, 0), corner(size.x, size.y),
                          corner(0, size.y)}) {
        batch.vertices.push_back(v);
    }
    return prepared;
}

} // namespace app
