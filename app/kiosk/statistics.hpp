#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace app {

/// What is kept of one visit when it ends. Nothing in it tells who it was, or at what time of day.
struct Visit
{
    double seconds = 0;
    std::string language;            ///< the last one chosen
    std::vector<std::string> events; ///< ids of the cards opened, each once
    std::string stopped_at;          ///< hour of the atlas at which it was left, "1920-04-27T18"
    bool walked_away = false;        ///< ended by idleness, not by "home"
};

/**
 * Counts a day, kept as CSV: one file a month with lines "date,what,key,count". The files of all months together stay
 * below a limit: the oldest go. If the disk is full the counts wait in memory for the next visit.
 */
class Statistics
{
public:
    static constexpr std::uintmax_t most_bytes = 10'000'000;

    explicit Statistics(std::filesystem::path folder, std::uintmax_t limit = most_bytes);

    /// Counts a visit under the wall's day. \return a line for the log if it could not be written; else empty
    std::string count(Visit const &visit, std::chrono::local_seconds wall);
    /// Sum of a kind of count over a day, "" for all days of the month in hand.
    [[nodiscard]] long total(std::string const &what, std::string const &day = "") const;
    /// Bytes on the disk.
    [[nodiscard]] std::uintmax_t volume() const;

private:
    struct Key
    {
        std::string day, what, key;
        friend auto operator<=>(Key const &, Key const &) = default;
    };
    void open_month(std::string const &month);
    void write() const;
    void make_room() const;
    [[nodiscard]] std::vector<std::filesystem::path> files() const;

    std::filesystem::path m_folder;
    std::uintmax_t m_limit;
    std::string m_month;
    std::map<Key, long> m_counts; ///< of the month in hand
};

} // namespace app
