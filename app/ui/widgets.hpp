#pragma once

#include "app/ui/icons.hpp"
#include "app/ui/panels.hpp"

#include <string>

namespace app {

/// What lies on a sheet of paper (see paper.hpp); false if nothing of it shows. Always pair with end_paper().
bool begin_paper(char const *id, PanelRect const &rect, ImGuiWindowFlags flags = 0);
void end_paper();

/// A small sheet that opens under `above`, its right edge at `right`, as high as its content and at most down to the
/// timeline. Always pair with ImGui::End().
bool begin_sheet(PanelContext const &context, char const *id, float width);

/// Text in a font and colour, wrapped at the right edge of the panel, or where it is so wide: a tooltip has no edge,
/// for it grows with what stands in it. \param width pixels; 0: the panel's
void wrapped(ImFont *font, Colour colour, std::string const &text, float width = 0);
/// Width of a text in a font, pixels.
[[nodiscard]] float width_of(ImFont const *font, std::string const &text);
/// A small heading in capitals' manner over a section.
void heading(PanelContext const &context, char const *text);
/// A text that can be pressed, wrapped, in the accent colour; true when pressed.
bool link(PanelContext const &context, std::string const &text);

enum class ButtonLook : std::uint8_t { plain, strong, on, off };
/// A round button with a drawn icon; true when pressed. `tip` is its name for hovering.
bool icon_button(char const *id, Icon icon, float diameter, ButtonLook look, char const *tip,
                 PanelContext const &context);
/// Round the last item, if the keyboard is at it.
void focus_ring(PanelContext const &context, ImVec2 from, ImVec2 to, float rounding);

/// A button with words on a ground of its own, lit while what it switches is on. \param width pixels; 0: as the words
/// need, -1: to the panel's edge
bool word_button(PanelContext const &context, char const *words, float width, bool on = false);

/// How far long work is, with the time that is left. \param share 0 to 1; below 0: cannot be told
void progress_bar(PanelContext const &context, double share, double seconds_gone);

/// A word in a rounded outline.
void chip(PanelContext const &context, std::string const &text);
/// The same as a switch, filled while on, with a spot of colour if `dot` is opaque; true when pressed.
bool chip_switch(PanelContext const &context, std::string const &text, bool on, Colour dot);

/// The label of an id in a list of the atlas (side, category): its name and colour.
[[nodiscard]] std::string label_name(std::vector<geo::Label> const &labels, std::string const &id,
                                     std::string const &language);
[[nodiscard]] Colour label_colour(std::vector<geo::Label> const &labels, std::string const &id, Colour otherwise);
/// The colour, if it can be read on paper as text; else the theme's ink.
[[nodiscard]] Colour readable(Colour colour, Theme const &theme);
/// The colour, brought towards the theme's ink until a mark in it stands out from the paper (3:1, WCAG 2.2).
[[nodiscard]] Colour visible(Colour colour, Theme const &theme);

} // namespace app
