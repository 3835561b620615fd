#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace app {

/// Where an atlas is offered to the kiosk, in the state in which it was found.
struct AtlasSource
{
    std::string location;    ///< folder, GeoPackage or "PG:…"
    std::string fingerprint; ///< of a file or folder: changes with it; empty for a server
    friend bool operator==(AtlasSource const &, AtlasSource const &) = default;
};

/**
 * The kiosk's own copies of what was found good, each one GeoPackage: the newest, and the one before it. It shows these
 * and never the files of others, which may vanish or be cut short at any moment. Outlives restarts.
 */
class AtlasShelf
{
public:
    /// \param state the kiosk's folder of state; nothing is made in it yet
    explicit AtlasShelf(std::filesystem::path const &state);

    [[nodiscard]] std::optional<std::filesystem::path> newest() const;
    [[nodiscard]] std::optional<std::filesystem::path> previous() const;
    /// Where the newest came from, as it may be shown (no password); "" if there is none.
    [[nodiscard]] std::string origin() const;

    /// Where the next one is to be written. Its folder is there. \throws std::runtime_error if it cannot be made
    [[nodiscard]] std::filesystem::path incoming() const;
    enum class Put { fresh, same };
    /// Makes what was written to incoming() the newest. \return same: it is what lay there already, byte for byte
    /// \throws std::runtime_error
    Put put(std::string const &origin);

    /// Sources that were looked at already, by location: their fingerprint then.
    [[nodiscard]] std::map<std::string, std::string> seen() const;
    void remember_seen(std::map<std::string, std::string> const &seen) const;

private:
    std::filesystem::path m_folder;
};

} // namespace app
