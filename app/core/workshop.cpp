#include "app/core/workshop.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <stdexcept>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace app {
namespace {

namespace fs = std::filesystem;

bool synced(fs::path const &path)
{
    int const handle = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    bool const ok = handle >= 0 && fsync(handle) == 0;
    if (handle >= 0) {
        close(handle);
    }
    return ok;
}

/// The files of a folder too, but not of folders in it.
bool all_synced(fs::path const &path)
{
    std::error_code none;
    for (auto const &entry : fs::directory_iterator{path, none}) {
        if (entry.is_regular_file(none) && !synced(entry.path())) {
            return false;
        }
    }
    return synced(path);
}

} // namespace

Workshop::Workshop(fs::path final) : m_final{std::move(final)}
{
    auto pattern = (parent() / (prefix() + "XXXXXX")).string();
    if (mkdtemp(pattern.data()) == nullptr) {
        fail();
    }
    m_folder = pattern;
    m_lock = open(m_folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (m_lock < 0 || flock(m_lock, LOCK_EX | LOCK_NB) != 0) {
        fail();
    }
    remove_abandoned();
}

Workshop::~Workshop()
{
    std::error_code ignored; // nothing more can be done about it here
    fs::remove_all(m_folder, ignored);
    if (m_lock >= 0) {
        close(m_lock);
    }
}

void Workshop::write(std::string_view content) const
{
    int const handle = open(product().c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    bool ok = handle >= 0;
    while (ok && !content.empty()) {
        auto const written = ::write(handle, content.data(), content.size());
        ok = written > 0 || errno == EINTR;
        content.remove_prefix(written > 0 ? static_cast<std::size_t>(written) : 0);
    }
    int const reason = errno;
    if (handle >= 0) {
        close(handle);
    }
    if (!ok) {
        errno = reason;
        fail();
    }
}

void Workshop::make_folder() const
{
    if (mkdir(product().c_str(), 0755) != 0) {
        fail();
    }
}

void Workshop::deliver() const
{
    bool const folder = fs::is_directory(product());
    if (chmod(product().c_str(), folder ? 0755 : 0644) != 0 || !all_synced(product()) ||
        std::rename(product().c_str(), m_final.c_str()) != 0 || !synced(parent())) {
        fail();
    }
}

fs::path Workshop::parent() const
{
    auto const folder = m_final.parent_path();
    return folder.empty() ? fs::path{"."} : folder;
}

std::string Workshop::prefix() const
{
    return "." + m_final.filename().string() + ".new-";
}

void Workshop::remove_abandoned() const
{
    std::error_code ignored; // a folder that cannot be listed or removed stays
    for (auto const &entry : fs::directory_iterator{parent(), ignored}) {
        if (!entry.path().filename().string().starts_with(prefix()) || entry.path() == m_folder) {
            continue;
        }
        int const handle = open(entry.path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (handle >= 0 && flock(handle, LOCK_EX | LOCK_NB) == 0) {
            fs::remove_all(entry.path(), ignored);
        }
        if (handle >= 0) {
            close(handle);
        }
    }
}

void Workshop::fail() const
{
    throw std::runtime_error{fmt::format("{}: cannot be written: {}", m_final.string(), std::strerror(errno))};
}

} // namespace app
