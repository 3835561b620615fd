// The panels of stories, quiz and presentation without a window: every control is found by the pointer and clicked.

#include "app/story/story_fixture.hpp"

#include "app/core/paths.hpp"
#include "app/scene/build_scene.hpp"
#include "app/story/stage.hpp"
#include "app/ui/load_fonts.hpp"
#include "app/ui/panels.hpp"

#include <doctest/doctest.h>
#include <imgui_internal.h>

#include <set>

namespace {

/// An ImGui context of its own, with all panels on the small atlas and its story.
class StoryUi
{
public:
    explicit StoryUi(app::Viewport viewport = {1400, 900})
    {
        view.act(app::Resize{viewport});
        ImGui::CreateContext();
        auto &io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.DisplaySize = {static_cast<float>(viewport.width), static_cast<float>(viewport.height)};
        m_fonts = app::load_fonts(*io.Fonts, 1);
        unsigned char *pixels = nullptr;
        int width = 0;
        int height = 0;
        io.Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
        apply(app::theme_of(app::ThemeId::light), 1);
        settle();
    }
    ~StoryUi() { ImGui::DestroyContext(); }
    StoryUi(StoryUi const &) = delete;
    StoryUi &operator=(StoryUi const &) = delete;

    app::Actions frame()
    {
        ImGui::GetIO().DeltaTime = 1 / 60.0F;
        ImGui::NewFrame();
        app::Actions actions;
        auto const world = state_at(*view.atlas, view.state.now);
        auto const layout = lay_out(view.state);
        app::PanelContext const context{
            *view.atlas, world,   view.state,         layout,   app::theme_of(view.state.theme),
            m_fonts,     m_texts, app::layer_names(), m_notice, view.projection,
            m_names,     m_styles};
        draw_panels(context, actions);
        ImGui::Render();
        return actions;
    }
    void settle()
    {
        for (int i = 0; i < 3; ++i) { // ImGui sizes its windows in the first frames
            frame();
        }
    }

    /// What every control within the rectangle does when it is clicked; the state is left as it is.
    app::Actions all_actions(app::PanelRect const &rect)
    {
        settle();
        app::Actions found;
        std::set<ImGuiID> clicked;
        auto &io = ImGui::GetIO();
        for (float y = rect.y + 4; y < rect.y + rect.height; y += 7) {
            for (float x = rect.x + 4; x < rect.x + rect.width; x += 11) {
                io.MousePos = {x, y};
                frame();
                auto const id = ImGui::GetCurrentContext()->HoveredId;
                if (id == 0 || !clicked.insert(id).second) {
                    continue;
                }
                io.MouseDown[0] = true;
                auto const down = frame();
                io.MouseDown[0] = false;
                auto const up = frame();
                found.insert(found.end(), down.begin(), down.end());
                found.insert(found.end(), up.begin(), up.end());
            }
        }
        return found;
    }

    test::StoryView view;

private:
    app::UiFonts m_fonts;
    app::Texts m_texts{app::locale_dir(), "en"};
    std::string m_notice;
    app::NameFinder m_names{view.atlas};
    std::vector<std::string> m_styles{"light"};
};

template <typename Wanted>
std::vector<Wanted> of(app::Actions const &actions)
{
    std::vector<Wanted> found;
    for (auto const &action : actions) {
        if (auto const *const one = std::get_if<Wanted>(&action)) {
            found.push_back(*one);
        }
    }
    return found;
}

} // namespace

TEST_CASE("the book opens and closes the list of stories")
{
    StoryUi ui;
    auto const tools = of<app::TogglePanel>(ui.all_actions(lay_out(ui.view.state).tools));
    CHECK(std::ranges::any_of(tools, [](auto const &a) { return a.panel == app::Panel::stories; }));
}

TEST_CASE("the chooser begins a story, a quiz, a presentation, and closes")
{
    StoryUi ui;
    ui.view.act(app::TogglePanel{app::Panel::stories});
    auto const actions = ui.all_actions(lay_out(ui.view.state).story);
    REQUIRE(of<app::OpenStory>(actions).size() == 1);
    CHECK(of<app::OpenStory>(actions).front().story == 0);
    CHECK(of<app::StartQuiz>(actions).size() == 1);
    CHECK(of<app::TogglePresenter>(actions).size() == 1);
    REQUIRE(of<app::TogglePanel>(actions).size() == 1);
    CHECK(of<app::TogglePanel>(actions).front().panel == app::Panel::stories);
}

TEST_CASE("a told step can be left in every direction, questioned, printed, presented and closed")
{
    StoryUi ui;
    ui.view.act(app::OpenStory{0});
    auto const actions = ui.all_actions(lay_out(ui.view.state).story);
    std::set<int> beats;
    for (auto const &action : of<app::AdvanceStory>(actions)) {
        beats.insert(action.beats);
    }
    CHECK(beats == std::set<int>{-1, 1});
    std::set<std::size_t> steps;
    for (auto const &action : of<app::GoToStep>(actions)) {
        steps.insert(action.step);
    }
    CHECK(steps == std::set<std::size_t>{0, 1, 2, 3});
    CHECK(of<app::CloseStory>(actions).size() == 1);
    auto const prints = of<app::WriteHandout>(actions);
    REQUIRE(prints.size() == 2);
    CHECK(prints.front().blind != prints.back().blind);
    CHECK(of<app::TogglePresenter>(actions).size() == 1);
    CHECK(of<app::SetAutomatic>(actions).size() == 1);
    CHECK(of<app::SetSkipNoted>(actions).size() == 1);
}

TEST_CASE("a noted step offers to be shown or skipped, and whoever looks about finds the way back")
{
    StoryUi ui;
    ui.view.act(app::OpenStory{0});
    ui.view.act(app::GoToStep{2});
    auto const noted = ui.all_actions(lay_out(ui.view.state).story);
    CHECK(of<app::SkipStep>(noted).size() == 1);
    CHECK(of<app::ReturnToStep>(noted).empty());
    ui.view.act(app::PanBy{50, 0});
    CHECK(of<app::ReturnToStep>(ui.all_actions(lay_out(ui.view.state).story)).size() == 1);
}

TEST_CASE("a quiz is answered by its buttons and closed")
{
    StoryUi ui;
    ui.view.act(app::StartQuiz{1, 3});
    REQUIRE(ui.view.state.quiz.open());
    auto const asked = ui.all_actions(lay_out(ui.view.state).story);
    CHECK(of<app::ShowSolution>(asked).size() == 1);
    CHECK(of<app::CloseQuiz>(asked).size() == 1);
    ui.view.act(app::ShowSolution{});
    CHECK(of<app::NextQuestion>(ui.all_actions(lay_out(ui.view.state).story)).size() == 1);
    while (!ui.view.state.quiz.over()) {
        ui.view.act(app::AdvanceStory{1});
    }
    CHECK(of<app::CloseQuiz>(ui.all_actions(lay_out(ui.view.state).story)).size() == 2); // the cross and the button
}

TEST_CASE("the choices of what came first are buttons")
{
    StoryUi ui;
    app::Question question;
    question.kind = app::QuestionKind::came_first;
    question.choices = {0};
    ui.view.state.quiz.questions =
        std::make_shared<std::vector<app::Question> const>(std::vector<app::Question>{question});
    auto const choices = of<app::Choose>(ui.all_actions(lay_out(ui.view.state).story));
    REQUIRE(choices.size() == 1);
    CHECK(choices.front().choice == 0);
}

TEST_CASE("while a class looks on, the bar rises only where the pointer touches the bottom, and has every tool")
{
    StoryUi ui;
    ui.view.act(app::TogglePresenter{});
    CHECK(ui.all_actions({0, 0, 1400, 900 * 0.75F}).empty());
    auto const actions = ui.all_actions({200, 900 * 0.81F, 1200, 900 * 0.19F});
    CHECK(of<app::AdvanceStory>(actions).size() == 2);
    CHECK(of<app::ToggleBlank>(actions).size() == 1);
    CHECK(of<app::SetPointer>(actions).size() == 2);
    CHECK(of<app::ToggleBlind>(actions).size() == 1);
    CHECK(of<app::SetTimer>(actions).size() == 1);
    CHECK(of<app::StartQuiz>(actions).size() == 1);
    CHECK(of<app::TogglePresenter>(actions).size() == 1);
    CHECK(of<app::ShowLand>(actions).size() == 1);
}

TEST_CASE("with a second screen the teacher has panels and bar at once")
{
    StoryUi ui;
    ui.view.act(app::SetScreens{2});
    ui.view.act(app::TogglePresenter{});
    ui.view.act(app::OpenStory{0});
    auto const map = app::stage_of(ui.view.state, *ui.view.atlas).map;
    auto const bar = ui.all_actions({map.left, map.bottom - 160, map.right - map.left, 160});
    CHECK(of<app::ToggleBlank>(bar).size() == 1);
    CHECK_FALSE(lay_out(ui.view.state).story.empty());
}
