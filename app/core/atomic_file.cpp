#include "app/core/atomic_file.hpp"

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

/**
 * A folder beside the file in which the new one is made, so that what a library leaves beside its file (a journal, say)
 * stays in it too. It vanishes with the object. The folders of writers that were killed are removed: theirs is the
 * lock that nobody holds.
 */
class Workshop
{
public:
    explicit Workshop(fs::path const &final) : m_final{final}
    {
        auto pattern = (folder() / (prefix() + "XXXXXX")).string();
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
    Workshop(Workshop const &) = delete;
    Workshop &operator=(Workshop const &) = delete;
    ~Workshop()
    {
        std::error_code ignored; // nothing more can be done about it here
        fs::remove_all(m_folder, ignored);
        if (m_lock >= 0) {
            close(m_lock);
        }
    }

    [[nodiscard]] fs::path file() const { return m_folder / m_final.filename(); }

    void write(std::string_view content) const
    {
        int const handle = open(file().c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
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

    /// Puts the new file in the place of the old one.
    void deliver() const
    {
        if (chmod(file().c_str(), 0644) != 0 || !synced(file()) || std::rename(file().c_str(), m_final.c_str()) != 0 ||
            !synced(folder())) {
            fail();
        }
    }

private:
    [[nodiscard]] fs::path folder() const
    {
        auto const parent = m_final.parent_path();
        return parent.empty() ? fs::path{"."} : parent;
    }
    [[nodiscard]] std::string prefix() const { return "." + m_final.filename().string() + ".new-"; }

    static bool synced(fs::path const &path)
    {
        int const handle = open(path.c_str(), O_RDONLY | O_CLOEXEC);
        bool const ok = handle >= 0 && fsync(handle) == 0;
        if (handle >= 0) {
            close(handle);
        }
        return ok;
    }

    void remove_abandoned() const
    {
        std::error_code ignored; // a folder that cannot be listed or removed stays
        for (auto const &entry : fs::directory_iterator{folder(), ignored}) {
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

    [[noreturn]] void fail() const
    {
        throw std::runtime_error{fmt::format("{}: cannot be written: {}", m_final.string(), std::strerror(errno))};
    }

    fs::path m_final;
    fs::path m_folder;
    int m_lock = -1;
};

} // namespace

void write_atomically(fs::path const &file, std::string_view content)
{
    Workshop const workshop{file};
    workshop.write(content);
    workshop.deliver();
}

void write_atomically(fs::path const &file, std::function<void(fs::path const &)> const &write)
{
    Workshop const workshop{file};
    write(workshop.file());
    workshop.deliver();
}

} // namespace app
