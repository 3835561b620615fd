#pragma once

#include <filesystem>
#include <memory>
#include <vector>

namespace app {

/**
 * Takes files that are dropped onto a window from another program, by the XDND protocol (version 5), of which SFML
 * knows nothing and whose messages it would throw away. So they are sent elsewhere: a window of our own, on a
 * connection of our own, is named as the window's XdndProxy. Without a connection nothing is ever dropped.
 */
class FileDrop
{
public:
    /// \param window of X11, that files may be dropped onto
    explicit FileDrop(unsigned long window);
    ~FileDrop();
    FileDrop(FileDrop const &) = delete;
    FileDrop &operator=(FileDrop const &) = delete;

    /// The files that were dropped since the last call. Never waits.
    [[nodiscard]] std::vector<std::filesystem::path> take();

private:
    class Connection;
    std::unique_ptr<Connection> m_connection;
};

} // namespace app
