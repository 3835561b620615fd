#include "app/kiosk/skin_builder.hpp"
#include "app/state/camera_follow.hpp"
#include "app/story/text_column.hpp"

#include <algorithm>
#include <iterator>

namespace app {
namespace {

/// Sets the card's words from the top down. \return where they end
class CardSetter
{
public:
    CardSetter(SkinBuilder &b, CardText const &text, float type) : m_b{b}, m_text{text}, m_type{type} {}

    /// \param map height of the small map; 0: none
    void set(float left, float top, float width, float map)
    {
        auto const &c = m_b.colours;
        TextColumn column{m_b.in.fonts, left, top, width};
        column.paragraph(m_text.over, {Face::sans_bold, m_type * 0.92F, c.accent, 1.3F}, items);
        column.skip(m_type * 0.15F);
        column.paragraph(m_text.title, {Face::sans_bold, m_type * 1.32F, c.text, 1.18F}, items);
        column.skip(m_type * 0.4F);
        if (map > 0) {
            small_map = {left, column.y(), left + width, column.y() + map};
            column.skip(map + m_type * 0.5F);
        }
        column.paragraph(m_text.body, {Face::sans, m_type, c.text, 1.36F}, items);
        if (!m_text.others.empty()) {
            column.skip(m_type * 0.4F);
            column.paragraph(m_b.tr("Others say") + std::string{": "} + m_text.others,
                             {Face::sans, m_type * 0.84F, c.text, 1.32F}, items);
        }
        bottom = column.y();
    }

    std::vector<Item> items;
    Rect small_map;
    float bottom = 0;

private:
    SkinBuilder &m_b;
    CardText const &m_text;
    float m_type;
};

/// Where its source is named, beside the button that closes the card. As many lines as the button is high.
void sources(SkinBuilder &b, std::string const &words, Rect const &room)
{
    if (words.empty()) {
        return;
    }
    float size = b.in.layout.type * 0.66F;
    auto whole = b.tr("Source:") + std::string{" "} + words;
    auto const fits = [&](std::string const &text) {
        return set_text(b.in.fonts, text, {Face::sans, size, b.colours.quiet, 1.25F}, {0, 0}, room.right - room.left)
                   .height <= room.bottom - room.top;
    };
    while (!fits(whole) && whole.find(" · ") != std::string::npos) {
        whole.erase(whole.rfind(" · ")); // the last ones give way; the researcher's viewer names all
    }
    while (!fits(whole) && size > b.in.layout.type * 0.4F) {
        size *= 0.9F;
    }
    auto block = set_text(b.in.fonts, whole, {Face::sans, size, b.colours.quiet, 1.25F}, {room.left, 0},
                          room.right - room.left);
    float const down = (room.top + room.bottom - block.height) / 2;
    for (auto &item : block.items) {
        std::get<Text>(item).at.y += down;
        b.items().push_back(std::move(item));
    }
}

} // namespace

std::optional<geo::LonLat> card_spot(Selection const &what, geo::Atlas const &atlas)
{
    return what.kind == Kind::unit ? std::nullopt : position_of(what, {}, atlas);
}

void build_card(SkinBuilder &b)
{
    if (b.in.state.view.selection.kind == Kind::none) {
        return;
    }
    auto const &room = b.in.layout.card_room;
    auto const text = card_text(b.in);
    float const pad = b.u(30);
    float const foot = std::max(b.u(76), target_size(0, b.in.rules.px_per_mm));
    float const width = room.right - room.left - 2 * pad;
    float const most = room.bottom - room.top - 2 * pad - foot - b.u(8);
    // A long text first takes the small map's ground, then is set smaller: nothing is to be scrolled.
    float const map = card_spot(b.in.state.view.selection, b.in.atlas) ? width * 0.36F : 0;
    std::optional<CardSetter> card;
    for (auto const &[share, height] :
         {std::pair{1.0F, map}, {0.9F, map}, {0.9F, map * 0.6F}, {0.82F, map * 0.6F}, {0.74F, 0.0F}, {0.66F, 0.0F},
          {0.58F, 0.0F}, {0.5F, 0.0F}}) {
        card.emplace(b, text, b.in.layout.type * share);
        card->set(0, 0, width, height);
        if (card->bottom <= most) {
            break;
        }
    }
    float const top = std::max(room.top, room.bottom - 2 * pad - foot - b.u(8) - card->bottom);
    Rect const sheet{room.left, top, room.right, room.bottom};
    b.brush.sheet(sheet, b.u(18));
    b.skin.sheets.push_back(sheet);
    ScreenPoint const by{room.left + pad, top + pad};
    for (auto &item : card->items) {
        auto &words = std::get<Text>(item);
        words.at = {words.at.x + by.x, words.at.y + by.y};
        b.items().push_back(std::move(item));
    }
    if (card->small_map.bottom > card->small_map.top) {
        b.skin.small_map = card->small_map.moved(by);
    }
    Rect const close{sheet.right - b.u(18) - foot, sheet.bottom - b.u(8) - foot, sheet.right - b.u(18),
                     sheet.bottom - b.u(8)};
    sources(b, text.sources, {sheet.left + pad, close.top, close.left - b.u(16), close.bottom});
    b.button("close", b.tr("Close"), close, {KioskIcon::close, "", {}, true}, {Do{Select{}}});
}

} // namespace app
