#pragma once

#include <filesystem>
#include <string>

namespace test {

/**
 * A PostgreSQL server of the test's own: data and socket in a temporary folder, no network, a port of its own, one user
 * "marshrut" with the password "secret", one database "atlas" with PostGIS. It ends with the object.
 */
class PgServer
{
public:
    PgServer();
    ~PgServer();
    PgServer(PgServer const &) = delete;
    PgServer &operator=(PgServer const &) = delete;

    /// "PG:host=… password=… dbname=atlas"; what `more` says is added.
    [[nodiscard]] std::string connection(std::string const &more = "") const;
    [[nodiscard]] std::string connection_as(std::string const &password, std::string const &database) const;
    void execute(std::string const &sql) const;
    void stop();

private:
    void command(std::string const &words) const;

    std::filesystem::path m_folder;
    bool m_running = false;
};

} // namespace test
