#include "app/kiosk/kiosk_skin.hpp"

#include "app/kiosk/skin_builder.hpp"
#include "app/story/story_play.hpp"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

bool holds(Rect const &r, ScreenPoint p)
{
    return p.x >= r.left && p.x < r.right && p.y >= r.top && p.y < r.bottom;
}

} // namespace

SkinBuilder::SkinBuilder(SkinInput const &input)
: in{input}, colours{kiosk_colours(input.state.large)}, brush{input.fonts, colours, input.layout.unit,
                                                              skin.scene.items}
{
    skin.scene.width = input.state.view.viewport.width;
    skin.scene.height = input.state.view.viewport.height;
}

void SkinBuilder::button(std::string id, std::string name, Rect const &rect, ButtonFace face, KioskActions actions,
                         KioskCommand command)
{
    face.pressed = is_pressed(id);
    face.focused = is_focused();
    brush.button(rect, face, in.layout.type);
    skin.controls.push_back({std::move(id), std::move(name), rect, std::move(actions), command, false, false});
}

KioskControl const *KioskSkin::control_at(ScreenPoint at) const
{
    // What is drawn last lies on top.
    auto const found = std::ranges::find_if(controls.rbegin(), controls.rend(), [&](KioskControl const &c) {
        if (c.by_keys) {
            return false;
        }
        auto rect = c.rect;
        if (c.slider) { // a finger at its very end
            float const beyond = (rect.bottom - rect.top) / 2;
            rect.left -= beyond;
            rect.right += beyond;
        }
        return holds(rect, at);
    });
    return found == controls.rend() ? nullptr : &*found;
}

KioskControl const *KioskSkin::find(std::string const &id) const
{
    auto const found = std::ranges::find(controls, id, &KioskControl::id);
    return found == controls.end() ? nullptr : &*found;
}

bool KioskSkin::covers(ScreenPoint at) const
{
    return std::ranges::any_of(sheets, [&](Rect const &sheet) { return holds(sheet, at); });
}

geo::Instant moment_at(geo::Span const &days, Rect const &slider, float x)
{
    double const share =
        std::clamp(static_cast<double>(x - slider.left) / std::max(1.0F, slider.right - slider.left), 0.0, 1.0);
    auto const whole = static_cast<double>((days.end - days.begin).count());
    return std::min(days.begin + geo::Seconds{std::llround(share * whole)}, days.end - geo::Seconds{1});
}

KioskSkin build_skin(SkinInput const &in)
{
    SkinBuilder builder{in};
    switch (in.state.page) {
    case KioskPage::attract:
        build_attract(builder);
        break;
    case KioskPage::visit:
        build_card(builder);
        build_bar(builder);
        build_marks(builder);
        break;
    case KioskPage::asking:
        build_asking(builder);
        break;
    case KioskPage::code:
        build_code(builder);
        break;
    case KioskPage::service:
        build_service(builder);
        break;
    }
    return std::move(builder.skin);
}

std::string spoken_text(SkinInput const &in)
{
    if (auto const *const step = told_step(in.state.view.story, in.atlas)) {
        auto const &language = in.state.view.language;
        return step->title.in(language) + ". " + step->text.in(language);
    }
    if (in.state.view.selection.kind == Kind::none) {
        return {};
    }
    auto const text = card_text(in);
    std::string words;
    for (auto const &part : {text.over, text.title, text.body, text.others}) {
        if (!part.empty()) {
            words += part + (part.ends_with('.') ? " " : ". ");
        }
    }
    return words;
}

} // namespace app
