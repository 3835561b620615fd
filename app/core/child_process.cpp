#include "app/core/child_process.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <stdexcept>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace app {
namespace {

using Pipe = std::array<int, 2>; ///< end to read, end to write

Pipe new_pipe()
{
    Pipe ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) {
        throw std::runtime_error{std::strerror(errno)};
    }
    return ends;
}

/// In the new process, so with nothing but calls that are safe after a fork.
[[noreturn]] void become(char *const *words, int input, int output, int errors, int report)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    setpgid(0, 0); // Ctrl+C in a terminal is not for it: we tell it ourselves
    dup2(input, STDIN_FILENO);
    dup2(output, STDOUT_FILENO);
    dup2(errors, STDERR_FILENO);
    std::signal(SIGPIPE, SIG_DFL);
    execvp(words[0], words);
    int const reason = errno;
    [[maybe_unused]] auto const written = write(report, &reason, sizeof reason);
    _exit(127);
}

} // namespace

ChildProcess::ChildProcess(std::vector<std::string> const &words, Talk talk)
{
    std::vector<char *> raw;
    for (auto const &word : words) {
        raw.push_back(const_cast<char *>(word.c_str())); // execvp changes none of them
    }
    raw.push_back(nullptr);
    auto const talked = new_pipe();
    auto const report = new_pipe();
    m_errors = memfd_create("errors", MFD_CLOEXEC);
    int const nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
    bool const listens = talk == Talk::listens;
    m_child = fork();
    if (m_child == 0) {
        become(raw.data(), listens ? talked[0] : nothing, listens ? nothing : talked[1], m_errors, report[1]);
    }
    close(nothing);
    close(talked[listens ? 0 : 1]);
    close(report[1]);
    m_pipe = talked[listens ? 1 : 0];
    int reason = m_child < 0 ? errno : 0;
    if (m_child > 0 && read(report[0], &reason, sizeof reason) == sizeof reason) { // else it runs
        waitpid(m_child, nullptr, 0);
        m_child = -1;
    }
    close(report[0]);
    if (m_child < 0) {
        close_pipe();
        close(m_errors);
        throw std::runtime_error{std::strerror(reason)};
    }
    if (!listens) {
        fcntl(m_pipe, F_SETFL, O_NONBLOCK);
    }
}

ChildProcess::~ChildProcess()
{
    if (!ended()) {
        kill(m_child, SIGKILL);
        wait();
    }
    close_pipe();
    close(m_errors);
}

void ChildProcess::close_pipe()
{
    if (m_pipe >= 0) {
        close(m_pipe);
        m_pipe = -1;
    }
}

void ChildProcess::interrupt() const
{
    if (!m_code) {
        kill(m_child, SIGINT);
    }
}

void ChildProcess::give_way() const
{
    constexpr int low = 15; // of nice
    setpriority(PRIO_PROCESS, static_cast<id_t>(m_child), low);
}

std::optional<int> ChildProcess::ended()
{
    int status = 0;
    if (!m_code && waitpid(m_child, &status, WNOHANG) == m_child) {
        m_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
    return m_code;
}

int ChildProcess::wait()
{
    int status = 0;
    while (!m_code) {
        if (waitpid(m_child, &status, 0) == m_child) {
            m_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
        } else if (errno != EINTR) {
            m_code = 127;
        }
    }
    return *m_code;
}

std::string ChildProcess::complaint() const
{
    constexpr std::size_t most = 64U << 10U;
    std::string text(most, '\0');
    auto const size = lseek(m_errors, 0, SEEK_END);
    auto const from = size > static_cast<off_t>(most) ? size - static_cast<off_t>(most) : 0;
    auto const got = pread(m_errors, text.data(), text.size(), from);
    text.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) {
        text.pop_back();
    }
    auto const line = text.rfind('\n');
    return line == std::string::npos ? text : text.substr(line + 1);
}

} // namespace app
