#pragma once

#include "app/state/camera_actions.hpp"
#include "app/state/desk_actions.hpp"
#include "app/state/file_actions.hpp"
#include "app/state/history_actions.hpp"
#include "app/state/make_actions.hpp"
#include "app/state/panel_actions.hpp"
#include "app/state/presenter_actions.hpp"
#include "app/state/quiz_actions.hpp"
#include "app/state/scan_actions.hpp"
#include "app/state/search_actions.hpp"
#include "app/state/story_actions.hpp"
#include "app/state/time_actions.hpp"
#include "app/state/view_actions.hpp"

#include <variant>
#include <vector>

namespace app {

/// One variant of all alternatives of several.
template <typename... Variants>
struct Joined;
template <typename... A>
struct Joined<std::variant<A...>>
{
    using Type = std::variant<A...>;
};
template <typename... A, typename... B, typename... More>
struct Joined<std::variant<A...>, std::variant<B...>, More...> : Joined<std::variant<A..., B...>, More...>
{};

/// Everything a user can do to a view, by topic. Panels, mouse and keys make these; reduce() carries them out. A new
/// topic is a header with its structs, their variant and a carry_out() for each, and a line here.
using Action = Joined<CameraActions, TimeActions, PanelActions, HistoryActions, SearchActions, ViewActions, DeskActions,
                      StoryActions, QuizActions, PresenterActions, FileActions, MakeActions, ScanActions>::Type;
using Actions = std::vector<Action>;

} // namespace app
