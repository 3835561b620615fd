#include "app/kiosk/skin_builder.hpp"
#include "app/story/text_column.hpp"
#include "app/story/story_play.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace app {
namespace {

void caption(SkinBuilder &b, Rect const &room)
{
    auto const &atlas = b.in.atlas;
    auto const *const step = told_step(b.in.state.view.story, atlas);
    auto const &title = step != nullptr ? step->title.in(b.language()) : atlas.info.title.in(b.language());
    auto const &text = step != nullptr ? step->text.in(b.language()) : atlas.info.summary.in(b.language());
    for (float const share : {1.6F, 1.45F, 1.3F, 1.15F, 1.0F, 0.9F, 0.8F, 0.7F, 0.6F}) {
        float const type = b.in.layout.type * 1.12F * share;
        TextColumn column{b.in.fonts, room.left, room.top, room.right - room.left};
        std::vector<Item> items;
        column.paragraph(title, {Face::sans_bold, type * 1.45F, b.colours.accent, 1.15F}, items);
        column.skip(type * 0.2F);
        column.paragraph(text, {Face::sans, type, b.colours.text, 1.3F}, items);
        if (column.y() <= room.bottom || share == 0.6F) {
            std::ranges::move(items, std::back_inserter(b.items()));
            return;
        }
    }
}

} // namespace

void build_attract(SkinBuilder &b)
{
    auto const &layout = b.in.layout;
    auto const &bar = layout.bar;
    b.items().emplace_back(block(bar, b.colours.paper));
    b.items().emplace_back(block({bar.left, bar.top, bar.right, bar.top + b.u(2)}, b.colours.edge));

    float const edge = b.u(36);
    float const size = layout.target;
    float const width = bar.right - bar.left;
    float const button_height = size * 1.35F;
    // Upright the languages stand beside the button, so that the caption has the width and the height.
    auto const count = static_cast<float>(b.in.atlas.info.languages.size());
    float const languages = size * 1.15F * count + (count - 1) * b.u(14);
    float const button_width =
        layout.upright ? width - 2 * edge - languages - b.u(30) : std::max(width * 0.33F, b.u(560));
    float const foot = bar.bottom - b.u(26) - (layout.upright ? 0 : size + b.u(20));
    float const left = layout.upright ? bar.left + edge : bar.right - edge - button_width;
    Rect const pill{left, foot - button_height, left + button_width, foot};
    caption(b, {bar.left + edge, bar.top + b.u(22), layout.upright ? bar.right - edge : pill.left - b.u(48),
                layout.upright ? pill.top - b.u(16) : bar.bottom - b.u(12)});

    // It breathes once in four seconds: seen from afar, far below what could harm.
    double const phase = b.in.state.shown / 4 * 2 * std::numbers::pi;
    float const breath = b.u(4) * static_cast<float>(0.5 - 0.5 * std::cos(phase));
    Rect const shown{pill.left - breath, pill.top - breath, pill.right + breath, pill.bottom + breath};
    b.brush.rounded(shown, (shown.bottom - shown.top) / 2, b.colours.accent);
    b.brush.centred({pill.left + b.u(30), pill.top, pill.right - b.u(30), pill.bottom}, b.in.turn.tr("Touch to begin"),
                    Face::sans_bold, layout.type * 1.55F, b.colours.on_accent);
    float const languages_top = layout.upright ? (pill.top + pill.bottom - size) / 2 : bar.bottom - b.u(26) - size;
    build_languages(b, bar.right - edge, languages_top);

    // The name of the atlas, to be read from across the hall.
    auto const &title = b.in.atlas.info.title.in(b.language());
    float const type = layout.type * 1.7F;
    float const title_width =
        std::min(b.in.fonts.width(Face::sans_bold, title, type), layout.map.right - 2 * edge - 2 * b.u(28));
    Rect const plate{edge, edge, edge + title_width + 2 * b.u(28), edge + type * 1.75F};
    b.brush.sheet(plate, b.u(18));
    b.brush.centred({plate.left + b.u(28), plate.top, plate.right - b.u(28), plate.bottom}, title, Face::sans_bold,
                    type, b.colours.text);
}

} // namespace app
