#pragma once

#include <filesystem>
#include <string_view>

namespace app {

/**
 * A folder beside a file (or a folder) in which the new one is made, so that what a library leaves beside its file (a
 * journal, say) stays in it too. It vanishes with the object. The folders of writers that were killed are removed:
 * theirs is the lock that nobody holds.
 */
class Workshop
{
public:
    /// \throws std::runtime_error naming the file and the system's reason, as all here do
    explicit Workshop(std::filesystem::path final);
    Workshop(Workshop const &) = delete;
    Workshop &operator=(Workshop const &) = delete;
    ~Workshop();

    /// What is being made; it keeps the name, and so the ending.
    [[nodiscard]] std::filesystem::path product() const { return m_folder / m_final.filename(); }
    /// Makes it a file with this content.
    void write(std::string_view content) const;
    /// Makes it an empty folder.
    void make_folder() const;
    /// Brings it to the disk and puts it in the place of the old one.
    void deliver() const;

private:
    [[nodiscard]] std::filesystem::path parent() const;
    [[nodiscard]] std::string prefix() const;
    void remove_abandoned() const;
    [[noreturn]] void fail() const;

    std::filesystem::path m_final;
    std::filesystem::path m_folder;
    int m_lock = -1;
};

} // namespace app
