#pragma once

#include "app/state/viewer_state.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace app {

/// What a user's viewer keeps from one day to the next. Not what was looked at: that is a view code.
struct Settings
{
    std::string language; ///< empty: the atlas's first
    std::string style = "light";
    ThemeId theme = ThemeId::light;
    std::optional<float> scale; ///< empty: by the monitor
    PanelSet panels;
    std::set<std::string> hidden;
    Viewport window{1600, 900};
    bool old_style = false;
    bool lanes = false;
    Pace pace = Pace::steady;
    double rate = 3600;
    friend bool operator==(Settings const &, Settings const &) = default;
};

/// What was read, and a notice for the user if the file was not as it should be.
struct ReadSettings
{
    Settings settings;
    std::string notice;
};

/// The settings as the text of their file, and back. \throws std::runtime_error with one line that says what is wrong
[[nodiscard]] std::string to_settings_text(Settings const &settings);
[[nodiscard]] Settings from_settings_text(std::string_view text);

/// Reads the settings. A file that is broken or of a newer version is set aside under another name, so that nothing is
/// lost and the program starts as new.
[[nodiscard]] ReadSettings read_settings(std::filesystem::path const &file);
/// Writes them, whole or not at all. \throws std::runtime_error in one line
void write_settings(Settings const &settings, std::filesystem::path const &file);

[[nodiscard]] Settings settings_of(ViewerState const &state);
/// \param monitor_scale taken where the user never chose one
[[nodiscard]] ViewerState with_settings(ViewerState state, Settings const &settings, float monitor_scale);

} // namespace app
