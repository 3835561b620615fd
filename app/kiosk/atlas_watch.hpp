#pragma once

#include "app/kiosk/atlas_shelf.hpp"
#include "app/kiosk/supervision.hpp"

#include <vector>

namespace app {

struct WatchRules
{
    std::string atlas{};                         ///< folder, GeoPackage or "PG:…"; empty: none
    std::filesystem::path updates{};             ///< folder of the curator; empty: none
    std::chrono::milliseconds settle{4000};      ///< a file that still grows is left alone
    std::chrono::milliseconds again{300'000};    ///< after a reading that failed for reasons not its own
    std::chrono::milliseconds server{900'000};   ///< how often a server is asked
};

/**
 * Finds what is new among the places where the kiosk gets its atlases. What was found good or bad once is not looked at
 * again until it changes. Nothing depends on the wall's clock: a new file is one that was not there like this before,
 * whatever its date says.
 */
class AtlasWatch
{
public:
    /// \param seen by location, from before a restart; \param origin of what lies on the shelf, as it may be shown;
    /// where it is none of these places all are looked at anew
    AtlasWatch(WatchRules rules, std::map<std::string, std::string> seen, std::string origin);

    /// What is to be examined next; nothing if all is known or still changes. Call it every few seconds.
    [[nodiscard]] std::optional<AtlasSource> next(Monotonic now);

    /// It is shown from now on; what else lay there unseen was put there earlier and is passed over.
    void accept(AtlasSource const &source, Monotonic now);
    void refuse(AtlasSource const &source, Monotonic now);
    /// It could not be read or kept, for no fault of its own: the server sleeps, the disk is full.
    void postpone(AtlasSource const &source, Monotonic now);

    [[nodiscard]] std::map<std::string, std::string> const &seen() const { return m_seen; }

private:
    struct Changing
    {
        std::string fingerprint;
        Monotonic since;
    };
    [[nodiscard]] std::vector<AtlasSource> look() const;
    [[nodiscard]] bool settled(AtlasSource const &source, Monotonic now);

    WatchRules m_rules;
    std::map<std::string, std::string> m_seen;
    std::string m_origin;
    std::map<std::string, Changing> m_changing;
    std::map<std::string, Monotonic> m_not_before; ///< by location
    std::vector<AtlasSource> m_unseen;             ///< at the last look
};

/// Changes whenever the file, or a file in the folder, does; empty if it cannot be read.
[[nodiscard]] std::string fingerprint_of(std::filesystem::path const &place);

/// Whether what came from there is still wanted by these rules.
[[nodiscard]] bool belongs(std::string const &origin, WatchRules const &rules);

} // namespace app
