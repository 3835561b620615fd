// No text of the interface is cut, covered or too small: at every size and scale, in every language.

#include "support/drawn_text.hpp"
#include "support/fake_ui.hpp"

#include "app/core/paths.hpp"
#include "app/state/reduce.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace {

struct Case
{
    app::Viewport viewport;
    float scale;
};

std::vector<Case> all_cases()
{
    std::vector<Case> cases;
    for (app::Viewport const viewport : {app::Viewport{1024, 600}, {1920, 1080}, {3840, 2160}}) {
        for (float const scale : {1.0F, 1.5F, 2.0F}) {
            cases.push_back({viewport, scale});
        }
    }
    return cases;
}

/// Faults of what is shown after these actions, with the case they stand in; the first few.
void check_text(test::FakeUi &ui, std::string const &what)
{
    for (int i = 0; i < 4; ++i) { // windows find their size
        ui.live();
    }
    auto faults = test::faults_of_drawn_text();
    auto const count = faults.size();
    faults.resize(std::min<std::size_t>(count, 4));
    CHECK_MESSAGE(count == 0, fmt::format("{} {}x{} at {} in {}: {} faults: {}", what, ui.state.viewport.width,
                                          ui.state.viewport.height, ui.state.ui_scale, ui.state.language, count,
                                          fmt::join(faults, "; ")));
}

void check_language(std::string const &language)
{
    auto const atlas = geo::load_atlas(app::bundled_atlas()).atlas;
    auto const noon = test::at("1920-04-27T12:00");
    for (auto const &[viewport, scale] : all_cases()) {
        test::FakeUi ui{atlas, viewport, language, scale};
        ui.act(app::SetInstant{noon});
        check_text(ui, "opening view");
        ui.act(app::SetPace{app::Pace::story});
        ui.act(app::ShowOldStyle{true});
        ui.act(app::ToggleLanes{});
        check_text(ui, "story pace, Old Style, lanes");
        ui.act(app::ToggleLanes{});
        ui.act(app::StepEvent{1});
        check_text(ui, "card of an event");
        ui.act(app::Select{{app::Kind::unit, *geo::index_of(atlas->units, "r_atg")}});
        check_text(ui, "card of a unit");
        ui.act(app::Select{{app::Kind::place, *geo::index_of(atlas->places, "baku")}});
        ui.act(app::TypeQuery{"baku"});
        check_text(ui, "card of a place, search");
        ui.act(app::TypeQuery{""});
        ui.act(app::TogglePanel{app::Panel::filter});
        check_text(ui, "filter");
        ui.act(app::TogglePanel{app::Panel::filter});
        ui.act(app::TogglePanel{app::Panel::menu});
        check_text(ui, "menu");
        ui.act(app::TogglePanel{app::Panel::menu});
        ui.act(app::TogglePanel{app::Panel::layers});
        check_text(ui, "layers");
        ui.act(app::TogglePanel{app::Panel::layers});
        ui.act(app::TogglePanel{app::Panel::keys});
        check_text(ui, "keys");
        ui.act(app::TogglePanel{app::Panel::keys});
        ui.act(app::TogglePanel{app::Panel::make});
        for (auto const product : {app::Product::film, app::Product::picture, app::Product::data}) {
            app::Making making;
            making.product = product;
            ui.act(app::SetMaking{making});
            check_text(ui, "what can be written");
        }
        ui.making = app::WorkShown{"april.mp4", 0.5, 9};
        check_text(ui, "what is being written");
        ui.making.reset();
        ui.act(app::TogglePanel{app::Panel::make});
        ui.listing = {"/home/somebody/maps",
                      {{"old", true, false, 0, "2026-11-01"}, {"a.gpx", false, false, 9, "2026-11-02"}},
                      {}};
        ui.act(app::ChooseFile{});
        check_text(ui, "file chooser");
        ui.act(app::LeaveFileChoice{});
        ui.opening = app::WorkShown{"large.gpkg", 0.5, 9};
        check_text(ui, "what is being read");
        ui.opening.reset();
        ui.act(app::GoToDate{"1920-13-45"});
        check_text(ui, "message");
    }
}

void check_desk(std::string const &language)
{
    auto const atlas = geo::load_atlas(app::bundled_atlas()).atlas;
    for (auto const &[viewport, scale] : all_cases()) {
        test::FakeUi ui{atlas, viewport, language, scale};
        ui.act(app::SetInstant{test::at("1920-04-27T12:00")});
        ui.act(app::Select{{app::Kind::unit, *geo::index_of(atlas->units, "r_atg")}});
        ui.act(app::TogglePanel{app::Panel::card});
        ui.act(app::TogglePanel{app::Panel::desk});
        for (auto const tab : {app::DeskTab::sources, app::DeskTab::itinerary, app::DeskTab::graph,
                               app::DeskTab::measure, app::DeskTab::table, app::DeskTab::scans}) {
            ui.state.desk.tab = tab;
            check_text(ui, fmt::format("tab {} of the desk", static_cast<int>(tab)));
        }
    }
}

/// Every beat of a step: its text, its question, its answer.
void check_step(test::FakeUi &ui, std::size_t step)
{
    ui.act(app::GoToStep{step});
    check_text(ui, fmt::format("step {}", step));
    for (char const *const beat : {"question", "answer"}) {
        ui.act(app::AdvanceStory{1});
        check_text(ui, fmt::format("{} of step {}", beat, step));
    }
}

void check_stories(std::string const &language)
{
    auto const atlas = geo::load_atlas(app::bundled_atlas()).atlas;
    for (auto const &[viewport, scale] : all_cases()) {
        test::FakeUi ui{atlas, viewport, language, scale};
        ui.act(app::TogglePanel{app::Panel::stories});
        check_text(ui, "stories to choose from");
        ui.act(app::OpenStory{static_cast<geo::Index>(*geo::index_of(atlas->stories, "five-days"))});
        check_step(ui, 0);
        check_step(ui, 9);
        ui.act(app::GoToStep{1});
        check_text(ui, "a step with a note before it");
        ui.act(app::PanBy{40, 0});
        check_text(ui, "looking about in a story");
        ui.act(app::CloseStory{});
        ui.act(app::StartQuiz{1, 4});
        for (int i = 0; i < 4; ++i) {
            check_text(ui, "question of the quiz");
            ui.act(app::ShowSolution{});
            check_text(ui, "its answer");
            ui.act(app::NextQuestion{});
        }
        check_text(ui, "result of the quiz");
        ui.act(app::CloseQuiz{});
        ui.act(app::SetScreens{2});
        ui.act(app::TogglePresenter{});
        ui.act(app::SetTimer{5});
        check_text(ui, "tools of a presentation");
    }
}

} // namespace

TEST_CASE("no text of the interface is cut or covered in English")
{
    check_language("en");
}

TEST_CASE("no text of the interface is cut or covered in Azerbaijani")
{
    check_language("az");
}

TEST_CASE("no text of the interface is cut or covered in Russian")
{
    check_language("ru");
}

TEST_CASE("nor is any in the panels of stories, quiz and presentation, in English")
{
    check_stories("en");
}

TEST_CASE("nor is any in the panels of stories, quiz and presentation, in Azerbaijani")
{
    check_stories("az");
}

TEST_CASE("nor is any in the panels of stories, quiz and presentation, in Russian")
{
    check_stories("ru");
}

TEST_CASE("nor is any on the researcher's desk, in English")
{
    check_desk("en");
}

TEST_CASE("nor is any on the researcher's desk, in Azerbaijani")
{
    check_desk("az");
}

TEST_CASE("nor is any on the researcher's desk, in Russian")
{
    check_desk("ru");
}

TEST_CASE("no type of the interface is smaller than 12 pixels in any window from 1024x600 up")
{
    for (auto const &[viewport, scale] : all_cases()) {
        test::FakeUi ui{nullptr, viewport, "en", scale};
        for (auto const *const font : ImGui::GetIO().Fonts->Fonts) {
            CHECK(font->FontSize / 1.362F >= 12); // ImGui counts from ascender to descender
        }
    }
}

TEST_CASE("the check of drawn text sees text that is cut, text that is covered and letters one under another")
{
    test::FakeUi ui;
    auto &io = ImGui::GetIO();
    auto const draw = [&](auto const &content) {
        ImGui::NewFrame();
        ImGui::SetNextWindowPos({0, 0});
        ImGui::SetNextWindowSize({200, 100});
        ImGui::Begin("probe", nullptr, ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoDecoration);
        content();
        ImGui::End();
        ImGui::Render();
    };
    io.DeltaTime = 1 / 60.0F;
    draw([] { ImGui::TextUnformatted("fits"); });
    CHECK(test::faults_of_drawn_text().empty());
    draw([] { ImGui::TextUnformatted("WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW"); });
    CHECK_FALSE(test::faults_of_drawn_text().empty());
    draw([] {
        ImGui::TextUnformatted("one");
        ImGui::SetCursorPos({ImGui::GetStyle().WindowPadding.x, ImGui::GetStyle().WindowPadding.y});
        ImGui::TextUnformatted("two");
    });
    CHECK_FALSE(test::faults_of_drawn_text().empty());
    draw([] {
        ImGui::PushTextWrapPos(ImGui::GetStyle().WindowPadding.x + 1);
        ImGui::TextUnformatted("stacked");
        ImGui::PopTextWrapPos();
    });
    CHECK_FALSE(test::faults_of_drawn_text().empty());
}
