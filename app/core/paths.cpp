#include "app/core/paths.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <initializer_list>
#include <stdexcept>

namespace app {
namespace {

namespace fs = std::filesystem;

fs::path program_dir()
{
    return fs::read_symlink("/proc/self/exe").parent_path();
}

/// The first that exists, seen from the folder of the program.
fs::path first_of(std::initializer_list<char const *> candidates)
{
    auto const here = program_dir();
    for (char const *const candidate : candidates) {
        if (auto path = here / candidate; fs::exists(path)) {
            return fs::weakly_canonical(path);
        }
    }
    throw std::runtime_error{fmt::format("the program's own files are missing: no {} beside {}; install it again",
                                         *candidates.begin(), here.string())};
}

} // namespace

// A program in build/<preset>/ uses the source tree; tests lie one folder deeper; an installed one its prefix.

fs::path assets_dir()
{
    return first_of({"../share/marshrut/assets", "../../assets", "../../../assets"});
}

fs::path locale_dir()
{
    return first_of({"../share/locale", "assets/locale", "../assets/locale"});
}

fs::path bundled_atlas()
{
    return first_of({"../share/marshrut/atlases/yalama-baku-1920.gpkg", "atlases/yalama-baku-1920.gpkg",
                     "../atlases/yalama-baku-1920.gpkg"});
}

fs::path documents_dir()
{
    // NOLINTNEXTLINE(concurrency-mt-unsafe): nothing sets the environment while the program runs
    auto const value = [](char const *name) { return std::getenv(name); };
    if (char const *const given = value("XDG_DOCUMENTS_DIR"); given != nullptr && fs::is_directory(given)) {
        return given;
    }
    char const *const home = value("HOME");
    auto const base = home == nullptr ? fs::current_path() : fs::path{home};
    return fs::is_directory(base / "Documents") ? base / "Documents" : base;
}

std::filesystem::path own_program()
{
    return std::filesystem::read_symlink("/proc/self/exe");
}

} // namespace app
