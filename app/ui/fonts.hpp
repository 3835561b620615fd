#pragma once

#include <array>

struct ImFont;

namespace app {

/// First and last code points of the letters that panels can show, in pairs, ended by 0: Latin of Europe and Turkey
/// with the letters of Azerbaijani (Ə is U+018F, ə U+0259) and of its first Latin alphabet (Ƣ, Ƶ, Ɵ), transcription
/// marks, Cyrillic with that of Azerbaijan's years of it, punctuation, №. Each costs memory seven times, once a size.
/// Noto Sans has no arrows.
inline constexpr std::array<unsigned short, 33> glyph_ranges{
    0x20,  0x17F, 0x18F, 0x18F, 0x19F, 0x19F, 0x1A2,  0x1A3,  0x1B5,  0x1B6,  0x1E6,
    0x1E7, 0x218, 0x21B, 0x259, 0x259, 0x275, 0x275,  0x2B9,  0x2BF,  0x400,  0x45F,
    0x490, 0x49D, 0x4AE, 0x4BB, 0x4D8, 0x4E9, 0x2010, 0x2044, 0x2116, 0x2116, 0};

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
