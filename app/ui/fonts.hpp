#pragma once

struct ImFont;

namespace app {

/// The type of the interface by role; made by the shell, rebuilt when the scale changes.
struct UiFonts
{
    ImFont *note = nullptr;   ///< 13.5
    ImFont *strong = nullptr; ///< 13.5 bold
    ImFont *body = nullptr;   ///< 16
    ImFont *title = nullptr;  ///< 20 bold
    ImFont *card = nullptr;   ///< 23 bold
    ImFont *date = nullptr;   ///< 30 bold
};

} // namespace app
