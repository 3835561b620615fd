// Panels driven without a window: clicks in, actions out.

#include "support/fake_ui.hpp"

#include "app/core/paths.hpp"
#include "app/scene/font_metrics.hpp"
#include "app/state/reduce.hpp"
#include "app/ui/widgets.hpp"

#include <doctest/doctest.h>
#include <imgui_internal.h>

#include <string>
#include <vector>

using test::FakeUi;
using test::find;

TEST_CASE("the buttons of the timeline play, step in time and step from event to event")
{
    FakeUi ui;
    CHECK(find<app::TogglePlay>(ui.click_on("##timeline", "play")) != nullptr);
    for (auto const &[id, steps] : {std::pair{"back", -1}, std::pair{"forward", 1}}) {
        auto const actions = ui.click_on("##timeline", id);
        REQUIRE(find<app::StepTime>(actions) != nullptr);
        CHECK(find<app::StepTime>(actions)->steps == steps);
    }
    for (auto const &[id, steps] : {std::pair{"previous", -1}, std::pair{"next", 1}}) {
        auto const actions = ui.click_on("##timeline", id);
        REQUIRE(find<app::StepEvent>(actions) != nullptr);
        CHECK(find<app::StepEvent>(actions)->steps == steps);
    }
    CHECK(find<app::ToggleLoop>(ui.click_on("##timeline", "loop")) != nullptr);
    CHECK(find<app::ToggleLanes>(ui.click_on("##timeline", "lanes")) != nullptr);
}

TEST_CASE("a click on the slider sets the clock to where it was clicked, and letting go ends the step of undo")
{
    FakeUi ui;
    auto const at = ui.where("##timeline", "slider");
    auto const &t = ui.layout().timeline;
    auto const actions = ui.click(t.x + t.width / 2, at.y + 30);
    REQUIRE(find<app::SetInstant>(actions) != nullptr);
    auto const middle = ui.state.ruler.begin + (ui.state.ruler.end - ui.state.ruler.begin) / 2;
    CHECK(std::chrono::abs(find<app::SetInstant>(actions)->at - middle) < std::chrono::hours{2});
    CHECK(find<app::EndGesture>(actions) != nullptr);
}

TEST_CASE("dragging over the slider with Shift brushes the span that is looped")
{
    FakeUi ui;
    auto const at = ui.where("##timeline", "slider");
    auto const &t = ui.layout().timeline;
    ImGui::GetIO().KeyShift = true;
    auto const actions = ui.drag({t.x + t.width / 4, at.y + 30}, {t.x + t.width / 2, at.y + 30});
    ImGui::GetIO().KeyShift = false;
    REQUIRE(find<app::SetLoop>(actions) != nullptr);
    REQUIRE(find<app::SetLoop>(actions)->span);
    CHECK(find<app::SetInstant>(actions) == nullptr);
    auto const &loop = *find<app::SetLoop>(actions)->span;
    // A quarter of the panel's width, of a track that the panel's margins make shorter.
    auto const whole = std::chrono::duration<double>(ui.state.ruler.end - ui.state.ruler.begin);
    auto const brushed = std::chrono::duration<double>(loop.end - loop.begin);
    double const track = static_cast<double>(t.width) - 48;
    CHECK(brushed / whole == doctest::Approx(static_cast<double>(t.width) / 4 / track).epsilon(0.01));
}

TEST_CASE("the wheel over the slider zooms the time about the pointer")
{
    FakeUi ui;
    auto const at = ui.where("##timeline", "slider");
    auto const &t = ui.layout().timeline;
    ImGui::GetIO().MousePos = {t.x + t.width / 2, at.y + 30};
    ui.frame();
    ImGui::GetIO().MouseWheel = 1;
    auto const actions = ui.frame();
    REQUIRE(find<app::ZoomRuler>(actions) != nullptr);
    CHECK(find<app::ZoomRuler>(actions)->factor > 1);
}

TEST_CASE("the date is pressed, a date typed, and Enter goes there")
{
    FakeUi ui;
    auto const opened = ui.click_on("##timeline", "date");
    REQUIRE(find<app::OpenDateEntry>(opened) != nullptr);
    ui.act(app::OpenDateEntry{true});
    ui.live();
    ui.live(); // the field takes the keys
    ui.type("1920-04-27T04:00");
    auto const actions = ui.press(ImGuiKey_Enter);
    REQUIRE(find<app::GoToDate>(actions) != nullptr);
    CHECK(find<app::GoToDate>(actions)->text == "1920-04-27T04:00");
    ui.act(*find<app::GoToDate>(actions));
    CHECK(ui.state.now == test::at("1920-04-27T04:00"));
    CHECK_FALSE(ui.state.typing.date_open);
}

TEST_CASE("the rate is chosen from a list, story pace first")
{
    FakeUi ui;
    auto const at = ui.where("##timeline", "##rate");
    ui.click(at.x, at.y);
    ui.frame();
    ui.frame();
    auto const chosen = ui.click_on("##Combo", "1 day a second");
    REQUIRE(find<app::SetRate>(chosen) != nullptr);
    CHECK(find<app::SetRate>(chosen)->rate == 86400);
    ui.click(at.x, at.y);
    ui.frame();
    ui.frame();
    auto const story = ui.click_on("##Combo", "story pace");
    REQUIRE(find<app::SetPace>(story) != nullptr);
    CHECK(find<app::SetPace>(story)->pace == app::Pace::story);
}

TEST_CASE("a click on an event in the list goes there")
{
    FakeUi ui;
    auto const &e = ui.layout().events;
    auto const controls = ui.controls_in({e.x, e.y + 50, e.width, e.height - 50});
    REQUIRE(controls.size() == 1);
    auto const actions = ui.click(controls[0].at.x, controls[0].at.y);
    REQUIRE(find<app::GoToEvent>(actions) != nullptr);
    CHECK(find<app::GoToEvent>(actions)->event == 0);
}

TEST_CASE("what is typed into the search field is found, and Enter goes to the first answer")
{
    FakeUi ui;
    ui.act(app::FocusSearch{});
    ui.live();
    ui.live();
    ui.type("tra");
    CHECK(ui.state.typing.query == "tra");
    auto const actions = ui.press(ImGuiKey_Enter);
    REQUIRE(find<app::Reveal>(actions) != nullptr);
    CHECK(find<app::Reveal>(actions)->what == app::Selection{app::Kind::unit, 0});
    ui.live();
    ui.live();
    CHECK_FALSE(ImGui::GetIO().WantTextInput); // the keys are the map's again
}

TEST_CASE("an answer of the search is pressed, and one that is none is said to be none")
{
    FakeUi ui;
    ui.act(app::TypeQuery{"east"});
    ui.live();
    ui.live();
    auto const &e = ui.layout().events;
    auto const controls = ui.controls_in({e.x, e.y + 50, e.width, 60});
    REQUIRE_FALSE(controls.empty());
    auto const actions = ui.click(controls[0].at.x, controls[0].at.y);
    REQUIRE(find<app::Reveal>(actions) != nullptr);
    CHECK(find<app::Reveal>(actions)->what == app::Selection{app::Kind::place, 2});
}

TEST_CASE("the filter opens, and its switches filter by kind, side and certainty")
{
    FakeUi ui;
    CHECK(find<app::TogglePanel>(ui.click_on("##events", "filter"))->panel == app::Panel::filter);
    ui.act(app::TogglePanel{app::Panel::filter});
    ui.live();
    ui.live();
    auto const attested = ui.click_on("##events/filter", "attested");
    REQUIRE(find<app::SetFilter>(attested) != nullptr);
    CHECK(find<app::SetFilter>(attested)->filter.confidence_off.at(0));
    ui.act(*find<app::SetFilter>(attested));
    ui.live();
    auto const all = ui.click_on("##events/filter", "Show all");
    REQUIRE(find<app::SetFilter>(all) != nullptr);
    CHECK(find<app::SetFilter>(all)->filter.empty());
}

TEST_CASE("the events fold away to a handle, which unfolds them")
{
    FakeUi ui;
    auto const folded = ui.click_on("##events", "fold");
    REQUIRE(find<app::TogglePanel>(folded) != nullptr);
    CHECK(find<app::TogglePanel>(folded)->panel == app::Panel::events);
    ui.act(app::TogglePanel{app::Panel::events});
    ui.live();
    CHECK(ui.layout().events.empty());
    CHECK(find<app::TogglePanel>(ui.click_on("##events_tab", "unfold"))->panel == app::Panel::events);
}

TEST_CASE("the tools undo, redo, and open layers, keys and menu")
{
    FakeUi ui;
    ui.act(app::SetInstant{test::at("1920-04-27")});
    ui.act(app::SetFilter{});
    ui.live();
    CHECK(find<app::Undo>(ui.click_on("##tools", "undo")) != nullptr);
    CHECK(find<app::Redo>(ui.click_on("##tools", "redo")) == nullptr); // there is nothing to be done again
    CHECK(find<app::TogglePanel>(ui.click_on("##tools", "layers"))->panel == app::Panel::layers);
    CHECK(find<app::TogglePanel>(ui.click_on("##tools", "keys"))->panel == app::Panel::keys);
    CHECK(find<app::TogglePanel>(ui.click_on("##tools", "menu"))->panel == app::Panel::menu);
    CHECK(find<app::SetLanguage>(ui.click_on("##tools", "en"))->code == "en");
}

TEST_CASE("layers are switched in their sheet")
{
    FakeUi ui;
    ui.act(app::TogglePanel{app::Panel::layers});
    ui.live();
    ui.live();
    CHECK(find<app::ToggleLayer>(ui.click_on("##layers", "rivers"))->name == "rivers");
}

TEST_CASE("the menu sets language, interface, size, style and what stands in the timeline")
{
    FakeUi ui;
    ui.act(app::TogglePanel{app::Panel::menu});
    ui.live();
    ui.live();
    CHECK(find<app::SetLanguage>(ui.click_on("##menu", "English"))->code == "en");
    CHECK(find<app::SetTheme>(ui.click_on("##menu", "high contrast"))->id == app::ThemeId::contrast);
    CHECK(find<app::SetScale>(ui.click_on("##menu", "150 %"))->scale == 1.5F);
    CHECK(find<app::ShowOldStyle>(ui.click_on("##menu", "Old Style date beside"))->on);
    CHECK(find<app::ToggleLanes>(ui.click_on("##menu", "What each unit does")) != nullptr);
}

TEST_CASE("the menu copies the code of the view and how to cite it, and goes to a copied view")
{
    FakeUi ui;
    ui.act(app::TogglePanel{app::Panel::menu});
    ui.live();
    ui.live();
    auto const copied = ui.click_on("##menu", "Copy its code");
    REQUIRE(find<app::Say>(copied) != nullptr);
    std::string const code = ImGui::GetClipboardText();
    CHECK(code.starts_with("mv1/small/1920-04-01T00:00:00/"));
    auto const pasted = ui.click_on("##menu", "Go to the view whose code was copied");
    REQUIRE(find<app::PasteView>(pasted) != nullptr);
    CHECK(find<app::PasteView>(pasted)->code == code);
    ui.click_on("##menu", "Copy how to cite it");
    std::string const citation = ImGui::GetClipboardText();
    CHECK(citation ==
          "Small. Marshrut atlas small, version 1. State of Thursday, 1 April 1920, 00:00 (local time). View " + code);
}

TEST_CASE("Tab walks through the panels, Space presses what the keys are at, Esc goes back to the map")
{
    FakeUi ui;
    ui.press(ImGuiKey_Tab);
    CHECK((ImGui::GetIO().ConfigFlags & ImGuiConfigFlags_NavEnableKeyboard) != 0);
    app::Actions actions;
    for (auto const key : {ImGuiKey_RightArrow, ImGuiKey_RightArrow, ImGuiKey_Space}) {
        auto const more = ui.press(key);
        actions.insert(actions.end(), more.begin(), more.end());
    }
    CHECK(find<app::TogglePanel>(actions) != nullptr);
    ui.press(ImGuiKey_Escape);
    CHECK((ImGui::GetIO().ConfigFlags & ImGuiConfigFlags_NavEnableKeyboard) == 0);
}

TEST_CASE("Tab comes to every panel that is open, stories and the desk too, and never to one that is not")
{
    FakeUi ui;
    ui.act(app::TogglePanel{app::Panel::stories});
    ui.act(app::TogglePanel{app::Panel::desk});
    ui.live();
    std::vector<std::string> walked;
    for (int presses = 0; presses < 4; ++presses) {
        ui.press(ImGuiKey_Tab);
        auto const *const focused = ImGui::GetCurrentContext()->NavWindow;
        REQUIRE(focused != nullptr);
        walked.emplace_back(focused->RootWindow->Name);
    }
    CHECK(walked == std::vector<std::string>{"##tools", "##story", "##desk", "##timeline"});
}

TEST_CASE("a message stands over the timeline until it is closed")
{
    FakeUi ui;
    ui.act(app::GoToDate{"1920-13-01"});
    ui.live();
    ui.live();
    CHECK(ui.state.message.fault);
    CHECK_FALSE(FakeUi::window_rect("##notice").empty());
    CHECK(find<app::Dismiss>(ui.click_on("##notice", "dismiss")) != nullptr);
    ui.act(app::Dismiss{});
    ui.live();
    CHECK(FakeUi::window_rect("##notice").empty());
}

TEST_CASE("the card of every kind of thing can be drawn, and closed")
{
    for (app::Selection const what : {app::Selection{app::Kind::event, 0},
                                      {app::Kind::unit, 0},
                                      {app::Kind::unit, 1},
                                      {app::Kind::place, 0},
                                      {app::Kind::region, 0},
                                      {app::Kind::line, 0}}) {
        FakeUi ui;
        ui.state.selection = what;
        ui.live();
        ui.live();
        auto const actions = ui.click_on("##card", "close");
        REQUIRE(find<app::Select>(actions) != nullptr);
        CHECK(find<app::Select>(actions)->what.kind == app::Kind::none);
    }
}

TEST_CASE("what lies under the pointer is told in lines as long as its name, and a long name breaks")
{
    FakeUi ui;
    ui.state.hovered = {app::Kind::place, 0};
    ImGui::GetIO().MousePos = {700, 400};
    ImGui::GetIO().WantCaptureMouse = false;
    app::PanelRect told;
    for (int frames = 0; frames < 4; ++frames) { // a tooltip takes the size of what it held a frame before
        ui.frame();
        told = FakeUi::window_rect("##Tooltip_00");
    }
    REQUIRE_FALSE(told.empty());
    CHECK(told.width > ImGui::CalcTextSize(ui.atlas->places[0].name.in("en").c_str()).x);
    CHECK(told.height < 4 * ImGui::GetTextLineHeight());
    CHECK(told.width < 360);
}

TEST_CASE("a place named on a card is pressed, and the map goes there")
{
    FakeUi ui;
    ui.act(app::GoToEvent{0});
    ui.live();
    ui.live();
    auto const &c = ui.layout().card;
    app::GoTo const *gone = nullptr;
    app::Actions actions;
    for (auto const &control : ui.controls_in(c)) {
        actions = ui.click(control.at.x, control.at.y);
        if ((gone = find<app::GoTo>(actions)) != nullptr) {
            break;
        }
    }
    REQUIRE(gone != nullptr);
    CHECK(gone->at == ui.atlas->places[0].at);
}

TEST_CASE("the card of a unit lets the map follow it or stand")
{
    FakeUi ui;
    ui.act(app::Select{{app::Kind::unit, 0}});
    CHECK(ui.state.following);
    ui.live();
    ui.live();
    auto const actions = ui.click_on("##card", "follow");
    REQUIRE(find<app::SetFollowing>(actions) != nullptr);
    CHECK_FALSE(find<app::SetFollowing>(actions)->on);
}

TEST_CASE("panels stay inside the window and off each other, from a small window to a large one")
{
    for (auto const &[viewport, scale] : {std::pair{app::Viewport{1024, 600}, 1.0F},
                                          {app::Viewport{1920, 1080}, 1.0F},
                                          {app::Viewport{1920, 1080}, 1.5F},
                                          {app::Viewport{3840, 2160}, 2.0F}}) {
        app::ViewerState state;
        state.viewport = viewport;
        state.ui_scale = scale;
        state.selection = {app::Kind::event, 0};
        auto const layout = lay_out(state);
        std::vector<app::PanelRect> const all{layout.title, layout.tools, layout.events, layout.card, layout.timeline};
        for (std::size_t i = 0; i < all.size(); ++i) {
            CAPTURE(i);
            CHECK_FALSE(all[i].empty());
            CHECK((all[i].x >= 0 && all[i].y >= 0));
            CHECK(all[i].x + all[i].width <= static_cast<float>(viewport.width));
            CHECK(all[i].y + all[i].height <= static_cast<float>(viewport.height));
            for (std::size_t k = i + 1; k < all.size(); ++k) {
                CHECK((all[i].x + all[i].width <= all[k].x || all[k].x + all[k].width <= all[i].x ||
                       all[i].y + all[i].height <= all[k].y || all[k].y + all[k].height <= all[i].y));
            }
        }
    }
}

TEST_CASE("where there is no room for both, the card takes the place of the events until it is closed")
{
    FakeUi ui{nullptr, {1024, 600}, "en", 2};
    CHECK_FALSE(ui.layout().events.empty());
    ui.act(app::Select{{app::Kind::place, 0}});
    ui.live();
    ui.live();
    auto const layout = ui.layout();
    CHECK(layout.events.empty());
    CHECK_FALSE(layout.card.empty());
    CHECK(layout.card.x > 0.4F * 1024);
    auto const actions = ui.click_on("##events_tab", "unfold");
    REQUIRE(find<app::Select>(actions) != nullptr);
    ui.act(app::Select{});
    CHECK_FALSE(ui.layout().events.empty());
}

TEST_CASE("text has a contrast of at least 4.5 to 1 with its ground in every theme, in high contrast 7 to 1")
{
    for (auto const id : {app::ThemeId::light, app::ThemeId::dark, app::ThemeId::contrast}) {
        auto const &theme = app::theme_of(id);
        double const least = id == app::ThemeId::contrast ? 7 : 4.5;
        CAPTURE(static_cast<int>(id));
        for (auto const ground : {theme.paper, theme.selected, theme.hovered, theme.note_ground}) {
            CHECK(app::contrast(theme.text, ground) >= least);
            CHECK(app::contrast(theme.secondary, ground) >= least);
            CHECK(app::contrast(theme.accent, ground) >= least);
        }
        CHECK(app::contrast(theme.text, theme.button) >= least);
        CHECK(app::contrast(theme.on_accent, theme.accent) >= least);
        CHECK(app::contrast(theme.on_chosen, theme.chosen) >= least);
    }
    CHECK(app::contrast({0, 0, 0, 255}, {255, 255, 255, 255}) == doctest::Approx(21));
}

TEST_CASE("so has the text of fields, lists, buttons and tables, and of the names of sides and categories")
{
    FakeUi ui;
    auto const atlas = geo::load_atlas(app::bundled_atlas()).atlas;
    for (auto const id : {app::ThemeId::light, app::ThemeId::dark, app::ThemeId::contrast}) {
        auto const &theme = app::theme_of(id);
        apply(theme, 1);
        double const least = id == app::ThemeId::contrast ? 7 : 4.5;
        auto const colour = [](ImGuiCol_ which) {
            auto const &c = ImGui::GetStyle().Colors[which];
            auto const byte = [](float v) { return static_cast<std::uint8_t>(v * 255 + 0.5F); };
            return app::Colour{byte(c.x), byte(c.y), byte(c.z), byte(c.w)};
        };
        for (auto const ground : {ImGuiCol_FrameBg, ImGuiCol_FrameBgHovered, ImGuiCol_FrameBgActive, ImGuiCol_PopupBg,
                                  ImGuiCol_Button, ImGuiCol_ButtonHovered, ImGuiCol_ButtonActive, ImGuiCol_Header,
                                  ImGuiCol_HeaderHovered, ImGuiCol_HeaderActive, ImGuiCol_TableHeaderBg}) {
            CAPTURE(std::string{ImGui::GetStyleColorName(ground)});
            CAPTURE(static_cast<int>(id));
            bool const clear = colour(ground).a == 0;
            CHECK((clear || colour(ground).a == 255));
            CHECK(app::contrast(colour(ImGuiCol_Text), clear ? theme.paper : colour(ground)) >= least);
        }
        CHECK(app::contrast(colour(ImGuiCol_TextDisabled), colour(ImGuiCol_FrameBg)) >= least); // "Search"
        for (auto const *const labels : {&atlas->info.sides, &atlas->info.categories}) {
            for (auto const &label : *labels) {
                auto const ink = app::readable(app::label_colour(*labels, label.id, theme.text), theme);
                CHECK(app::contrast(ink, theme.paper) >= 4.5);
            }
        }
    }
}

TEST_CASE("every letter of the bundled atlas can be shown in the panels")
{
    auto const shown = [](char32_t letter) {
        for (std::size_t i = 0; app::glyph_ranges[i] != 0; i += 2) {
            if (letter >= app::glyph_ranges[i] && letter <= app::glyph_ranges[i + 1]) {
                return true;
            }
        }
        return letter == U'\n';
    };
    auto const atlas = geo::load_atlas(app::bundled_atlas()).atlas;
    auto const check = [&](geo::LocalText const &text) {
        for (auto const &[language, words] : text.all()) {
            for (char32_t const letter : app::decode_utf8(words)) {
                CHECK_MESSAGE(shown(letter), words);
            }
        }
    };
    for (auto const &event : atlas->events) {
        check(event.title);
        check(event.summary);
        check(event.disagreement);
    }
    for (auto const &unit : atlas->units) {
        check(unit.name);
    }
    for (auto const &place : atlas->places) {
        check(place.name);
    }
    for (auto const &claim : atlas->claims) {
        check(claim.wording);
        check(claim.correction);
    }
}
