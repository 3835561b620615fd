#pragma once

#include "app/i18n/texts.hpp"
#include "app/state/action.hpp"
#include "app/state/name_finder.hpp"
#include "app/ui/fonts.hpp"
#include "app/ui/layout.hpp"
#include "app/ui/theme.hpp"

#include "geo/model/atlas.hpp"
#include "geo/state/world_state.hpp"

#include <string>
#include <vector>

namespace app {

struct DeskData;
struct FilesData;

/// What every panel may read. Panels draw from it and append what the user does; they keep no state.
struct PanelContext
{
    geo::Atlas const &atlas;
    geo::WorldState const &world;
    ViewerState const &state;
    Layout const &layout;
    Theme const &theme;
    UiFonts const &fonts;
    Texts const &texts;
    std::vector<std::string> const &layers; ///< names of the map layers, in order
    std::string const &notice;              ///< standing notice, such as faults of the data; empty: none
    geo::Projection const &projection;
    NameFinder &names;                      ///< answers the search field
    std::vector<std::string> const &styles; ///< names of the map's styles
    DeskData const *desk = nullptr;         ///< null where there is no researcher's desk
    FilesData const *files = nullptr;       ///< null where no files can be chosen
};

/// All panels of the viewer.
void draw_panels(PanelContext const &context, Actions &actions);

void draw_title(PanelContext const &context);
void draw_tools(PanelContext const &context, Actions &actions);
void draw_events(PanelContext const &context, Actions &actions);
void draw_card(PanelContext const &context, Actions &actions);
void draw_timeline(PanelContext const &context, Actions &actions);
void draw_layers(PanelContext const &context, Actions &actions);
void draw_story(PanelContext const &context, Actions &actions);
void draw_quiz(PanelContext const &context, Actions &actions);
void draw_presenter(PanelContext const &context, Actions &actions);
void draw_keys(PanelContext const &context, Actions &actions);
void draw_menu(PanelContext const &context, Actions &actions);
void draw_notice(PanelContext const &context, Actions &actions);
/// The file chooser, one for all purposes.
void draw_file_choice(PanelContext const &context, Actions &actions);
/// The files of other people that are shown.
void draw_guests(PanelContext const &context, Actions &actions);
/// Writing films, pictures and data for other programs.
void draw_make(PanelContext const &context, Actions &actions);
/// What is being read, with its progress, to be stopped.
void draw_opening(PanelContext const &context, Actions &actions);
/// Tells of what lies under the pointer.
void draw_hover(PanelContext const &context);
/// Tab goes from panel to panel, Esc and the mouse back to the map.
void walk_by_keys(PanelContext const &context);
void draw_desk(PanelContext const &context, Actions &actions);
/// While the desk is folded away and a filter is on: how much of the map it hides.
void draw_filter_note(PanelContext const &context, Actions &actions);
/// How much is shown of layers that are too large to be read whole.
void draw_large_note(PanelContext const &context);

} // namespace app
