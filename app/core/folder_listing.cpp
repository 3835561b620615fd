#include "app/core/folder_listing.hpp"

#include "app/core/paths.hpp"
#include "app/i18n/texts.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <sys/stat.h>

namespace app {
namespace {

namespace fs = std::filesystem;

std::string lower(std::string text)
{
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

FolderEntry entry_of(fs::path const &path)
{
    FolderEntry entry{path.filename().string(), false, false, 0, {}};
    struct stat info
    {};
    if (stat(path.c_str(), &info) != 0) {
        return entry; // a link to nowhere
    }
    entry.folder = S_ISDIR(info.st_mode);
    entry.atlas = entry.folder && opens_whole(path);
    entry.bytes = static_cast<std::uintmax_t>(info.st_size);
    entry.changed = fmt::format("{:%Y-%m-%d}", fmt::localtime(info.st_mtime));
    return entry;
}

} // namespace

bool opens_whole(fs::path const &folder)
{
    std::error_code ignored;
    return lower(folder.extension().string()) == ".gdb" || fs::exists(folder / "atlas.json", ignored);
}

FolderListing list_folder(fs::path const &folder, std::span<std::string_view const> endings)
{
    FolderListing listing{folder, {}, {}};
    std::error_code fault;
    fs::directory_iterator entries{folder, fs::directory_options::none, fault};
    for (; !fault && entries != fs::directory_iterator{}; entries.increment(fault)) {
        auto const &path = entries->path();
        auto const name = path.filename().string();
        if (name.starts_with('.')) {
            continue;
        }
        auto entry = entry_of(path);
        bool const wanted = entry.folder || endings.empty() ||
                            std::ranges::find(endings, lower(path.extension().string())) != endings.end();
        if (wanted) {
            listing.entries.push_back(std::move(entry));
        }
    }
    if (fault) {
        listing.fault = fault.message();
    }
    std::ranges::sort(listing.entries, [](FolderEntry const &a, FolderEntry const &b) {
        return a.folder != b.folder ? a.folder : std::pair{lower(a.name), a.name} < std::pair{lower(b.name), b.name};
    });
    return listing;
}

std::vector<Root> folder_roots()
{
    std::vector<Root> roots;
    auto const *const home = std::getenv("HOME");
    if (home != nullptr && fs::path{home}.is_absolute()) {
        roots.push_back({msg("Home folder"), home});
    }
    if (auto const documents = documents_dir(); !documents.empty() && (home == nullptr || documents != home)) {
        roots.push_back({msg("Documents"), documents});
    }
    auto const *const user = std::getenv("USER");
    for (fs::path const media : {"/media", "/run/media"}) {
        std::error_code none;
        for (auto const &disc : fs::directory_iterator{user == nullptr ? media : media / user, none}) {
            if (disc.is_directory(none)) {
                roots.push_back({disc.path().filename().string(), disc.path()});
            }
        }
    }
    return roots;
}

std::string size_text(std::uintmax_t bytes)
{
    constexpr std::array units{"B", "kB", "MB", "GB", "TB"};
    auto size = static_cast<double>(bytes);
    std::size_t unit = 0;
    for (; size >= 1000 && unit + 1 < units.size(); ++unit) {
        size /= 1000;
    }
    return fmt::format("{:.{}f} {}", size, unit > 0 && size < 10 ? 1 : 0, units[unit]);
}

} // namespace app
