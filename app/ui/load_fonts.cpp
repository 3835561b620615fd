#include "app/ui/load_fonts.hpp"

#include "app/scene/font_metrics.hpp"

#include <imgui.h>
#include <imgui_freetype.h>

namespace app {

UiFonts load_fonts(ImFontAtlas &atlas, float scale)
{
    atlas.Clear();
    // One sample a pixel, hinted upright: a third of stb_truetype's memory and time, and sharper small type.
    atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
    atlas.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
    // ImGui counts a size from ascender to descender; Noto's em is about three quarters of that.
    constexpr float em = 1.362F;
    auto const add = [&](Face face, float size) {
        return atlas.AddFontFromFileTTF(font_file(face).c_str(), size * em * scale, nullptr, glyph_ranges.data());
    };
    UiFonts fonts;
    fonts.body = add(Face::sans, 16);
    fonts.note = add(Face::sans, 13.5F);
    fonts.strong = add(Face::sans_bold, 13.5F);
    fonts.title = add(Face::sans_bold, 20);
    fonts.card = add(Face::sans_bold, 23);
    fonts.date = add(Face::sans_bold, 30);
    fonts.story = add(Face::sans, 21);
    atlas.Build();
    return fonts;
}

} // namespace app
