#include "app/shell/file_view.hpp"

#include "app/i18n/texts.hpp"
#include "app/ui/panel_file_choice.hpp"

#include <fmt/format.h>

#include <cstdlib>

namespace app {
namespace {

namespace fs = std::filesystem;

/// Where the chooser begins: where the program was started, unless that is nobody's folder.
fs::path first_folder()
{
    std::error_code gone;
    auto const here = fs::current_path(gone);
    auto const *const home = std::getenv("HOME");
    return (gone || here == "/") && home != nullptr ? fs::path{home} : here;
}

/// "~" is the user's home, as in a shell.
fs::path unfolded(std::string const &typed)
{
    auto const *const home = std::getenv("HOME");
    if (home != nullptr && (typed == "~" || typed.starts_with("~/"))) {
        return fs::path{home} / typed.substr(std::min<std::size_t>(2, typed.size()));
    }
    return typed;
}

} // namespace

fs::path FileView::folder_of(FileChoice const &choice)
{
    return choice.folder.empty() ? first_folder() : fs::path{choice.folder};
}

void FileView::list(FileChoice const &choice)
{
    Listed wanted{folder_of(choice), choice.purpose, choice.all};
    if (wanted == m_listed) {
        return;
    }
    m_listing = list_folder(wanted.folder, choice.all ? std::span<std::string_view const>{} : endings_for(choice.purpose));
    m_roots = folder_roots();
    m_listed = std::move(wanted);
}

FilesData FileView::data(ViewerState const &state)
{
    if (state.file_choice.open) {
        list(state.file_choice);
    } else {
        m_listed = {}; // read anew when it opens again
    }
    return {m_listing, m_roots, m_opener.shown(), m_maker.shown()};
}

Action FileView::follow(PickFile const &picked, ViewerState const &state)
{
    if (picked.path.starts_with("PG:")) {
        return FileChosen{state.file_choice.purpose, picked.path, picked.alone};
    }
    auto const path = (folder_of(state.file_choice) / unfolded(picked.path)).lexically_normal();
    std::error_code none;
    if (!fs::exists(path, none)) {
        return Say{{msg("There is no such file: {}"), path.string(), true}};
    }
    if (fs::is_directory(path, none) && !opens_whole(path)) {
        return VisitFolder{path.string()};
    }
    return FileChosen{state.file_choice.purpose, path.string(), picked.alone};
}

bool FileView::moved()
{
    std::string told;
    for (auto const &work : {m_opener.shown(), m_maker.shown()}) {
        told += work ? fmt::format("{} {:.0f} {:.0f}\n", work->what, work->share * 100, work->seconds) : "\n";
    }
    return std::exchange(m_told, told) != told;
}

} // namespace app
