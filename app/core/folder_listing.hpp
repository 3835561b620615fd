#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace app {

struct FolderEntry
{
    std::string name; ///< UTF-8
    bool folder = false;
    bool atlas = false;      ///< a folder that can be opened as it is: an atlas, a File Geodatabase
    std::uintmax_t bytes = 0; ///< of a file
    std::string changed;     ///< day, "2026-11-30"
};

/// What is in a folder, as a file chooser shows it: folders first, then by name; hidden entries are left out.
struct FolderListing
{
    std::filesystem::path folder; ///< whole
    std::vector<FolderEntry> entries;
    std::string fault; ///< why it cannot be read; empty: it can
};

/// \param endings files with others are left out (".kml", lower case); empty: none is
[[nodiscard]] FolderListing list_folder(std::filesystem::path const &folder, std::span<std::string_view const> endings);

/// Whether a folder is opened as it is, not entered: an atlas, a File Geodatabase.
[[nodiscard]] bool opens_whole(std::filesystem::path const &folder);

/// A folder to begin from: home, documents, a disc that was put in.
struct Root
{
    std::string name; ///< a message id, or what a disc is called
    std::filesystem::path folder;
};
[[nodiscard]] std::vector<Root> folder_roots();

/// "1.4 MB"
[[nodiscard]] std::string size_text(std::uintmax_t bytes);

} // namespace app
