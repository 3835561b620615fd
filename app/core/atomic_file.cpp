#include "app/core/atomic_file.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <stdexcept>
#include <sys/stat.h>
#include <unistd.h>

namespace app {
namespace {

/// A temporary file that vanishes unless it is renamed.
class TemporaryFile
{
public:
    explicit TemporaryFile(std::filesystem::path const &final)
    : m_final{final}, m_name{final.string() + ".XXXXXX" + final.extension().string()}
    {
        m_handle = mkstemps(m_name.data(), static_cast<int>(final.extension().string().size()));
        if (m_handle < 0) {
            fail();
        }
    }
    TemporaryFile(TemporaryFile const &) = delete;
    TemporaryFile &operator=(TemporaryFile const &) = delete;
    ~TemporaryFile()
    {
        if (m_handle >= 0) {
            close(m_handle);
            unlink(m_name.c_str());
        }
    }

    void write(std::string_view content)
    {
        while (!content.empty()) {
            auto const written = ::write(m_handle, content.data(), content.size());
            if (written < 0 && errno != EINTR) {
                fail();
            }
            content.remove_prefix(written > 0 ? static_cast<std::size_t>(written) : 0);
        }
    }

    [[nodiscard]] std::string const &name() const { return m_name; }

    void rename()
    {
        if (fchmod(m_handle, 0644) != 0 || fsync(m_handle) != 0 || std::rename(m_name.c_str(), m_final.c_str()) != 0) {
            fail();
        }
        close(m_handle);
        m_handle = -1;
    }

private:
    [[noreturn]] void fail() const
    {
        throw std::runtime_error{fmt::format("{}: cannot be written: {}", m_final.string(), std::strerror(errno))};
    }

    std::filesystem::path m_final;
    std::string m_name;
    int m_handle = -1;
};

} // namespace

void write_atomically(std::filesystem::path const &file, std::string_view content)
{
    TemporaryFile temporary{file};
    temporary.write(content);
    temporary.rename();
}

void write_atomically(std::filesystem::path const &file,
                      std::function<void(std::filesystem::path const &)> const &write)
{
    TemporaryFile temporary{file};
    write(temporary.name());
    temporary.rename();
}

} // namespace app
