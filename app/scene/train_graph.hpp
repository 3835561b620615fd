#pragma once

#include "app/i18n/texts.hpp"
#include "app/scene/font_metrics.hpp"
#include "app/scene/labels.hpp"
#include "app/scene/scene.hpp"
#include "app/scene/style.hpp"

#include "geo/movement/train_graph.hpp"

#include <optional>
#include <string>
#include <vector>

namespace app {

/// What a train graph is drawn on and with.
struct GraphInk
{
    Colour ground{0xFB, 0xFA, 0xF6, 0xFF};
    Colour text{0x20, 0x26, 0x2A, 0xFF};
    Colour faint{0x6B, 0x66, 0x57, 0xFF}; ///< of lines and hours
};

/// Everything that a drawn train graph is made of.
struct GraphInput
{
    geo::Atlas const &atlas;
    geo::TrainGraph const &graph;
    Style const &style;
    FontMetrics const &fonts;
    Texts const &texts;
    Rect area; ///< pixels of the whole drawing
    GraphInk ink;
    float type = 13;                  ///< size of the small type, pixels
    std::optional<geo::Instant> now;  ///< marked by an upright line
    std::optional<geo::Index> chosen; ///< unit drawn bold
    bool list_events = false;         ///< below, by their numbers
};

/**
 * Draws a train graph: stations by their kilometres down the side, hours across, trains slanted, what rests on an
 * assumed hour dashed, events as numbered marks; those elsewhere in a lane at the top. Its targets are units and
 * events.
 */
void draw_train_graph(GraphInput const &in, Scene &scene);

/// Where the hours lie: from the left to the right edge of the drawn time.
[[nodiscard]] Rect graph_plot(GraphInput const &in);
[[nodiscard]] geo::Instant graph_instant(GraphInput const &in, float x);

/// The graph as a page of its own with title, legend and list of events.
[[nodiscard]] Scene train_graph_page(GraphInput in, std::string const &title, int width, int height);

} // namespace app
