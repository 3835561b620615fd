// The supervisor with real processes: small scripts take the display's part and misbehave.

#include "app/kiosk/supervisor.hpp"

#include "support/temporary_folder.hpp"
#include "support/until.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <fstream>
#include <sys/socket.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>

namespace {

using namespace std::chrono_literals;

/// A supervisor that runs on a thread of its own until its display ends with exit code 0.
class Kiosk
{
public:
    /// \param script of the display for sh; it may use $N, the failures before, and the folder $D
    explicit Kiosk(std::string script, app::SupervisionRules rules = quick())
    : m_log{m_folder.path() / "log", "supervisor"}, m_thread{[this, script = std::move(script), rules] {
          app::SupervisorSetup setup{
              rules, [&](app::ChildPage page, int failures) {
                  auto const head =
                      "N=" + std::to_string(failures) + "; D=" + m_folder.path().string() + "; echo $$ >> $D/";
                  return page == app::ChildPage::display
                             ? std::vector<std::string>{"sh", "-c", head + "displays; " + script}
                             : std::vector<std::string>{"sh", "-c", head + "fallbacks; " + "exec sleep 1000"};
              }};
          m_exit = app::Supervisor{std::move(setup), m_log}.run();
      }}
    {}
    ~Kiosk()
    {
        std::ofstream{m_folder.path() / "quit"} << "1";
        m_thread.join();
    }
    Kiosk(Kiosk const &) = delete;
    Kiosk &operator=(Kiosk const &) = delete;

    static app::SupervisionRules quick()
    {
        app::SupervisionRules rules;
        rules.silence = 1000ms;
        rules.first_wait = 50ms;
        rules.nightly_hour.reset();
        return rules;
    }
    [[nodiscard]] std::vector<int> pids(char const *file) const
    {
        std::ifstream in{m_folder.path() / file};
        std::vector<int> all;
        for (int pid = 0; in >> pid;) {
            all.push_back(pid);
        }
        return all;
    }
    [[nodiscard]] bool logged(std::string const &words) const
    {
        for (auto const &line : m_log.last(1000)) {
            if (line.find(words) != std::string::npos) {
                return true;
            }
        }
        return false;
    }

private:
    test::TemporaryFolder m_folder;
    app::LogFile m_log;
    int m_exit = -1;
    std::thread m_thread;
};

/// Beats until the test is over; ends well then.
std::string const healthy = "while ! [ -e $D/quit ]; do printf . >&3; sleep 0.1; done";

} // namespace

TEST_CASE("a display killed with signal 9 is back within five seconds")
{
    Kiosk kiosk{healthy};
    REQUIRE(test::until([&] { return kiosk.pids("displays").size() == 1; }));
    auto const killed = std::chrono::steady_clock::now();
    kill(kiosk.pids("displays")[0], SIGKILL);
    REQUIRE(test::until([&] { return kiosk.pids("displays").size() == 2; }));
    CHECK(std::chrono::steady_clock::now() - killed < 5s);
    CHECK(kiosk.logged("the display ended by signal 9 (Killed)"));
}

TEST_CASE("a display that spins and does not answer is killed and replaced")
{
    Kiosk kiosk{"if [ $N = 0 ]; then printf . >&3; while ! [ -e $D/quit ]; do :; done; fi; " + healthy};
    CHECK(test::until([&] { return kiosk.pids("displays").size() == 2; }));
    CHECK(kiosk.logged("stopping the display: no sign of life for 1 s"));
}

TEST_CASE("a display that eats memory is stopped and replaced")
{
    auto rules = Kiosk::quick();
    rules.memory_limit_kib = 100 * 1024;
    Kiosk kiosk{"if [ $N = 0 ]; then exec python3 -c 'import os, time\n"
                "hoard = [b\"x\" * 200_000_000]\n"
                "while True: os.write(3, b\".\"); time.sleep(0.1)'; fi; " +
                    healthy,
                rules};
    CHECK(test::until([&] { return kiosk.pids("displays").size() == 2; }));
    CHECK(kiosk.logged("more than the 100 MiB allowed"));
}

TEST_CASE("a display that never comes up gives way to the fallback page, and takes it back when it lives")
{
    Kiosk kiosk{"if [ $N -lt 4 ]; then exit 3; fi; " + healthy};
    REQUIRE(test::until([&] { return kiosk.pids("fallbacks").size() == 1; }));
    auto const page = kiosk.pids("fallbacks")[0];
    CHECK(test::until([&] { return kill(page, 0) != 0; })); // gone again
    CHECK(kiosk.pids("displays").size() == 5);
    CHECK(kiosk.logged("stopping the fallback page: the display is back"));
}

TEST_CASE("systemd hears that the kiosk is ready, and that it lives")
{
    test::TemporaryFolder folder;
    auto const name = (folder.path() / "notify").string();
    int const handle = socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    sockaddr_un address{AF_UNIX, {}};
    name.copy(address.sun_path, sizeof address.sun_path - 1);
    REQUIRE(bind(handle, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0);
    setenv("NOTIFY_SOCKET", name.c_str(), 1);
    std::string heard;
    {
        Kiosk kiosk{healthy};
        CHECK(test::until([&] {
            char buffer[512];
            for (ssize_t count = 0; (count = read(handle, buffer, sizeof buffer)) > 0;) {
                heard.append(buffer, static_cast<std::size_t>(count)) += '\n';
            }
            auto const ready = heard.find("READY=1");
            return ready != std::string::npos && heard.find("WATCHDOG=1", ready) != std::string::npos &&
                   heard.find("STATUS=the display runs") != std::string::npos;
        }));
    }
    unsetenv("NOTIFY_SOCKET");
    close(handle);
}
