#pragma once

#include "support/atlas_folder.hpp"

#include "app/state/name_finder.hpp"
#include "app/ui/desk_data.hpp"
#include "app/ui/files_data.hpp"
#include "app/ui/panels.hpp"

#include <imgui.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace test {

/// An ImGui context of its own with the viewer's panels and no window: clicks and keys in, actions out.
class FakeUi
{
public:
    /// On the small atlas of AtlasFolder, in English, at 1400×900.
    FakeUi();
    FakeUi(std::shared_ptr<geo::Atlas const> of, app::Viewport viewport, std::string const &language, float scale);
    ~FakeUi();
    FakeUi(FakeUi const &) = delete;
    FakeUi &operator=(FakeUi const &) = delete;

    /// Builds one frame; what the panels ask for is not carried out.
    app::Actions frame();
    /// Builds one frame and carries it out.
    void live();
    void act(app::Action const &action);
    /// All that a click there does.
    app::Actions click(float x, float y);
    /// All that happens while the button is dragged from one point to another.
    app::Actions drag(ImVec2 from, ImVec2 to);
    /// All that pressing a key does that ImGui knows by name.
    app::Actions press(ImGuiKey key, bool control = false, bool shift = false);
    void type(std::string const &utf8);

    /// A control that the pointer can hit, and where.
    struct Control
    {
        ImGuiID id = 0;
        ImVec2 at;
    };
    /// All controls within the rectangle, found by moving the pointer over it in steps, as a hand would.
    std::vector<Control> controls_in(app::PanelRect const &rect);
    /// The middle of the control with this id in the window of this name (or a child of it). Throws if there is none.
    ImVec2 where(std::string const &window, char const *id);
    /// All that a click on it does.
    app::Actions click_on(std::string const &window, char const *id);
    /// Where a window lies; empty if it is not shown.
    [[nodiscard]] static app::PanelRect window_rect(std::string const &name);

    [[nodiscard]] app::Layout layout() const { return lay_out(state); }

    AtlasFolder folder;
    std::shared_ptr<geo::Atlas const> atlas;
    geo::Projection projection;
    app::ViewerState state;
    std::string notice;
    std::vector<std::string> styles{"light", "dark"};
    geo::TableResult table{{"id", "name_en"}, {{"west", {"west", "West, the"}}}, 3, {}}; ///< of the researcher's desk
    std::vector<app::ScanStatus> scans;  ///< of the desk
    std::vector<app::LargeStatus> large; ///< guests too large to be read whole
    std::string saved;                                                                   ///< the table as it was saved
    app::FolderListing listing{"/maps", {}, {}}; ///< what the file chooser finds
    std::vector<app::Root> roots;
    std::optional<app::WorkShown> opening; ///< what is being read
    std::optional<app::WorkShown> making;  ///< what is being written

private:
    void build_type(float scale);

    app::UiFonts m_fonts;
    std::optional<app::Texts> m_texts;
    app::NameFinder m_names;
    float m_scale = 0;
    std::string m_clipboard;
};

/// The first action of a kind; null if there is none.
template <typename Wanted>
Wanted const *find(app::Actions const &actions)
{
    for (auto const &action : actions) {
        if (auto const *const found = std::get_if<Wanted>(&action)) {
            return found;
        }
    }
    return nullptr;
}

} // namespace test
