#include "app/kiosk/atlas_shelf.hpp"

#include "app/core/atomic_file.hpp"

#include "geo/store/location.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace app {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

std::optional<fs::path> if_there(fs::path file)
{
    std::error_code failed;
    return fs::exists(file, failed) ? std::optional{std::move(file)} : std::nullopt;
}

bool same_bytes(fs::path const &one, fs::path const &other)
{
    std::error_code failed;
    if (fs::file_size(one, failed) != fs::file_size(other, failed) || failed) {
        return false;
    }
    std::ifstream a{one, std::ios::binary};
    std::ifstream b{other, std::ios::binary};
    using Bytes = std::istreambuf_iterator<char>;
    return std::equal(Bytes{a}, Bytes{}, Bytes{b}, Bytes{});
}

/// A text by name from a file that we wrote ourselves; nothing of a broken one counts.
std::map<std::string, std::string> read_texts(fs::path const &file)
{
    std::map<std::string, std::string> texts;
    auto const json = Json::parse(std::ifstream{file}, nullptr, false);
    if (json.is_object()) {
        for (auto const &[name, value] : json.items()) {
            if (value.is_string()) {
                texts[name] = value.get<std::string>();
            }
        }
    }
    return texts;
}

void write_texts(fs::path const &file, std::map<std::string, std::string> const &texts)
{
    write_atomically(file, std::string_view{Json(texts).dump(2) + "\n"});
}

} // namespace

AtlasShelf::AtlasShelf(fs::path const &state) : m_folder{state / "atlases"} {}

std::optional<fs::path> AtlasShelf::newest() const
{
    return if_there(m_folder / "newest.gpkg");
}

std::optional<fs::path> AtlasShelf::previous() const
{
    return if_there(m_folder / "previous.gpkg");
}

std::string AtlasShelf::origin() const
{
    auto const texts = read_texts(m_folder / "origin.json");
    auto const found = texts.find("origin");
    return found == texts.end() ? "" : found->second;
}

fs::path AtlasShelf::incoming() const
{
    std::error_code failed;
    fs::create_directories(m_folder, failed);
    if (failed) {
        throw std::runtime_error{fmt::format("{}: cannot be made: {}", m_folder.string(), failed.message())};
    }
    return m_folder / "incoming.gpkg";
}

AtlasShelf::Put AtlasShelf::put(std::string const &origin)
{
    auto const fresh = incoming();
    auto const last = newest();
    bool const same = last && same_bytes(fresh, *last);
    if (same) {
        fs::remove(fresh);
    } else {
        if (last) {
            fs::rename(*last, m_folder / "previous.gpkg");
        }
        fs::rename(fresh, m_folder / "newest.gpkg");
    }
    write_texts(m_folder / "origin.json", {{"origin", geo::shown(origin)}});
    return same ? Put::same : Put::fresh;
}

std::map<std::string, std::string> AtlasShelf::seen() const
{
    return read_texts(m_folder / "seen.json");
}

void AtlasShelf::remember_seen(std::map<std::string, std::string> const &seen) const
{
    try {
        (void)incoming(); // makes the folder
        write_texts(m_folder / "seen.json", seen);
    } catch (std::runtime_error const &) {
        // A full disk: after a restart they are looked at once more.
    }
}

} // namespace app
