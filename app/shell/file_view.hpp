#pragma once

#include "app/core/paths.hpp"
#include "app/shell/product_maker.hpp"
#include "app/shell/session_opener.hpp"
#include "app/state/action.hpp"
#include "app/ui/files_data.hpp"

namespace app {

/// What the panels about files need of the disk and of work that goes on beside, kept from frame to frame.
class FileView
{
public:
    /// What the panels show. It refers to this object.
    [[nodiscard]] FilesData data(ViewerState const &state);
    /// What a picked path comes to: a folder to visit, a file that was chosen, or a message.
    [[nodiscard]] Action follow(PickFile const &picked, ViewerState const &state);
    /// The folder is to be read anew: it may have changed.
    void forget_folder() { m_listed = {}; }

    [[nodiscard]] SessionOpener &opener() { return m_opener; }
    [[nodiscard]] ProductMaker &maker() { return m_maker; }
    /// True once for every change of what is shown of the work that goes on.
    [[nodiscard]] bool moved();

private:
    [[nodiscard]] std::filesystem::path folder_of(FileChoice const &choice);
    void list(FileChoice const &choice);

    /// What m_listing was made for.
    struct Listed
    {
        std::filesystem::path folder;
        FilePurpose purpose = FilePurpose::open;
        bool all = false;
        friend bool operator==(Listed const &, Listed const &) = default;
    };
    Listed m_listed;
    FolderListing m_listing;
    std::vector<Root> m_roots;
    SessionOpener m_opener;
    ProductMaker m_maker{own_program()};
    std::string m_told; ///< of the work, in short
};

} // namespace app
