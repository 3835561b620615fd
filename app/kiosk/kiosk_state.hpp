#pragma once

#include "app/kiosk/corner_gesture.hpp"
#include "app/kiosk/operator_lock.hpp"
#include "app/kiosk/statistics.hpp"
#include "app/state/reduce.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace app {

enum class KioskPage {
    attract, ///< plays by itself
    visit,   ///< somebody is there
    asking,  ///< "still there?"
    code,    ///< the operator's code
    service  ///< the operator's page
};

/// What the exhibition decided.
struct KioskRules
{
    double idle_seconds = 60;
    double countdown_seconds = 15;
    std::string language; ///< after each visitor
    std::string story;    ///< id of the one that plays by itself
    float scale = 1.7F;   ///< of type and signs
    float px_per_mm = 0;  ///< pixels of a millimetre of the screen; 0: unknown
    geo::Span days;       ///< what the slider shows
};

/// How much larger type is where the visitor wants it large.
inline constexpr float large_type = 1.3F;

/// The map on its way to another view.
struct KioskFlight
{
    Camera from;
    Camera to;
    double flown = 0; ///< seconds
};

/// All that the exhibition display consists of. Plain values.
struct KioskState
{
    ViewerState view;
    KioskPage page = KioskPage::attract;
    double idle = 0;        ///< seconds since the visitor's last touch
    double countdown = 0;   ///< seconds until "still there?" gives up
    double shown = 0;       ///< seconds that the page has been shown
    bool large = false;     ///< large text and high contrast
    bool reading = false;   ///< captions are read aloud
    int focus = -1;         ///< control that the four keys are at; -1: none
    bool adjusting = false; ///< the keys move the slider
    std::optional<KioskFlight> flight; ///< of a visitor who chose an event, or went home
    CornerGesture corner;
    std::string code; ///< digits typed so far
    std::optional<Unlock> answer;
    Visit visit;
    std::optional<Visit> ended; ///< a visit that is to be counted
};

// What can happen to it.
struct Elapse
{
    double seconds = 0;
};
/// A finger came down anywhere, before it means anything.
struct Touched
{
    ScreenPoint at;
};
struct Do
{
    Action action;
}; ///< on the map
struct StepEventInDays
{
    int steps = 1;
};
struct ShowHome
{}; ///< back to the first view, for the same visitor
struct Leave
{}; ///< the visitor ends the visit
struct ToggleLarge
{};
struct ToggleReading
{};
struct FocusStep
{
    int steps = 1;
    int controls = 0; ///< on the page
};
struct SetAdjusting
{
    bool on = false;
};
struct TypeDigit
{
    char digit = '0';
};
struct EraseDigit
{};
struct CodeAnswered
{
    Unlock answer = Unlock::wrong;
};
struct CloseService
{};

using KioskAction = std::variant<Elapse, Touched, Do, StepEventInDays, ShowHome, Leave, ToggleLarge, ToggleReading,
                                 FocusStep, SetAdjusting, TypeDigit, EraseDigit, CodeAnswered, CloseService>;
using KioskActions = std::vector<KioskAction>;

struct KioskSurroundings
{
    Surroundings map;
    KioskRules const &rules;
};

/// As it stands before the first visitor. \param size of the screen
[[nodiscard]] KioskState opening_kiosk(KioskSurroundings const &in, Viewport size);

/// The state after the action. Pure.
[[nodiscard]] KioskState reduce(KioskState state, KioskAction const &action, KioskSurroundings const &in);

/// The days of the slider: five from the moment with which the atlas opens.
[[nodiscard]] geo::Span five_days(geo::AtlasInfo const &info);

/// Whether the language of the atlas's list that has its turn in the attract loop.
[[nodiscard]] std::string const &language_in_turn(KioskState const &state, geo::AtlasInfo const &info);

/// Whether anybody is before the screen: nothing may be exchanged under their hands.
[[nodiscard]] inline bool has_visitor(KioskState const &state)
{
    return state.page != KioskPage::attract;
}

} // namespace app
