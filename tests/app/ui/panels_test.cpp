// Panels driven without a window: clicks in, actions out.

#include "support/atlas_folder.hpp"

#include "app/core/paths.hpp"
#include "app/scene/build_scene.hpp"
#include "app/scene/font_metrics.hpp"
#include "app/state/reduce.hpp"
#include "app/ui/desk_data.hpp"
#include "app/ui/panels.hpp"

#include <doctest/doctest.h>

namespace {

/// An ImGui context of its own, with the panels on the small atlas.
class FakeUi
{
public:
    FakeUi()
    {
        ImGui::CreateContext();
        auto &io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.DisplaySize = {1400, 900};
        auto const add = [&](app::Face face, float size) {
            return io.Fonts->AddFontFromFileTTF(app::font_file(face).c_str(), size);
        };
        m_fonts = {add(app::Face::sans, 18),      add(app::Face::sans_bold, 18), add(app::Face::sans, 21),
                   add(app::Face::sans_bold, 27), add(app::Face::sans_bold, 31), add(app::Face::sans_bold, 40)};
        unsigned char *pixels = nullptr;
        int width = 0;
        int height = 0;
        io.Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
        apply(app::Theme{}, 1);
        frame();
        frame(); // ImGui sizes its windows in the first frames
    }
    ~FakeUi() { ImGui::DestroyContext(); }
    FakeUi(FakeUi const &) = delete;
    FakeUi &operator=(FakeUi const &) = delete;

    app::Actions frame()
    {
        ImGui::GetIO().DeltaTime = 1 / 60.0F;
        ImGui::NewFrame();
        app::Actions actions;
        auto const shown = geo::filtered(*atlas, state_at(*atlas, state.now), state.desk.filter);
        auto const &world = shown.world;
        app::DeskData desk{projection, shown, {47, 40, 51, 42}, geo::LonLat{49, 41}, nullptr,
                           {},         {},    &table,           {"places"},          {}};
        desk.save_table = [this](std::string const &csv) { saved = csv; };
        app::Theme const theme;
        app::PanelContext const context{*atlas, world, state, layout(), theme, m_fonts, m_texts, app::layer_names(),
                                        notice, &desk};
        draw_panels(context, actions);
        ImGui::Render();
        return actions;
    }

    /// All that a click there does.
    app::Actions click(float x, float y)
    {
        auto &io = ImGui::GetIO();
        io.MousePos = {x, y};
        frame();
        io.MouseDown[0] = true;
        auto actions = frame();
        io.MouseDown[0] = false;
        auto const more = frame();
        actions.insert(actions.end(), more.begin(), more.end());
        return actions;
    }

    [[nodiscard]] app::Layout layout() const { return lay_out(state); }

    test::AtlasFolder folder;
    std::shared_ptr<geo::Atlas const> atlas = folder.load().atlas;
    geo::Projection projection{atlas->info.crs, atlas->info.home};
    app::ViewerState state = app::opening_state({*atlas, projection}, {1400, 900});
    std::string notice;
    geo::TableResult table{{"id", "name_en"}, {{"west", {"west", "West, the"}}}, 3, {}};
    std::string saved;

private:
    app::UiFonts m_fonts;
    app::Texts m_texts{app::locale_dir(), "en"};
};

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

} // namespace

TEST_CASE("the play button plays")
{
    FakeUi ui;
    auto const &t = ui.layout().timeline;
    CHECK(find<app::TogglePlay>(ui.click(t.x + 22 + 44 + 8 + 26, t.y + 14 + 26)) != nullptr);
}

TEST_CASE("the buttons beside it step from event to event")
{
    FakeUi ui;
    auto const &t = ui.layout().timeline;
    auto const back = ui.click(t.x + 22 + 22, t.y + 14 + 26);
    REQUIRE(find<app::StepEvent>(back) != nullptr);
    CHECK(find<app::StepEvent>(back)->steps == -1);
    auto const on = ui.click(t.x + 22 + 44 + 8 + 52 + 8 + 22, t.y + 14 + 26);
    REQUIRE(find<app::StepEvent>(on) != nullptr);
    CHECK(find<app::StepEvent>(on)->steps == 1);
}

TEST_CASE("a click on the slider sets the clock to where it was clicked")
{
    FakeUi ui;
    auto const &t = ui.layout().timeline;
    auto const actions = ui.click(t.x + t.width / 2, t.y + 14 + 52 + 6 + 30);
    REQUIRE(find<app::SetInstant>(actions) != nullptr);
    auto const middle = ui.state.ruler.begin + (ui.state.ruler.end - ui.state.ruler.begin) / 2;
    CHECK(std::chrono::abs(find<app::SetInstant>(actions)->at - middle) < std::chrono::hours{2});
}

TEST_CASE("the wheel over the slider zooms the time")
{
    FakeUi ui;
    auto const &t = ui.layout().timeline;
    ImGui::GetIO().MousePos = {t.x + t.width / 2, t.y + 14 + 52 + 6 + 30};
    ui.frame();
    ImGui::GetIO().MouseWheel = 1;
    auto const actions = ui.frame();
    REQUIRE(find<app::ZoomRuler>(actions) != nullptr);
    CHECK(find<app::ZoomRuler>(actions)->factor > 1);
}

TEST_CASE("a click on an event in the list goes there and selects it")
{
    FakeUi ui;
    auto const &e = ui.layout().events;
    auto const actions = ui.click(e.x + 120, e.y + 80);
    REQUIRE(find<app::GoToEvent>(actions) != nullptr);
    CHECK(find<app::GoToEvent>(actions)->event == 0);
}

TEST_CASE("the card of every kind of thing can be drawn, and closed")
{
    for (app::Selection const what :
         {app::Selection{app::Kind::event, 0}, {app::Kind::unit, 0}, {app::Kind::unit, 1}, {app::Kind::place, 0}}) {
        FakeUi ui;
        ui.state.selection = what;
        ui.frame();
        ui.frame();
        auto const &c = ui.layout().card;
        auto const actions = ui.click(c.x + c.width - 20 - 15, c.y + 16 + 15);
        REQUIRE(find<app::Select>(actions) != nullptr);
        CHECK(find<app::Select>(actions)->what.kind == app::Kind::none);
    }
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

TEST_CASE("the desk lies between the other panels, above the timeline, and the lens opens it")
{
    FakeUi ui;
    CHECK(ui.layout().desk.empty());
    auto const &tools = ui.layout().tools;
    auto const opened = ui.click(tools.x + 8 + 40 + 8 + 40 + 8 + 20, tools.y + 28);
    REQUIRE(find<app::TogglePanel>(opened) != nullptr);
    CHECK(find<app::TogglePanel>(opened)->panel == app::Panel::desk);
    ui.state.panels.set(app::Panel::desk, true);
    auto const layout = ui.layout();
    CHECK(layout.desk.x >= layout.events.x + layout.events.width);
    CHECK(layout.desk.y + layout.desk.height < layout.timeline.y);
}

TEST_CASE("with only attested items switched on the list of events shortens")
{
    FakeUi ui;
    ui.state.desk.filter.weakest = geo::Confidence::attested;
    ui.state.desk.filter.traditions = {"nobody"};
    auto const &e = ui.layout().events;
    CHECK(find<app::GoToEvent>(ui.click(e.x + 60, e.y + 70)) == nullptr);
    ui.state.desk.filter = {};
    CHECK(find<app::GoToEvent>(ui.click(e.x + 60, e.y + 70)) != nullptr);
}

TEST_CASE("each tab of the desk draws, and its table takes a row to the map")
{
    FakeUi ui;
    ui.state.panels.set(app::Panel::desk, true);
    for (auto const tab : {app::DeskTab::sources, app::DeskTab::graph, app::DeskTab::measure, app::DeskTab::table}) {
        ui.state.desk.tab = tab;
        ui.frame();
        ui.frame();
    }
    auto const &desk = ui.layout().desk;
    app::Select const *chosen = nullptr;
    app::Actions actions;
    for (float y = desk.y + 60; chosen == nullptr && y < desk.y + 200; y += 6) {
        actions = ui.click(desk.x + 40, y);
        chosen = find<app::Select>(actions);
    }
    REQUIRE(chosen != nullptr);
    CHECK(chosen->what == app::Selection{app::Kind::place, 0});
}
