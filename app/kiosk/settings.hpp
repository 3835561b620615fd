#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace app {

/// Width and height of the screen as a ruler measures it.
struct ScreenSize
{
    double width_mm = 0;
    double height_mm = 0;
    friend bool operator==(ScreenSize const &, ScreenSize const &) = default;
};

/// What an exhibition sets, all with values that work. The names are those of the settings file.
struct KioskSettings
{
    std::string atlas;                   ///< folder, GeoPackage or "PG:…"; empty: the bundled one
    std::filesystem::path updates;       ///< folder into which new atlases are dropped; empty: none
    std::string story = "kiosk";         ///< id of the story that plays by itself
    std::string language;                ///< after each visitor; empty: the atlas's first
    std::optional<ScreenSize> screen_mm; ///< unknown: as the display says
    int idle_seconds = 60;
    int countdown_seconds = 15;
    std::optional<int> nightly_hour = 4;
    int memory_limit_mib = 700;
    int postgis_minutes = 15;  ///< how often a PostGIS atlas is looked at again
    std::string operator_code; ///< hash that `marshrut kiosk --set-code` wrote; empty: no service page
    std::map<std::string, std::string> call; ///< whom to call, by language; "" for all
    bool read_aloud = false;
    friend bool operator==(KioskSettings const &, KioskSettings const &) = default;
};

/// The settings of a JSON text. \throws std::runtime_error with one line: what, which member, what to do
[[nodiscard]] KioskSettings parse_settings(std::string const &json, std::string const &file);

struct SettingsResult
{
    KioskSettings settings;
    std::string problem; ///< a line for the log; empty: all is well
};

/**
 * The settings of a file, which must not stop the display: what cannot be read is replaced by the last good copy in
 * the state folder, and that by the defaults. A good file becomes the last good copy.
 */
[[nodiscard]] SettingsResult load_settings(std::filesystem::path const &file, std::filesystem::path const &state);

/// Where the kiosk keeps its log, counts and copies: systemd's, else the user's. Made if it is not there.
[[nodiscard]] std::filesystem::path state_folder(std::filesystem::path const &wanted);

} // namespace app
