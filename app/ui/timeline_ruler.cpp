#include "app/i18n/date_text.hpp"
#include "app/ui/timeline.hpp"

#include <algorithm>
#include <chrono>

namespace app {

void draw_ruler(PanelContext const &context, Track const &track)
{
    auto &list = *ImGui::GetWindowDrawList();
    auto const &theme = context.theme;
    float const s = context.layout.scale;
    auto const fineness = ruler_fineness(track.span);
    float right_of_last = track.at.x - 1;
    for (auto const &tick : ruler_ticks(track.span, static_cast<double>(track.width), static_cast<double>(96 * s))) {
        float const x = track.x(tick.at);
        list.AddLine({x, track.at.y + 10 * s}, {x, track.at.y + 16 * s}, packed(theme.secondary), 1);
        auto const word = tick.day ? ruler_date_text(context.texts, tick.at, fineness) : clock_text(tick.at);
        auto *const font = tick.day ? context.fonts.strong : context.fonts.note;
        float const width = font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, word.c_str()).x;
        float const left =
            std::clamp(x - width / 2, track.at.x, std::max(track.at.x, track.at.x + track.width - width));
        if (left > right_of_last) {
            list.AddText(font, font->FontSize, {left, track.at.y + 16 * s},
                         packed(tick.day ? theme.text : theme.secondary), word.c_str());
            right_of_last = left + width + 8 * s;
        }
    }
}

} // namespace app
