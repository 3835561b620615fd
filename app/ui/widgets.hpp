#pragma once

#include "app/ui/panels.hpp"

#include <string>

namespace app {

/// What lies on a sheet of paper (see paper.hpp); false if nothing of it shows. Always pair with end_paper().
bool begin_paper(char const *id, PanelRect const &rect, ImGuiWindowFlags flags = 0);
void end_paper();

/// Text in a font and colour, wrapped at the right edge of the panel.
void wrapped(ImFont *font, Colour colour, std::string const &text);
/// A small heading in capitals' manner over a section.
void heading(PanelContext const &context, char const *text);

enum class Icon { play, pause, previous, next, close, layers, keys, desk };
/// A round button with a drawn icon; true when pressed. `tip` is its name for hovering.
bool icon_button(char const *id, Icon icon, float diameter, bool strong, char const *tip, PanelContext const &context);

/// A word in a rounded outline.
void chip(PanelContext const &context, std::string const &text);

/// The label of an id in a list of the atlas (side, category): its name and colour.
[[nodiscard]] std::string label_name(std::vector<geo::Label> const &labels, std::string const &id,
                                     std::string const &language);
[[nodiscard]] Colour label_colour(std::vector<geo::Label> const &labels, std::string const &id, Colour otherwise);

} // namespace app
