#pragma once

#include "app/i18n/texts.hpp"
#include "app/scene/map_model.hpp"
#include "app/scene/style.hpp"
#include "app/vector/page.hpp"

#include "geo/project/projection.hpp"
#include "geo/state/world_state.hpp"

#include <deque>
#include <vector>

namespace app {

/// What a handout is made of.
struct HandoutInput
{
    MapModel const &map;
    geo::Projection const &projection;
    FontMetrics const &fonts;
    Texts const &texts;
    Style const &style;
    geo::Story const &story;
    std::vector<std::size_t> steps; ///< chosen moments, in order
    bool blind = false;             ///< maps without names, numbered to be filled in, with a key at the end
};

/// Printed pages and what they are painted from.
struct Handout
{
    std::deque<Scene> scenes; ///< a deque: the pages point into it
    std::vector<Page> pages;
};

/**
 * A story on A4: title, two moments a page with map, date, text and question, then signs, answers and sources. The map
 * shows the end of the step's span, with its tracks. The same input gives the same pages. Needs no display.
 */
[[nodiscard]] Handout make_handout(HandoutInput const &in);

/// The places that a blind map asks for, the important first: in view, apart from one another, at most eight.
[[nodiscard]] geo::Indices asked_places(HandoutInput const &in, ViewerState const &view, geo::WorldState const &world);

} // namespace app
