#pragma once

#include "app/state/desk.hpp"
#include "app/state/file_choice.hpp"
#include "app/state/history.hpp"
#include "app/state/making.hpp"
#include "app/state/message.hpp"
#include "app/state/pace.hpp"
#include "app/state/panel_set.hpp"
#include "app/state/theme_id.hpp"
#include "app/state/typing.hpp"
#include "app/state/view.hpp"
#include "app/story/presenter_mode.hpp"
#include "app/story/quiz.hpp"
#include "app/story/story_play.hpp"

#include <optional>
#include <string>

namespace app {

/// Size of the picture in pixels.
struct Viewport
{
    int width = 1280;
    int height = 720;
    friend bool operator==(Viewport const &, Viewport const &) = default;
};

/// All that the viewer shows and how. What undo brings back is in View; each topic adds a small part of its own.
struct ViewerState : View
{
    Viewport viewport;
    double now_fraction = 0; ///< part of a second that playing has gathered
    bool playing = false;
    double rate = 3600; ///< seconds of the atlas a real second, at a steady pace
    Pace pace = Pace::steady;
    std::optional<geo::Span> loop; ///< playing begins it again at its end
    bool lanes = false;            ///< the timeline shows what each unit does
    bool old_style = false;        ///< the Old Style date stands beside
    bool following = false;        ///< the map follows the selected unit
    Selection hovered;             ///< what lies under the pointer
    Typing typing;
    Message message;
    std::string language = "en";
    std::string style = "light";
    ThemeId theme = ThemeId::light; ///< of the interface
    PanelSet panels;
    float ui_scale = 1;        ///< of type and controls
    float map_scale = 1;       ///< of type and signs on the map
    bool scale_chosen = false; ///< by the user; else it goes by the monitor
    Desk desk;
    FileChoice file_choice;
    Making making;
    History history;
    StoryPlay story;
    QuizPlay quiz;
    PresenterMode presenter;
    friend bool operator==(ViewerState const &, ViewerState const &) = default;
};

} // namespace app
