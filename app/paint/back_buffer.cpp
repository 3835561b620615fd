#include "app/paint/back_buffer.hpp"

#include <SFML/OpenGL.hpp>

#include <GL/glx.h>

#include <cstring>
#include <string_view>

namespace app {
namespace {

PFNGLXCOPYSUBBUFFERMESAPROC copy_sub_buffer()
{
    static auto const found = reinterpret_cast<PFNGLXCOPYSUBBUFFERMESAPROC>(
        glXGetProcAddressARB(reinterpret_cast<GLubyte const *>("glXCopySubBufferMESA")));
    return found;
}

bool in_software()
{
    auto const *const name = reinterpret_cast<char const *>(glGetString(GL_RENDERER));
    std::string_view const renderer = name == nullptr ? "" : name;
    return renderer.starts_with("llvmpipe") || renderer.starts_with("softpipe");
}

bool has_copy_sub_buffer(Display *display)
{
    auto const *const extensions = glXQueryExtensionsString(display, DefaultScreen(display));
    return extensions != nullptr && std::strstr(extensions, "GLX_MESA_copy_sub_buffer") != nullptr &&
           copy_sub_buffer() != nullptr;
}

} // namespace

bool back_buffer_stays(sf::RenderWindow &window)
{
    if (!window.setActive(true)) {
        return false;
    }
    auto *const display = glXGetCurrentDisplay();
    return display != nullptr && in_software() && has_copy_sub_buffer(display);
}

void show_parts(std::vector<PixelRect> const &parts, sf::RenderWindow &window)
{
    if (!window.setActive(true)) {
        return;
    }
    auto *const display = glXGetCurrentDisplay();
    auto const drawable = glXGetCurrentDrawable();
    int const height = static_cast<int>(window.getSize().y);
    for (auto const &rect : parts) {
        copy_sub_buffer()(display, drawable, rect.left, height - rect.bottom, rect.width(), rect.height());
    }
    XFlush(display);
}

} // namespace app
