#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace app {

/// The log of supervisor and display, in the kiosk's folder of state.
inline constexpr char const *kiosk_log = "kiosk.log";

/**
 * The kiosk's log: one line each with date and time, rotated by size, never larger than twice the limit. What cannot
 * be written (a full disk) is dropped: a log must not stop the display. Each process writes whole lines at once, so
 * that parent and child may share the file.
 */
class LogFile
{
public:
    /// \param who the process, named in each line; \param limit bytes after which the file becomes the older one
    LogFile(std::filesystem::path file, std::string who, std::uintmax_t limit = 1'000'000);

    void write(std::string_view line);
    /// The last lines, oldest first.
    [[nodiscard]] std::vector<std::string> last(std::size_t count) const;
    [[nodiscard]] std::filesystem::path const &path() const { return m_file; }

private:
    void rotate();

    std::filesystem::path m_file;
    std::string m_who;
    std::uintmax_t m_limit;
};

} // namespace app
