#include "app/i18n/date_text.hpp"
#include "app/kiosk/skin_builder.hpp"
#include "app/scene/symbols.hpp"
#include "app/story/text_column.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace app {
namespace {

constexpr float edge = 36; ///< of the bar's content from the screen's sides, design units
constexpr float gap = 14;

/// Lays buttons beside one another.
struct Row
{
    float x = 0;
    float top = 0;
    float height = 0;
    float between = 0;

    Rect take(float width)
    {
        Rect const rect{x, top, x + width, top + height};
        x += width + between;
        return rect;
    }
};

float share_of(geo::Span const &days, geo::Instant t)
{
    auto const whole = static_cast<double>((days.end - days.begin).count());
    return static_cast<float>(std::clamp(static_cast<double>((t - days.begin).count()) / whole, 0.0, 1.0));
}

std::string day_text(SkinBuilder const &b)
{
    auto const &days = b.in.rules.days;
    auto const now = b.in.state.view.now;
    if (!days.contains(now)) {
        return {};
    }
    auto const count = (days.end - days.begin + geo::Seconds{86399}).count() / 86400;
    return fmt::format(fmt::runtime(b.tr("day {0} of {1}")), (now - days.begin).count() / 86400 + 1, count);
}

void date(SkinBuilder &b, Rect const &room)
{
    float const type = b.in.layout.type;
    auto const words = brief_date_text(b.in.texts, b.in.state.view.now);
    float const middle = (room.top + room.bottom) / 2;
    float const width = room.right - room.left;
    b.brush.line({room.left, middle + type * 0.1F}, words, Face::sans_bold, type * 1.5F, b.colours.text, width);
    b.brush.line({room.left, middle + type * 1.2F}, day_text(b), Face::sans, type * 0.9F, b.colours.quiet, width);
}

void player(SkinBuilder &b, Row row, float size)
{
    bool const playing = b.in.state.view.playing;
    float const centre = row.top + row.height / 2;
    auto const round = [&](float diameter) {
        Rect const rect{row.x, centre - diameter / 2, row.x + diameter, centre + diameter / 2};
        row.x += diameter + row.between;
        return rect;
    };
    b.button("play", playing ? b.tr("Pause") : b.tr("Play"), round(size * 1.15F),
             {playing ? KioskIcon::pause : KioskIcon::play, "", ButtonFace::Ground::accent, true},
             {Do{TogglePlay{}}});
    b.button("previous", b.tr("Event before"), round(size), {KioskIcon::previous, "", {}, true},
             {StepEventInDays{-1}});
    b.button("next", b.tr("Next event"), round(size), {KioskIcon::next, "", {}, true}, {StepEventInDays{1}});
}

void zoom(SkinBuilder &b, Row &row)
{
    float const size = b.in.layout.target;
    b.button("out", b.tr("Smaller"), row.take(size), {KioskIcon::minus}, {Do{ZoomStep{-1}}});
    b.button("in", b.tr("Larger"), row.take(size), {KioskIcon::plus}, {Do{ZoomStep{1}}});
    b.button("home", b.tr("The whole map"), row.take(size), {KioskIcon::home}, {ShowHome{}});
}

void helps(SkinBuilder &b, Row &row)
{
    auto const ground = [](bool on) { return on ? ButtonFace::Ground::chosen : ButtonFace::Ground::plain; };
    float const size = b.in.layout.target;
    auto const &state = b.in.state;
    b.button("large", b.tr("Large text and strong contrast"), row.take(size), {KioskIcon::large, "", ground(state.large)},
             {ToggleLarge{}});
    if (b.in.can_read_aloud) {
        b.button("reading", b.tr("Read aloud"), row.take(size), {KioskIcon::headphones, "", ground(state.reading)},
                 {ToggleReading{}});
    }
}

void slider(SkinBuilder &b, Rect const &rect)
{
    auto const &days = b.in.rules.days;
    auto const &c = b.colours;
    float const y = (rect.top + rect.bottom) / 2;
    float const thick = b.u(10);
    auto const x_of = [&](geo::Instant t) { return rect.left + share_of(days, t) * (rect.right - rect.left); };
    float const x = x_of(b.in.state.view.now);
    b.brush.rounded({rect.left - thick, y - thick, rect.right + thick, y + thick}, thick, c.track);
    b.brush.rounded({rect.left - thick, y - thick, std::max(x, rect.left + thick), y + thick}, thick, c.accent);
    for (auto const &event : b.in.atlas.events) {
        if (auto const t = moment_of(event); days.contains(t)) {
            float const at = x_of(t);
            b.items().emplace_back(disc({at, y}, b.u(4), at <= x ? c.on_accent : c.quiet));
        }
    }
    bool const held = b.is_pressed("slider");
    float const r = b.u(held ? 38 : 32);
    b.items().emplace_back(disc({x, y}, r, c.accent));
    b.items().emplace_back(disc({x, y}, r - b.u(b.in.state.adjusting ? 14 : 7), c.button));
    if (b.is_focused()) {
        b.items().emplace_back(ring({x, y}, r + b.u(7), b.u(5), c.focus));
    }
    b.skin.controls.push_back({"slider", b.tr("Date"), rect, {}, KioskCommand::none, true, false});
}

/// The days under the slider, each in the middle of its part; the present one is strong.
void day_names(SkinBuilder &b, Rect const &slider, float top)
{
    auto const &days = b.in.rules.days;
    float const type = b.in.layout.type * 0.86F;
    float const width = (slider.right - slider.left);
    auto const now = b.in.state.view.now;
    for (auto begin = days.begin; begin < days.end; begin += std::chrono::days{1}) {
        auto const end = std::min<geo::Instant>(begin + std::chrono::days{1}, days.end);
        float const left = slider.left + share_of(days, begin) * width;
        float const right = slider.left + share_of(days, end) * width;
        bool const present = begin <= now && now < end;
        b.brush.centred({left + b.u(4), top, right - b.u(4), top + type * 1.3F}, short_date_text(b.in.texts, begin),
                        present ? Face::sans_bold : Face::sans, type, present ? b.colours.text : b.colours.quiet);
        if (begin > days.begin) {
            auto const tick = block({left - b.u(1), slider.bottom - b.u(6), left + b.u(1), top + type * 1.2F},
                                    b.colours.edge);
            b.items().emplace_back(tick);
        }
    }
}

} // namespace

float build_languages(SkinBuilder &b, float right, float top)
{
    auto const &languages = b.in.atlas.info.languages;
    float const size = b.in.layout.target;
    float const width = size * 1.15F;
    float const all =
        static_cast<float>(languages.size()) * width + static_cast<float>(languages.size() - 1) * b.u(gap);
    Row row{right - all, top, size, b.u(gap)};
    for (auto const &language : languages) {
        auto const ground = language == b.language() ? ButtonFace::Ground::chosen : ButtonFace::Ground::plain;
        b.button("language-" + language, capitals(language), row.take(width),
                 {KioskIcon::none, capitals(language), ground}, {Do{SetLanguage{language}}});
    }
    return right - all;
}

void build_bar(SkinBuilder &b)
{
    auto const &layout = b.in.layout;
    auto const &bar = layout.bar;
    b.items().emplace_back(block(bar, b.colours.paper));
    b.items().emplace_back(block({bar.left, bar.top, bar.right, bar.top + b.u(2)}, b.colours.edge));
    b.skin.sheets.push_back(bar);

    float const size = layout.target;
    float const left = bar.left + b.u(edge);
    float const right = bar.right - b.u(edge);
    float const player_width = size * 3.15F + 3 * b.u(gap + 2);
    float const helps_width = (b.in.can_read_aloud ? 2 * size + b.u(gap) : size);
    float const zoom_width = 3 * size + 2 * b.u(gap);
    Rect const row{left, bar.top + b.u(18), right, bar.top + b.u(18) + size * 1.15F};
    float const middle = (row.top + row.bottom) / 2;
    Rect slide{left + b.u(38), row.bottom + b.u(8), right - b.u(38), row.bottom + b.u(8) + layout.slider};
    Rect words{left + player_width + b.u(10), row.top, right, row.bottom};
    if (!layout.upright) {
        auto const count = static_cast<float>(b.in.atlas.info.languages.size());
        float const languages = size * 1.15F * count + (count - 1) * b.u(gap);
        words.right = right - languages - helps_width - zoom_width - 3 * b.u(30);
    }
    player(b, {left, row.top, row.bottom - row.top, b.u(gap + 2)}, size);
    date(b, words);
    slider(b, slide);
    day_names(b, slide, slide.bottom - b.u(4));

    float const top = layout.upright ? bar.bottom - size - b.u(22) : middle - size / 2;
    float const languages = build_languages(b, right, top);
    Row row_of_helps{languages - b.u(30) - helps_width, top, size, b.u(gap)};
    Row row_of_zoom{layout.upright ? left : row_of_helps.x - b.u(30) - zoom_width, top, size, b.u(gap)};
    helps(b, row_of_helps);
    zoom(b, row_of_zoom);
}

} // namespace app
