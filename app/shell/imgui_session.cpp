#include "app/shell/imgui_session.hpp"

#include "app/shell/ui_triangles.hpp"
#include "app/ui/load_fonts.hpp"

#include <SFML/Graphics/RenderWindow.hpp>
#include <SFML/Window/Clipboard.hpp>
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <stdexcept>

namespace app {
namespace {

/// SFML's numbers for the keys that ImGui knows by name.
constexpr std::array key_map{std::pair{ImGuiKey_Tab, sf::Keyboard::Tab},
                             std::pair{ImGuiKey_LeftArrow, sf::Keyboard::Left},
                             std::pair{ImGuiKey_RightArrow, sf::Keyboard::Right},
                             std::pair{ImGuiKey_UpArrow, sf::Keyboard::Up},
                             std::pair{ImGuiKey_DownArrow, sf::Keyboard::Down},
                             std::pair{ImGuiKey_PageUp, sf::Keyboard::PageUp},
                             std::pair{ImGuiKey_PageDown, sf::Keyboard::PageDown},
                             std::pair{ImGuiKey_Home, sf::Keyboard::Home},
                             std::pair{ImGuiKey_End, sf::Keyboard::End},
                             std::pair{ImGuiKey_Insert, sf::Keyboard::Insert},
                             std::pair{ImGuiKey_Delete, sf::Keyboard::Delete},
                             std::pair{ImGuiKey_Backspace, sf::Keyboard::BackSpace},
                             std::pair{ImGuiKey_Space, sf::Keyboard::Space},
                             std::pair{ImGuiKey_Enter, sf::Keyboard::Enter},
                             std::pair{ImGuiKey_Escape, sf::Keyboard::Escape},
                             std::pair{ImGuiKey_A, sf::Keyboard::A},
                             std::pair{ImGuiKey_C, sf::Keyboard::C},
                             std::pair{ImGuiKey_V, sf::Keyboard::V},
                             std::pair{ImGuiKey_X, sf::Keyboard::X},
                             std::pair{ImGuiKey_Y, sf::Keyboard::Y},
                             std::pair{ImGuiKey_Z, sf::Keyboard::Z}};

std::string to_utf8(sf::String const &text)
{
    auto const bytes = text.toUtf8();
    return {bytes.begin(), bytes.end()};
}

} // namespace

UiType::UiType(float scale)
: m_scale{scale}, m_atlas{std::make_unique<ImFontAtlas>()}, m_fonts{load_fonts(*m_atlas, scale)}
{
    unsigned char *pixels = nullptr;
    int width = 0;
    int height = 0;
    m_atlas->GetTexDataAsRGBA32(&pixels, &width, &height);
}

UiType::~UiType() = default;

ImguiSession::ImguiSession(sf::RenderWindow &window, Cursors const &cursors, float scale, std::unique_ptr<UiType> type)
: m_window{window}, m_cursors{cursors}
{
    if (!type || type->scale() != scale) {
        type = std::make_unique<UiType>(scale);
    }
    ImGui::CreateContext(&type->atlas());
    auto &io = ImGui::GetIO();
    io.IniFilename = nullptr; // the viewer keeps its own settings
    io.BackendPlatformName = "marshrut_sfml";
    io.BackendFlags |= ImGuiBackendFlags_HasMouseCursors;
    for (auto const &[name, key] : key_map) {
        io.KeyMap[name] = key;
    }
    io.ClipboardUserData = this;
    io.SetClipboardTextFn = [](void *, char const *text) {
        sf::Clipboard::setString(sf::String::fromUtf8(text, text + std::char_traits<char>::length(text)));
    };
    io.GetClipboardTextFn = [](void *self) {
        auto &session = *static_cast<ImguiSession *>(self);
        session.m_clipboard = to_utf8(sf::Clipboard::getString());
        return session.m_clipboard.c_str();
    };
    auto const size = window.getSize();
    io.DisplaySize = {static_cast<float>(size.x), static_cast<float>(size.y)};
    use_type(std::move(type));
}

ImguiSession::~ImguiSession()
{
    ImGui::DestroyContext();
}

void ImguiSession::use_type(std::unique_ptr<UiType> type)
{
    auto &atlas = type->atlas();
    unsigned char *pixels = nullptr;
    int width = 0;
    int height = 0;
    atlas.GetTexDataAsRGBA32(&pixels, &width, &height);
    if (!m_letters.create(static_cast<unsigned>(width), static_cast<unsigned>(height))) {
        throw std::runtime_error{"the letters of the panels are too many for this computer's graphics"};
    }
    m_letters.update(pixels);
    m_letters.setSmooth(true);
    atlas.SetTexID(&m_letters);
    atlas.ClearTexData();
    ImGui::GetIO().Fonts = &atlas;
    m_type = std::move(type);
}

void ImguiSession::set_scale(float scale)
{
    use_type(std::make_unique<UiType>(scale));
}

bool ImguiSession::wants_mouse() const
{
    auto const &context = *ImGui::GetCurrentContext();
    auto const &io = context.IO;
    bool const held = std::ranges::any_of(io.MouseDown, [](bool down) { return down; });
    if (held || context.ActiveId != 0 || !context.OpenPopupStack.empty()) {
        return io.WantCaptureMouse; // what began there stays there
    }
    // Not as of the last frame: a finger on a whiteboard comes down where no pointer was before.
    return std::ranges::any_of(context.Windows, [&](ImGuiWindow const *window) {
        return window->WasActive && !window->Hidden && (window->Flags & ImGuiWindowFlags_NoMouseInputs) == 0 &&
               window->Rect().Contains(io.MousePos);
    });
}

bool ImguiSession::wants_keyboard() const
{
    auto const &io = ImGui::GetIO();
    return io.WantTextInput || (io.ConfigFlags & ImGuiConfigFlags_NavEnableKeyboard) != 0;
}

void ImguiSession::press(int button, bool down)
{
    if (button >= 0 && button < 3) {
        auto const i = static_cast<std::size_t>(button);
        m_down[i] = down;
        m_pressed[i] = m_pressed[i] || down;
    }
}

/// A key that goes down and up between two frames must still be seen.
void ImguiSession::latch_key(int key, bool down)
{
    auto &io = ImGui::GetIO();
    if (down) {
        io.KeysDown[key] = true;
        m_fresh_keys.push_back(key);
    } else if (std::ranges::find(m_fresh_keys, key) != m_fresh_keys.end()) {
        m_released_keys.push_back(key);
    } else {
        io.KeysDown[key] = false;
    }
}

/// On the press of a modifier itself the event's flags are stale.
void ImguiSession::set_modifiers(sf::Event::KeyEvent const &key, bool down)
{
    auto &io = ImGui::GetIO();
    auto const is = [&](sf::Keyboard::Key left, sf::Keyboard::Key right) {
        return key.code == left || key.code == right;
    };
    io.KeyCtrl = is(sf::Keyboard::LControl, sf::Keyboard::RControl) ? down : key.control;
    io.KeyShift = is(sf::Keyboard::LShift, sf::Keyboard::RShift) ? down : key.shift;
    io.KeyAlt = is(sf::Keyboard::LAlt, sf::Keyboard::RAlt) ? down : key.alt;
    io.KeySuper = is(sf::Keyboard::LSystem, sf::Keyboard::RSystem) ? down : key.system;
}

void ImguiSession::handle(sf::Event const &event)
{
    auto &io = ImGui::GetIO();
    switch (event.type) {
    case sf::Event::MouseMoved:
        io.MousePos = {static_cast<float>(event.mouseMove.x), static_cast<float>(event.mouseMove.y)};
        break;
    case sf::Event::MouseButtonPressed:
    case sf::Event::MouseButtonReleased:
        io.MousePos = {static_cast<float>(event.mouseButton.x), static_cast<float>(event.mouseButton.y)};
        press(event.mouseButton.button, event.type == sf::Event::MouseButtonPressed);
        break;
    case sf::Event::MouseWheelScrolled:
        (event.mouseWheelScroll.wheel == sf::Mouse::VerticalWheel ? io.MouseWheel : io.MouseWheelH) +=
            event.mouseWheelScroll.delta;
        break;
    case sf::Event::MouseLeft:
        io.MousePos = {-FLT_MAX, -FLT_MAX};
        break;
    case sf::Event::KeyPressed:
    case sf::Event::KeyReleased:
        if (event.key.code >= 0 && event.key.code < sf::Keyboard::KeyCount) {
            latch_key(event.key.code, event.type == sf::Event::KeyPressed);
        }
        set_modifiers(event.key, event.type == sf::Event::KeyPressed);
        break;
    case sf::Event::TextEntered:
        if (event.text.unicode >= 0x20 && event.text.unicode != 0x7F) {
            io.AddInputCharacter(event.text.unicode);
        }
        break;
    case sf::Event::LostFocus:
        std::ranges::fill(io.KeysDown, false);
        m_down.fill(false);
        io.AddFocusEvent(false);
        break;
    case sf::Event::GainedFocus:
        io.AddFocusEvent(true);
        break;
    case sf::Event::Resized:
        io.DisplaySize = {static_cast<float>(event.size.width), static_cast<float>(event.size.height)};
        break;
    default:
        break;
    }
}

void ImguiSession::begin_frame(float seconds)
{
    auto &io = ImGui::GetIO();
    io.DeltaTime = std::max(1e-4F, seconds);
    for (std::size_t i = 0; i < m_down.size(); ++i) {
        io.MouseDown[i] = m_down[i] || m_pressed[i];
        m_pressed[i] = false;
    }
    ImGui::NewFrame();
}

Prepared ImguiSession::end_frame()
{
    ImGui::Render();
    for (auto const key : m_released_keys) {
        ImGui::GetIO().KeysDown[key] = false;
    }
    m_fresh_keys.clear();
    m_released_keys.clear();
    update_cursor();
    return to_prepared(*ImGui::GetDrawData());
}

void ImguiSession::update_cursor()
{
    int const wanted = ImGui::GetMouseCursor();
    if (wanted == m_cursor) {
        return;
    }
    m_cursor = wanted;
    m_window.setMouseCursorVisible(wanted != ImGuiMouseCursor_None);
    if (auto const *const shape = m_cursors.find(wanted)) {
        m_window.setMouseCursor(*shape);
    }
}

} // namespace app
