// The table of all controls of the viewer: what each does when it is clicked, and that there is none beside.

#include "support/fake_ui.hpp"

#include "app/core/paths.hpp"
#include "app/scene/build_scene.hpp"
#include "app/state/reduce.hpp"
#include "app/story/stage.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <imgui_internal.h>

#include <functional>
#include <map>
#include <string>
#include <vector>

using app::Actions;
using test::FakeUi;

namespace {

using Does = std::function<bool(Actions const &)>;

/// Asks for something of this kind.
template <typename Wanted>
bool asks(Actions const &actions)
{
    return test::find<Wanted>(actions) != nullptr;
}

/// Opens a list or a field of its own, or fills the clipboard: nothing that the state would know.
bool is_its_own(Actions const & /*actions*/)
{
    return true;
}

template <app::Panel panel>
bool toggles(Actions const &actions)
{
    auto const *const found = test::find<app::TogglePanel>(actions);
    return found != nullptr && found->panel == panel;
}

struct Row
{
    char const *what;
    std::function<void(FakeUi &)> prepare;
    char const *window;
    std::vector<std::pair<std::string, Does>> controls; ///< by their id
    Does rest; ///< what all others do, such as the rows of a list; null: there are no others
};

void show(FakeUi &ui, app::Panel panel)
{
    if (!ui.state.panels.has(panel)) {
        ui.act(app::TogglePanel{panel});
    }
}

/// Leaves something to undo and something to redo.
void change_twice(FakeUi &ui)
{
    for (std::size_t const i : {0U, 1U}) {
        app::EventFilter filter;
        filter.confidence_off.at(i) = true;
        ui.act(app::SetFilter{filter});
    }
    ui.act(app::Undo{});
}

geo::Index index(auto const &features, char const *id)
{
    return static_cast<geo::Index>(*geo::index_of(features, id));
}

std::vector<std::pair<std::string, Does>> layers()
{
    std::vector<std::pair<std::string, Does>> all;
    for (auto const &name : app::layer_names()) {
        all.emplace_back(name, asks<app::ToggleLayer>);
    }
    return all;
}

std::vector<Row> const &table()
{
    static std::vector<Row> const rows{
        {"the tools",
         [](FakeUi &ui) {
             change_twice(ui);
         },
         "##tools",
         {{"undo", asks<app::Undo>},
          {"redo", asks<app::Redo>},
          {"layers", toggles<app::Panel::layers>},
          {"stories", toggles<app::Panel::stories>},
          {"desk", toggles<app::Panel::desk>},
          {"keys", toggles<app::Panel::keys>},
          {"menu", toggles<app::Panel::menu>},
          {"en", asks<app::SetLanguage>},
          {"az", asks<app::SetLanguage>},
          {"ru", asks<app::SetLanguage>}},
         nullptr},
        {"the timeline",
         [](FakeUi &) {},
         "##timeline",
         {{"previous", asks<app::StepEvent>},
          {"back", asks<app::StepTime>},
          {"play", asks<app::TogglePlay>},
          {"forward", asks<app::StepTime>},
          {"next", asks<app::StepEvent>},
          {"loop", asks<app::ToggleLoop>},
          {"lanes", asks<app::ToggleLanes>},
          {"##rate", is_its_own},
          {"date", asks<app::OpenDateEntry>},
          {"slider", is_its_own} /* its parts have tests of their own */},
         nullptr},
        {"the lanes of units", [](FakeUi &ui) { ui.act(app::ToggleLanes{}); }, "##timeline/", {}, asks<app::Reveal>},
        {"the date being typed", [](FakeUi &ui) { ui.act(app::OpenDateEntry{true}); }, "##timeline",
         {{"##date", is_its_own}}, is_its_own},
        {"the list of events",
         [](FakeUi &) {},
         "##events",
         {{"##search", is_its_own},
          {"filter", toggles<app::Panel::filter>},
          {"fold", toggles<app::Panel::events>}},
         nullptr},
        {"the rows of the list", [](FakeUi &) {}, "##events/list", {}, asks<app::GoToEvent>},
        {"the folded list", [](FakeUi &ui) { ui.act(app::TogglePanel{app::Panel::events}); }, "##events_tab",
         {{"unfold", toggles<app::Panel::events>}}, nullptr},
        {"the answers of a search", [](FakeUi &ui) { ui.act(app::TypeQuery{"baku"}); }, "##events/hits", {},
         asks<app::Reveal>},
        {"the filter",
         [](FakeUi &ui) {
             app::EventFilter some;
             some.confidence_off.at(2) = true;
             ui.act(app::SetFilter{some});
             show(ui, app::Panel::filter);
         },
         "##events/filter",
         {{"Show all", asks<app::SetFilter>},
          {"##place", is_its_own},
          {"##source", is_its_own},
          {"attested", asks<app::SetFilter>},
          {"probable", asks<app::SetFilter>},
          {"disputed", asks<app::SetFilter>}},
         asks<app::SetFilter>},
        {"the layers", [](FakeUi &ui) { show(ui, app::Panel::layers); }, "##layers", layers(), nullptr},
        {"the menu",
         [](FakeUi &ui) {
             change_twice(ui);
             show(ui, app::Panel::menu);
         },
         "##menu",
         {{"English", asks<app::SetLanguage>},
          {"Azərbaycanca", asks<app::SetLanguage>},
          {"Русский", asks<app::SetLanguage>},
          {"light", asks<app::SetTheme>},
          {"dark", asks<app::SetTheme>},
          {"high contrast", asks<app::SetTheme>},
          {"100 %", asks<app::SetScale>},
          {"125 %", asks<app::SetScale>},
          {"150 %", asks<app::SetScale>},
          {"175 %", asks<app::SetScale>},
          {"200 %", asks<app::SetScale>},
          {"250 %", asks<app::SetScale>},
          {"300 %", asks<app::SetScale>},
          {"Old Style date beside", asks<app::ShowOldStyle>},
          {"What each unit does", asks<app::ToggleLanes>},
          {"Open…", asks<app::ChooseFile>},
          {"Film, picture, data…", toggles<app::Panel::make>},
          {"Undo", asks<app::Undo>},
          {"Redo", asks<app::Redo>},
          {"Copy its code", asks<app::Say>},
          {"Go to the view whose code was copied", asks<app::PasteView>},
          {"Copy how to cite it", asks<app::Say>},
          {"Research", toggles<app::Panel::desk>},
          {"Keys", toggles<app::Panel::keys>}},
         asks<app::SetStyle>},
        {"the keys", [](FakeUi &ui) { show(ui, app::Panel::keys); }, "##keys",
         {{"Close", toggles<app::Panel::keys>}}, nullptr},
        {"a message", [](FakeUi &ui) { ui.act(app::GoToDate{"1920-13-01"}); }, "##notice",
         {{"dismiss", asks<app::Dismiss>}}, nullptr},
        {"the card of an event",
         [](FakeUi &ui) { ui.act(app::GoToEvent{index(ui.atlas->events, "ev050")}); },
         "##card", {{"close", asks<app::Select>}},
         [](Actions const &a) { return asks<app::GoTo>(a) || asks<app::Reveal>(a) || asks<app::Select>(a); }},
        {"the card of a unit",
         [](FakeUi &ui) {
             ui.act(app::SetInstant{test::at("1920-04-27T12:00")});
             ui.act(app::Select{{app::Kind::unit, index(ui.atlas->units, "r_atg")}});
         },
         "##card", {{"close", asks<app::Select>}, {"follow", asks<app::SetFollowing>}},
         [](Actions const &a) { return asks<app::GoTo>(a) || asks<app::Reveal>(a) || asks<app::Select>(a) || asks<app::ShowDesk>(a);
         }},
        {"the card of a place",
         [](FakeUi &ui) {
             ui.act(app::Select{{app::Kind::place, index(ui.atlas->places, "khachmaz")}});
         },
         "##card", {{"close", asks<app::Select>}}, asks<app::GoToEvent>},
        {"the stories to choose from", [](FakeUi &ui) { ui.act(app::TogglePanel{app::Panel::stories}); }, "##story",
         {{"close", toggles<app::Panel::stories>},
          {"Quiz on the atlas", asks<app::StartQuiz>},
          {"Present to a class (P)", asks<app::TogglePresenter>}},
         asks<app::OpenStory>},
        {"a step of a story", [](FakeUi &ui) { ui.act(app::OpenStory{0}); }, "##story",
         {{"close", asks<app::CloseStory>}, {"back", asks<app::AdvanceStory>}, {"on", asks<app::AdvanceStory>}},
         asks<app::GoToStep>},
        {"the text of a step", [](FakeUi &ui) { ui.act(app::OpenStory{0}); }, "##story/step",
         {{"A question", asks<app::AdvanceStory>},
          {"notes", is_its_own},
          {"Handout (PDF)", asks<app::WriteHandout>},
          {"Blind map (PDF)", asks<app::WriteHandout>},
          {"Present to a class (P)", asks<app::TogglePresenter>},
          {"Go on by itself", asks<app::SetAutomatic>},
          {"Skip what tells of killings", asks<app::SetSkipNoted>}},
         nullptr},
        {"the quiz", [](FakeUi &ui) { ui.act(app::StartQuiz{1, 3}); }, "##quiz",
         {{"close", asks<app::CloseQuiz>}, {"Show the answer", asks<app::ShowSolution>}}, asks<app::Choose>},
        {"a quiz that is answered",
         [](FakeUi &ui) {
             ui.act(app::StartQuiz{1, 3});
             ui.act(app::ShowSolution{});
         },
         "##quiz", {{"close", asks<app::CloseQuiz>}, {"Next question", asks<app::NextQuestion>}}, nullptr},
        {"the file chooser",
         [](FakeUi &ui) {
             ui.act(app::ChooseFile{});
             ui.act(app::NameFile{"walk.gpx"});
         },
         "##file_choice",
         {{"##name", is_its_own},
          {"All files", asks<app::ShowAllFiles>},
          {"Open over this map", asks<app::PickFile>},
          {"Open alone", asks<app::PickFile>},
          {"Cancel", asks<app::LeaveFileChoice>}},
         asks<app::VisitFolder>},
        {"what is being read", [](FakeUi &ui) { ui.opening = app::WorkShown{"large.gpx", 0.5, 9}; }, "##opening",
         {{"Cancel", asks<app::StopOpening>}}, nullptr},
        {"the files over the map, where there is none", [](FakeUi &ui) { show(ui, app::Panel::files); }, "##files",
         {{"Open…", asks<app::ChooseFile>}, {"Close", toggles<app::Panel::files>}}, nullptr},
        {"what can be written", [](FakeUi &ui) { show(ui, app::Panel::make); }, "##make",
         {{"Write it", asks<app::Make>}, {"Close", toggles<app::Panel::make>}}, asks<app::SetMaking>},
        {"what is being written",
         [](FakeUi &ui) {
             ui.making = app::WorkShown{"april.mp4", 0.5, 9};
             show(ui, app::Panel::make);
         },
         "##make",
         {{"Stop", asks<app::StopMaking>}, {"Close", toggles<app::Panel::make>}}, asks<app::SetMaking>},
        {"the tools of a presentation",
         [](FakeUi &ui) {
             ui.act(app::SetScreens{2});
             ui.act(app::TogglePresenter{});
         },
         "##presenter",
         {{"Back", asks<app::AdvanceStory>},
          {"On", asks<app::AdvanceStory>},
          {"Blank", asks<app::ToggleBlank>},
          {"Laser", asks<app::SetPointer>},
          {"Spotlight", asks<app::SetPointer>},
          {"Hide names", asks<app::ToggleBlind>},
          {"Timer", asks<app::SetTimer>},
          {"Quiz", asks<app::StartQuiz>},
          {"End", asks<app::TogglePresenter>}},
         asks<app::ShowLand>},
    };
    return rows;
}

/// The windows of this name: the panel itself, or for "##panel/child" its children of that name.
std::vector<ImGuiWindow *> windows_of(std::string const &name)
{
    std::vector<ImGuiWindow *> found;
    for (auto *const one : ImGui::GetCurrentContext()->Windows) {
        std::string_view const own{one->Name};
        bool const panel = name.find('/') == std::string::npos;
        if (one->Active && (panel ? own == name : own.starts_with(name))) {
            found.push_back(one);
        }
    }
    return found;
}

/// Clicks on every control of the window that is in sight.
void look_at(FakeUi &ui, ImGuiWindow &window, Row const &row, std::map<std::string, bool> &seen, std::string &faults)
{
    auto const r = window.Rect();
    for (auto const &control : ui.controls_in({r.Min.x, r.Min.y, r.GetWidth(), r.GetHeight()})) {
        ImGui::GetIO().MousePos = control.at;
        ui.frame();
        bool const of_child = ImGui::GetCurrentContext()->HoveredWindow != &window; // has a row of its own
        if (of_child || control.id == window.GetID("#SCROLLY") || control.id == window.GetID("#SCROLLX")) {
            continue;
        }
        auto const listed = std::ranges::find_if(
            row.controls, [&](auto const &entry) { return window.GetID(entry.first.c_str()) == control.id; });
        bool const known = listed != row.controls.end();
        auto const &does = known ? listed->second : row.rest;
        auto const name =
            known ? "'" + listed->first + "'" : fmt::format("a control at {:.0f}, {:.0f}", control.at.x, control.at.y);
        if (!does) {
            faults += name + " is not in the table; ";
            continue;
        }
        if (known) {
            seen[listed->first] = true;
        }
        auto const actions = ui.click(control.at.x, control.at.y);
        if (!does(actions)) {
            faults += name + " does not what the table says; ";
        }
        if (actions.empty()) {
            ui.click(control.at.x, control.at.y); // closes what opened
        }
    }
}

std::string faults_of(Row const &row)
{
    static auto const atlas = geo::load_atlas(app::bundled_atlas()).atlas;
    FakeUi ui{atlas, {1800, 1300}, "en", 1};
    row.prepare(ui);
    for (int i = 0; i < 4; ++i) {
        ui.live();
    }
    auto const windows = windows_of(row.window);
    if (windows.empty()) {
        return "is not shown";
    }
    std::string faults;
    std::map<std::string, bool> seen;
    for (auto *const window : windows) {
        for (float scroll = 0;; scroll += window->InnerRect.GetHeight() * 0.8F) {
            ImGui::SetScrollY(window, std::min(scroll, window->ScrollMax.y));
            ui.frame();
            look_at(ui, *window, row, seen, faults);
            if (scroll >= window->ScrollMax.y) {
                break;
            }
        }
    }
    for (auto const &[id, does] : row.controls) {
        if (!seen[id]) {
            faults += "'" + id + "' is not there; ";
        }
    }
    return faults;
}

} // namespace

TEST_CASE("every control of every panel does what the table says, and there is none beside")
{
    for (auto const &row : table()) {
        CAPTURE(std::string{row.what});
        CHECK_MESSAGE(faults_of(row) == "", std::string{row.what});
    }
}
