#include "support/fake_ui.hpp"

#include "app/core/paths.hpp"
#include "app/scene/build_scene.hpp"
#include "app/state/reduce.hpp"
#include "app/ui/load_fonts.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <stdexcept>

namespace test {

namespace {

/// Since ImGui 1.87 the keys that have names are numbered from here on, and those below are a backend's own.
#if IMGUI_VERSION_NUM >= 18700
constexpr int first_key = ImGuiKey_NamedKey_BEGIN;
#else
constexpr int first_key = 0;
#endif

} // namespace

FakeUi::FakeUi() : FakeUi{nullptr, {1400, 900}, "en", 1} {}

FakeUi::FakeUi(std::shared_ptr<geo::Atlas const> of, app::Viewport viewport, std::string const &language, float scale)
: atlas{of ? std::move(of) : folder.load().atlas}, projection{atlas->info.crs, atlas->info.home}, m_names{atlas}
{
    ImGui::CreateContext();
    auto &io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.ClipboardUserData = &m_clipboard;
    io.SetClipboardTextFn = [](void *self, char const *text) { *static_cast<std::string *>(self) = text; };
    io.GetClipboardTextFn = [](void *self) { return static_cast<std::string *>(self)->c_str(); };
    for (int key = 0; key < ImGuiKey_COUNT - first_key; ++key) {
        io.KeyMap[first_key + key] = key;
    }
    state = app::opening_state({*atlas, projection}, viewport);
    state.language = language;
    state.ui_scale = scale;
    live();
    live(); // ImGui sizes its windows in the first frames
}

FakeUi::~FakeUi()
{
    ImGui::DestroyContext();
}

void FakeUi::build_type(float scale)
{
    m_fonts = app::load_fonts(*ImGui::GetIO().Fonts, scale);
    unsigned char *pixels = nullptr;
    int width = 0;
    int height = 0;
    ImGui::GetIO().Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
    m_scale = scale;
}

app::Actions FakeUi::frame()
{
    auto &io = ImGui::GetIO();
    auto const where = layout();
    if (m_scale != where.scale) {
        build_type(where.scale);
    }
    if (!m_texts || m_texts->language() != state.language) {
        m_texts.emplace(app::locale_dir(), state.language);
    }
    auto const &theme = app::theme_of(state.theme);
    apply(theme, where.scale);
    io.DisplaySize = {static_cast<float>(state.viewport.width), static_cast<float>(state.viewport.height)};
    io.DeltaTime = 1 / 60.0F;
    ImGui::NewFrame();
    app::Actions actions;
    auto const shown = geo::filtered(*atlas, state_at(*atlas, state.now), state.desk.filter);
    app::DeskData desk{projection, shown, {47, 40, 51, 42}};
    desk.pointer = geo::LonLat{49, 41};
    desk.table = &table;
    desk.scans = scans;
    desk.large = large;
    desk.save_scan = [](app::DeskScan const &) {};
    desk.table_names = {"places"};
    std::vector<geo::Itinerary> itineraries;
    if (state.selection.kind == app::Kind::unit) {
        itineraries.push_back(geo::itinerary(*atlas, state.selection.index));
        desk.itineraries = itineraries;
    }
    desk.save_table = [this](std::string const &csv) { saved = csv; };
    app::FilesData const files{listing, roots, opening, making};
    draw_panels({*atlas, shown.world, state, where, theme, m_fonts, *m_texts, app::layer_names(), notice, projection,
                 m_names, styles, &desk, &files},
                actions);
    ImGui::Render();
    return actions;
}

void FakeUi::act(app::Action const &action)
{
    state = reduce(state, action, {*atlas, projection});
}

void FakeUi::live()
{
    for (auto const &action : frame()) {
        act(action);
    }
}

app::Actions FakeUi::click(float x, float y)
{
    return drag({x, y}, {x, y});
}

app::Actions FakeUi::drag(ImVec2 from, ImVec2 to)
{
    auto &io = ImGui::GetIO();
    io.MousePos = from;
    frame();
    app::Actions all;
    auto const gather = [&] {
        auto const actions = frame();
        all.insert(all.end(), actions.begin(), actions.end());
    };
    io.MouseDown[0] = true;
    gather();
    if (to.x != from.x || to.y != from.y) {
        io.MousePos = to;
        gather();
    }
    io.MouseDown[0] = false;
    gather();
    return all;
}

app::Actions FakeUi::press(ImGuiKey key, bool control, bool shift)
{
    auto &io = ImGui::GetIO();
    io.KeyCtrl = control;
    io.KeyShift = shift;
    io.KeysDown[key - first_key] = true;
    auto all = frame();
    io.KeysDown[key - first_key] = false;
    io.KeyCtrl = io.KeyShift = false;
    auto const more = frame();
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

std::vector<FakeUi::Control> FakeUi::controls_in(app::PanelRect const &rect)
{
    constexpr float step = 9;
    std::vector<Control> found;
    for (float y = rect.y + step / 2; y < rect.y + rect.height; y += step) {
        for (float x = rect.x + step / 2; x < rect.x + rect.width; x += step) {
            ImGui::GetIO().MousePos = {x, y};
            frame();
            auto const id = ImGui::GetHoveredID();
            if (id != 0 && std::ranges::find(found, id, &Control::id) == found.end()) {
                found.push_back({id, {x, y}});
            }
        }
    }
    return found;
}

ImVec2 FakeUi::where(std::string const &window, char const *id)
{
    for (auto *const one : ImGui::GetCurrentContext()->Windows) {
        if (!one->Active || !std::string_view{one->Name}.starts_with(window)) {
            continue;
        }
        auto const wanted = one->GetID(id);
        app::PanelRect const rect{one->Pos.x, one->Pos.y, one->Size.x, one->Size.y};
        auto const controls = controls_in(rect);
        if (auto const found = std::ranges::find(controls, wanted, &Control::id); found != controls.end()) {
            return found->at;
        }
    }
    throw std::runtime_error{"there is no control '" + std::string{id} + "' in '" + window + "'"};
}

app::Actions FakeUi::click_on(std::string const &window, char const *id)
{
    auto const at = where(window, id);
    return click(at.x, at.y);
}

app::PanelRect FakeUi::window_rect(std::string const &name)
{
    auto const *const window = ImGui::FindWindowByName(name.c_str());
    return window == nullptr || !window->Active
               ? app::PanelRect{}
               : app::PanelRect{window->Pos.x, window->Pos.y, window->Size.x, window->Size.y};
}

void FakeUi::type(std::string const &utf8)
{
    ImGui::GetIO().AddInputCharactersUTF8(utf8.c_str());
    live();
    live();
}

} // namespace test
