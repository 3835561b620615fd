#include "app/kiosk/skin_builder.hpp"
#include "app/scene/symbols.hpp"
#include "app/story/text_column.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace app {
namespace {

std::string answer_text(SkinBuilder const &b)
{
    if (b.in.locked_for.count() > 0) {
        auto const minutes = (b.in.locked_for.count() + 59) / 60;
        return fmt::format(fmt::runtime(b.in.texts.trn("Locked for {} minute", "Locked for {} minutes", minutes)),
                           minutes);
    }
    return b.in.state.answer == Unlock::wrong ? b.tr("Wrong code") : "";
}

/// The twelve keys of the pad, three in a row.
void keys(SkinBuilder &b, Rect const &pad)
{
    constexpr std::string_view order = "123456789<0>";
    float const gap = b.u(16);
    float const width = (pad.right - pad.left - 2 * gap) / 3;
    float const height = (pad.bottom - pad.top - 3 * gap) / 4;
    for (std::size_t i = 0; i < order.size(); ++i) {
        float const left = pad.left + static_cast<float>(i % 3) * (width + gap);
        float const top = pad.top + static_cast<float>(i / 3) * (height + gap);
        Rect const rect{left, top, left + width, top + height};
        if (order[i] == '<') {
            b.button("erase", b.tr("Erase"), rect, {KioskIcon::erase}, {EraseDigit{}});
        } else if (order[i] == '>') {
            b.button("enter", b.tr("Enter"), rect, {KioskIcon::enter, "", ButtonFace::Ground::accent}, {},
                     KioskCommand::try_code);
        } else {
            std::string const digit{order[i]};
            b.button("digit-" + digit, digit, rect, {KioskIcon::none, digit}, {TypeDigit{order[i]}});
        }
    }
}

/// Lines one under another, the last ones where they are too many. \return where they end
float lines(SkinBuilder &b, std::vector<std::string> const &words, Rect const &room, float type, Colour colour)
{
    float const leading = type * 1.35F;
    auto const fit = static_cast<std::size_t>(std::max(0.0F, (room.bottom - room.top) / leading));
    std::size_t const first = words.size() > fit ? words.size() - fit : 0;
    float y = room.top;
    for (std::size_t i = first; i < words.size(); ++i) {
        y += leading;
        b.brush.line({room.left, y - leading * 0.25F}, words[i], Face::sans, type, colour, room.right - room.left);
    }
    return y;
}

} // namespace

void build_code(SkinBuilder &b)
{
    auto const &viewport = b.in.state.view.viewport;
    auto const width = static_cast<float>(viewport.width);
    auto const height = static_cast<float>(viewport.height);
    b.items().emplace_back(block({0, 0, width, height}, {0x10, 0x14, 0x18, 0x8C}));
    float const type = b.in.layout.type;
    float const sheet_width = b.u(560);
    float const key = std::max(b.u(112), b.in.layout.target);
    float const sheet_height = std::min(height - b.u(60), type * 5 + 4 * key + b.u(150) + b.in.layout.target);
    Rect const sheet{(width - sheet_width) / 2, height - b.u(36) - sheet_height, (width + sheet_width) / 2,
                     height - b.u(36)};
    b.brush.sheet(sheet, b.u(24));
    b.skin.sheets.push_back(sheet);
    float const left = sheet.left + b.u(40);
    float const right = sheet.right - b.u(40);
    float y = sheet.top + b.u(26);
    b.brush.centred({left, y, right, y + type * 1.6F}, b.tr("Operator's code"), Face::sans_bold, type * 1.2F,
                    b.colours.text);
    y += type * 1.7F;
    auto const answer = answer_text(b);
    if (!answer.empty()) {
        b.brush.centred({left, y, right, y + type * 1.6F}, answer, Face::sans, type, b.colours.accent);
    } else {
        auto const count = b.in.state.code.size();
        for (std::size_t i = 0; i < count; ++i) {
            float const x = (left + right) / 2 +
                            (static_cast<float>(i) - static_cast<float>(count - 1) / 2) * b.u(34);
            b.items().emplace_back(disc({x, y + type * 0.8F}, b.u(10), b.colours.text));
        }
    }
    y += type * 1.9F;
    float const foot = sheet.bottom - b.u(24) - b.in.layout.target * 0.9F;
    keys(b, {left, y, right, foot - b.u(18)});
    b.button("back", b.tr("Back to the map"), {left, foot, right, sheet.bottom - b.u(24)},
             {KioskIcon::none, b.tr("Back to the map")}, {CloseService{}});
}

void build_service(SkinBuilder &b)
{
    auto const &viewport = b.in.state.view.viewport;
    auto const width = static_cast<float>(viewport.width);
    auto const height = static_cast<float>(viewport.height);
    b.items().emplace_back(block({0, 0, width, height}, b.colours.paper));
    b.skin.sheets.push_back({0, 0, width, height});
    float const type = b.in.layout.type;
    float const edge = b.u(60);
    b.brush.line({edge, edge + type * 1.4F}, b.tr("Service"), Face::sans_bold, type * 1.8F, b.colours.text,
                 width - 2 * edge);
    float const button = b.in.layout.target * 1.25F;
    bool const upright = b.in.layout.upright;
    float const foot = height - edge - (upright ? 3 * button + 2 * b.u(20) : button);
    float y = edge + type * 2.4F;
    if (auto const *const report = b.in.service) {
        y = lines(b, report->status, {edge, y, width - edge, height * 0.55F}, type * 0.9F, b.colours.text);
        y += type * 0.9F;
        b.brush.line({edge, y + type}, b.tr("Last lines of the log"), Face::sans_bold, type, b.colours.text,
                     width - 2 * edge);
        y += type * 1.5F;
        if (report->errors.empty()) {
            b.brush.line({edge, y + type}, b.tr("Nothing is logged."), Face::sans, type * 0.8F, b.colours.quiet,
                         width - 2 * edge);
        }
        lines(b, report->errors, {edge, y, width - edge, foot - b.u(24)}, type * (upright ? 0.62F : 0.7F),
              b.colours.quiet);
    }
    struct Choice
    {
        char const *id;
        char const *name;
        KioskCommand command;
        ButtonFace::Ground ground;
    };
    std::array const choices{
        Choice{"back", b.tr("Back to the map"), KioskCommand::none, ButtonFace::Ground::accent},
        Choice{"restart", b.tr("Restart the display"), KioskCommand::restart, ButtonFace::Ground::plain},
        Choice{"quit", b.tr("Quit the kiosk"), KioskCommand::quit, ButtonFace::Ground::plain}};
    float const each = upright ? width - 2 * edge : (width - 2 * edge - 2 * b.u(24)) / 3;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        auto const n = static_cast<float>(i);
        float const left = edge + (upright ? 0 : n * (each + b.u(24)));
        float const top = foot + (upright ? n * (button + b.u(20)) : 0);
        auto const &[id, name, command, ground] = choices[i];
        KioskActions actions;
        if (command == KioskCommand::none) {
            actions.emplace_back(CloseService{});
        }
        b.button(id, name, {left, top, left + each, top + button}, {KioskIcon::none, name, ground}, std::move(actions),
                 command);
    }
}

} // namespace app
