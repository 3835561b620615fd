#include "support/pg_server.hpp"

#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace test {
namespace {

namespace fs = std::filesystem;

/// Debian keeps the server's own programs apart, by version.
fs::path programs()
{
    for (auto const &version : fs::directory_iterator{"/usr/lib/postgresql"}) {
        if (fs::exists(version.path() / "bin" / "initdb")) {
            return version.path() / "bin";
        }
    }
    throw std::runtime_error{"PostgreSQL is not installed; ./test installs it"};
}

} // namespace

PgServer::PgServer()
{
    auto pattern = (fs::temp_directory_path() / "marshrut-pg-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) {
        throw std::runtime_error{"no temporary folder could be made"};
    }
    m_folder = pattern;
    std::ofstream{m_folder / "password"} << "secret\n";
    if (auto const *const postgres = getpwnam("postgres"); geteuid() == 0 && postgres != nullptr) {
        // The server refuses to run as root.
        if (chown(m_folder.c_str(), postgres->pw_uid, postgres->pw_gid) != 0 ||
            chown((m_folder / "password").c_str(), postgres->pw_uid, postgres->pw_gid) != 0) {
            throw std::runtime_error{"the folder of the server cannot be given to its user"};
        }
    }
    auto const bin = programs().string();
    auto const data = (m_folder / "data").string();
    command(bin + "/initdb -D " + data + " -A scram-sha-256 -U marshrut --no-sync -E UTF8 --locale=C.UTF-8 --pwfile=" +
            (m_folder / "password").string());
    command(bin + "/pg_ctl -D " + data + " -w -l " + (m_folder / "log").string() + " -o \"-k " + m_folder.string() +
            " -p 54321 -c listen_addresses='' -c fsync=off\" start");
    m_running = true;
    command("env PGPASSWORD=secret psql -q -h " + m_folder.string() +
            " -p 54321 -U marshrut postgres -c 'CREATE DATABASE atlas'");
    execute("CREATE EXTENSION postgis");
}

PgServer::~PgServer()
{
    try {
        stop();
    } catch (std::exception const &) { // it is gone already
    }
    std::error_code ignored; // nothing more can be done about it here
    fs::remove_all(m_folder, ignored);
}

void PgServer::command(std::string const &words) const
{
    auto const as_server = geteuid() == 0 ? "runuser -u postgres -- " + words : words;
    if (std::system(("cd / && " + as_server + " >/dev/null 2>&1").c_str()) != 0) {
        throw std::runtime_error{"failed: " + words};
    }
}

void PgServer::stop()
{
    if (m_running) {
        m_running = false;
        command((programs() / "pg_ctl").string() + " -D " + (m_folder / "data").string() + " -m immediate stop");
    }
}

void PgServer::execute(std::string const &sql) const
{
    auto const file = m_folder / "command.sql"; // not on the command line, where the shell would read the dollars
    std::ofstream{file} << sql << '\n';
    command("env PGPASSWORD=secret psql -q -v ON_ERROR_STOP=1 -h " + m_folder.string() +
            " -p 54321 -U marshrut atlas -f " + file.string());
}

std::string PgServer::connection(std::string const &more) const
{
    return connection_as("secret", "atlas") + (more.empty() ? "" : " " + more);
}

std::string PgServer::connection_as(std::string const &password, std::string const &database) const
{
    return "PG:host=" + m_folder.string() + " port=54321 user=marshrut password=" + password + " dbname=" + database;
}

} // namespace test
