// The file chooser, driven without a window and without a disk.

#include "support/fake_ui.hpp"

#include <doctest/doctest.h>

using test::FakeUi;
using test::find;

namespace {

/// The chooser over a folder of three: a folder, an atlas, a file.
void open_chooser(FakeUi &ui, app::FilePurpose purpose = app::FilePurpose::open)
{
    ui.listing = {"/maps/old",
                  {{"scans", true, false, 0, "2026-11-01"},
                   {"war", true, true, 0, "2026-11-02"},
                   {"walk.gpx", false, false, 1'400'000, "2026-11-03"}},
                  {}};
    ui.act(app::ChooseFile{purpose});
    ui.live();
    ui.live();
}

/// A click on the n-th entry of the list.
app::Actions click_entry(FakeUi &ui, int n)
{
    auto const window = FakeUi::window_rect("##file_choice");
    std::vector<app::Actions> of_rows;
    std::string last;
    // Rows lie one under the other: the first that answers is entry 0.
    for (float y = window.y + 60; y < window.y + window.height - 140; y += 12) {
        auto actions = ui.click(window.x + 60, y);
        auto const *const named = find<app::NameFile>(actions);
        auto const *const visited = find<app::VisitFolder>(actions);
        auto const what = named != nullptr ? named->name : visited != nullptr ? visited->folder : std::string{};
        bool const above = visited != nullptr && !visited->folder.starts_with("/maps/old/");
        if (what.empty() || above || what == last) {
            continue;
        }
        last = what;
        of_rows.push_back(std::move(actions));
    }
    REQUIRE(static_cast<std::size_t>(n) < of_rows.size());
    return of_rows[static_cast<std::size_t>(n)];
}

} // namespace

TEST_CASE("the menu opens the file chooser, and Cancel closes it")
{
    FakeUi ui;
    ui.act(app::TogglePanel{app::Panel::menu});
    for (int i = 0; i < 4; ++i) { // the sheet finds its size
        ui.live();
    }
    auto const actions = ui.click_on("##menu", "Open…");
    REQUIRE(find<app::ChooseFile>(actions) != nullptr);
    open_chooser(ui);
    CHECK_FALSE(ui.state.panels.has(app::Panel::menu));
    CHECK_FALSE(FakeUi::window_rect("##file_choice").empty());
    CHECK(find<app::LeaveFileChoice>(ui.click_on("##file_choice", "Cancel")) != nullptr);
    ui.act(app::LeaveFileChoice{});
    ui.live();
    CHECK(FakeUi::window_rect("##file_choice").empty());
}

TEST_CASE("in the file chooser a folder is entered, an atlas and a file are marked")
{
    FakeUi ui;
    open_chooser(ui);
    auto const folder = click_entry(ui, 0);
    REQUIRE(find<app::VisitFolder>(folder) != nullptr);
    CHECK(find<app::VisitFolder>(folder)->folder == "/maps/old/scans");
    auto const atlas = click_entry(ui, 1);
    REQUIRE(find<app::NameFile>(atlas) != nullptr);
    CHECK(find<app::NameFile>(atlas)->name == "war");
    auto const file = click_entry(ui, 2);
    REQUIRE(find<app::NameFile>(file) != nullptr);
    CHECK(find<app::NameFile>(file)->name == "walk.gpx");
}

TEST_CASE("a marked file is opened over the map or alone, a scan is just opened")
{
    FakeUi ui;
    open_chooser(ui);
    CHECK(find<app::PickFile>(ui.click_on("##file_choice", "Open alone")) == nullptr); // nothing is marked
    ui.act(app::NameFile{"walk.gpx"});
    auto const over = ui.click_on("##file_choice", "Open over this map");
    REQUIRE(find<app::PickFile>(over) != nullptr);
    CHECK(find<app::PickFile>(over)->path == "walk.gpx");
    CHECK_FALSE(find<app::PickFile>(over)->alone);
    auto const alone = ui.click_on("##file_choice", "Open alone");
    REQUIRE(find<app::PickFile>(alone) != nullptr);
    CHECK(find<app::PickFile>(alone)->alone);
    open_chooser(ui, app::FilePurpose::scan);
    ui.act(app::NameFile{"sheet.tif"});
    CHECK(find<app::PickFile>(ui.click_on("##file_choice", "Open")) != nullptr);
}

TEST_CASE("a folder that cannot be read says why, and an empty one that it is")
{
    FakeUi ui;
    open_chooser(ui);
    ui.listing = {"/root", {}, "Permission denied"};
    ui.live(); // the words are on the screen; that they fit is the test of texts
    CHECK_FALSE(FakeUi::window_rect("##file_choice").empty());
}

TEST_CASE("a name that is typed is picked with Enter")
{
    FakeUi ui;
    open_chooser(ui);
    ui.type("~/maps/walk.gpx");
    CHECK(ui.state.file_choice.name == "~/maps/walk.gpx");
    auto const actions = ui.press(ImGuiKey_Enter);
    REQUIRE(find<app::PickFile>(actions) != nullptr);
    CHECK(find<app::PickFile>(actions)->path == "~/maps/walk.gpx");
}

TEST_CASE("what is read for long is shown with its progress, and can be stopped")
{
    FakeUi ui;
    ui.opening = app::WorkShown{"large.gpkg", 0.25, 0.1};
    ui.live();
    CHECK(FakeUi::window_rect("##opening").empty()); // read at once: no word about it
    ui.opening->seconds = 3;
    ui.live();
    ui.live();
    CHECK_FALSE(FakeUi::window_rect("##opening").empty());
    CHECK(find<app::StopOpening>(ui.click_on("##opening", "Cancel")) != nullptr);
}
