#pragma once

#include "app/ui/panels.hpp"

#include <string>

namespace app {

// What the card tells of each kind of thing, into the window that is open.

void draw_event_card(PanelContext const &context, geo::Event const &event, Actions &actions);
void draw_unit_card(PanelContext const &context, geo::Index unit, Actions &actions);
void draw_place_card(PanelContext const &context, geo::Index place, Actions &actions);
void draw_person_card(PanelContext const &context, geo::Index person, Actions &actions);
void draw_region_card(PanelContext const &context, geo::Region const &region);
void draw_line_card(PanelContext const &context, geo::Line const &line);

// Parts that several of them have.

/// The text in the language of the view.
[[nodiscard]] std::string const &in(geo::LocalText const &text, PanelContext const &context);
/// Small coloured line, large title.
void draw_card_head(PanelContext const &context, std::string const &over, Colour colour, std::string const &title);
/// "Who says so", with the confidence if there is one.
void draw_sources(PanelContext const &context, geo::Indices const &sources);
void draw_note(PanelContext const &context, geo::LocalText const &note);
/// A text on a ground of its own with a bar at its left, such as what others say.
void draw_boxed(PanelContext const &context, std::string const &lead, std::string const &text);
/// Events as links that go to them.
void draw_event_links(PanelContext const &context, geo::Indices const &events, Actions &actions);
[[nodiscard]] std::string confidence_text(Texts const &texts, geo::Confidence confidence);

} // namespace app
