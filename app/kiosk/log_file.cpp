#include "app/kiosk/log_file.hpp"

#include "app/kiosk/wall_clock.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fcntl.h>
#include <unistd.h>

namespace app {

LogFile::LogFile(std::filesystem::path file, std::string who, std::uintmax_t limit)
: m_file{std::move(file)}, m_who{std::move(who)}, m_limit{limit}
{}

void LogFile::rotate()
{
    std::error_code failed;
    auto const size = std::filesystem::file_size(m_file, failed);
    if (!failed && size > m_limit) {
        std::filesystem::rename(m_file, m_file.string() + ".1", failed);
    }
}

void LogFile::write(std::string_view line)
{
    rotate();
    std::string text = fmt::format("{} {}: {}", wall_text(wall_now()), m_who, line);
    std::ranges::replace(text, '\n', ' ');
    text += '\n';
    int const handle = open(m_file.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0640);
    if (handle < 0) {
        return;
    }
    [[maybe_unused]] auto const written = ::write(handle, text.data(), text.size());
    close(handle);
}

std::vector<std::string> LogFile::last(std::size_t count) const
{
    std::vector<std::string> lines;
    for (auto const &file : {m_file.string() + ".1", m_file.string()}) {
        std::ifstream in{file};
        for (std::string line; std::getline(in, line);) {
            lines.push_back(std::move(line));
        }
    }
    if (lines.size() > count) {
        lines.erase(lines.begin(), lines.end() - static_cast<std::ptrdiff_t>(count));
    }
    return lines;
}

} // namespace app
