#pragma once

#include "app/i18n/texts.hpp"
#include "app/kiosk/kiosk_drawing.hpp"
#include "app/kiosk/kiosk_layout.hpp"
#include "app/kiosk/kiosk_state.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// What a control wants that is no change of the state.
enum class KioskCommand { none, try_code, restart, quit };

/// Something that can be touched, or reached with the keys.
struct KioskControl
{
    std::string id;   ///< the same in every frame
    std::string name; ///< in the visitor's language, as it is read aloud
    Rect rect;
    KioskActions actions;
    KioskCommand command = KioskCommand::none;
    bool slider = false; ///< follows the finger: its place is a moment of the rules' days
    bool by_keys = false; ///< a mark of the map, for the keys alone: fingers have the map itself
};

/// What the operator's page tells.
struct ServiceReport
{
    std::vector<std::string> status; ///< lines
    std::vector<std::string> errors; ///< last lines of the log, oldest first
};

struct SkinInput
{
    geo::Atlas const &atlas;
    KioskState const &state;
    KioskRules const &rules;
    KioskLayout const &layout;
    Texts const &texts;
    Texts const &turn; ///< of the language in turn, see language_in_turn()
    FontMetrics const &fonts;
    std::string const &pressed; ///< id of the control under a finger; empty: none
    bool can_read_aloud = false;
    std::chrono::seconds locked_for{}; ///< the operator's lock
    ServiceReport const *service = nullptr;
    std::vector<Target> const *marks = nullptr; ///< of the map, for whoever walks it with the keys
};

/// All that lies over the map, and what of it can be touched.
struct KioskSkin
{
    Scene scene;
    std::vector<KioskControl> controls; ///< in the order of the keys
    std::vector<Rect> sheets;           ///< opaque: what is touched there is not the map
    Rect small_map;                     ///< of the open card; empty: none

    [[nodiscard]] KioskControl const *control_at(ScreenPoint at) const;
    [[nodiscard]] KioskControl const *find(std::string const &id) const;
    [[nodiscard]] bool covers(ScreenPoint at) const;
};

/// The page that the state is on. Pure.
[[nodiscard]] KioskSkin build_skin(SkinInput const &in);

/// The moment of the slider's days at a place of it.
[[nodiscard]] geo::Instant moment_at(geo::Span const &days, Rect const &slider, float x);

/// What is read aloud of the page: the open card, or what the story tells; empty: nothing.
[[nodiscard]] std::string spoken_text(SkinInput const &in);

/// Where the small map of the card points to: a place, or where an event took place. Nothing for what moves or has no
/// spot: its card has no map.
[[nodiscard]] std::optional<geo::LonLat> card_spot(Selection const &what, geo::Atlas const &atlas);

} // namespace app
