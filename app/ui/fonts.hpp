#pragma once

#include <array>

struct ImFont;

namespace app {

/// First and last code points of the letters that panels can show, in pairs, ended by 0: Latin with all letters of
/// Azerbaijani (ə is U+0259), Cyrillic, punctuation, №. Noto Sans has no arrows.
inline constexpr std::array<unsigned short, 9> glyph_ranges{0x20,   0x2FF,  0x400,  0x4FF, 0x2010,
                                                            0x2044, 0x2116, 0x2116, 0};

/// The type of the interface by role; made by the shell, rebuilt when the scale changes.
struct UiFonts
{
    ImFont *note = nullptr;   ///< 13.5
    ImFont *strong = nullptr; ///< 13.5 bold
    ImFont *body = nullptr;   ///< 16
    ImFont *title = nullptr;  ///< 20 bold
    ImFont *card = nullptr;   ///< 23 bold
    ImFont *date = nullptr;   ///< 30 bold
    ImFont *story = nullptr;  ///< 21
};

} // namespace app
