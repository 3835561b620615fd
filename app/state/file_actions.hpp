#pragma once

#include "app/state/surroundings.hpp"
#include "app/state/viewer_state.hpp"

#include <string>
#include <variant>

namespace app {

// Choosing a file. carry_out() of each is in file_actions.cpp; none touches the disk.

/// Opens the file chooser.
struct ChooseFile
{
    FilePurpose purpose = FilePurpose::open;
};
struct LeaveFileChoice
{};
/// Shows the content of a folder. \param folder whole path
struct VisitFolder
{
    std::string folder;
};
/// Marks or types a name.
struct NameFile
{
    std::string name;
};
struct ShowAllFiles
{
    bool on = true;
};
/// The user is done choosing. The shell looks what is there: a folder is visited, a file becomes FileChosen, anything
/// else a message.
struct PickFile
{
    std::string path;   ///< as typed, relative to the folder that is shown
    bool alone = false; ///< FilePurpose::open: by itself, not over what is shown
};
/// A file that exists was chosen; the chooser closes. The shell carries out what it was chosen for.
struct FileChosen
{
    FilePurpose purpose = FilePurpose::open;
    std::string path; ///< whole
    bool alone = false;
};

/// What is being read is not wanted after all. The shell stops it.
struct StopOpening
{};

/// The times of a guest's layer stand in other columns than was guessed. The shell reads the file again.
struct SetTimeColumns
{
    std::string layer; ///< GuestLayer::id
    std::string begin; ///< "-": it has none
    std::string end;
};
/// A file is shown no more. The shell does so.
struct CloseFile
{
    std::string file;
};
/// The map goes to a guest's features, and the clock to their time. \param layer GuestLayer::id
struct GoToGuest
{
    std::string layer;
};

using FileActions = std::variant<ChooseFile, LeaveFileChoice, VisitFolder, NameFile, ShowAllFiles, PickFile,
                                 FileChosen, StopOpening, SetTimeColumns, CloseFile, GoToGuest>;

void carry_out(ChooseFile const &action, ViewerState &state, Surroundings const &in);
void carry_out(LeaveFileChoice const &action, ViewerState &state, Surroundings const &in);
void carry_out(VisitFolder const &action, ViewerState &state, Surroundings const &in);
void carry_out(NameFile const &action, ViewerState &state, Surroundings const &in);
void carry_out(ShowAllFiles const &action, ViewerState &state, Surroundings const &in);
void carry_out(PickFile const &action, ViewerState &state, Surroundings const &in);
void carry_out(FileChosen const &action, ViewerState &state, Surroundings const &in);
void carry_out(StopOpening const &action, ViewerState &state, Surroundings const &in);
void carry_out(SetTimeColumns const &action, ViewerState &state, Surroundings const &in);
void carry_out(CloseFile const &action, ViewerState &state, Surroundings const &in);
void carry_out(GoToGuest const &action, ViewerState &state, Surroundings const &in);

} // namespace app
