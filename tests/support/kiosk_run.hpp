#pragma once

#include "support/temporary_folder.hpp"
#include "support/x_server.hpp"

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace test {

/// The built program as a kiosk on an X server of its own, with a folder of its own for everything.
class KioskRun
{
public:
    using Environment = std::vector<std::pair<std::string, std::string>>;

    KioskRun() = default;
    ~KioskRun();
    KioskRun(KioskRun const &) = delete;
    KioskRun &operator=(KioskRun const &) = delete;

    /// \param settings JSON; written to the file that the kiosk is started with
    void start(std::string const &settings, Environment const &more = {});
    /// Has the display started anew, which is no failure.
    void restart() const;
    /// Ends it politely. \return its exit code
    int stop();

    [[nodiscard]] XServer &screen() { return m_screen; }
    [[nodiscard]] std::filesystem::path folder() const { return m_folder.path(); }
    [[nodiscard]] std::filesystem::path state() const { return folder() / "state"; }
    [[nodiscard]] std::filesystem::path settings() const { return folder() / "kiosk.json"; }
    void write_settings(std::string const &json) const;

    /// The process that plays this part now ("display", "fallback"); 0: none.
    [[nodiscard]] int child(std::string const &role) const;
    /// All of the log; how often these words stand in it; whether they come to stand in it once more than `times`.
    [[nodiscard]] std::string log() const;
    [[nodiscard]] int logged(std::string const &words) const;
    [[nodiscard]] bool comes(std::string const &words, int times = 0) const;
    /// Waits for the display to live for the nth time since the start.
    [[nodiscard]] bool lives(int nth = 1) const { return comes("the display runs", nth - 1); }

private:
    TemporaryFolder m_folder;
    XServer m_screen;
    int m_pid = 0;
};

} // namespace test
