#pragma once

#include "app/kiosk/kiosk_skin.hpp"

#include <string>

namespace app {

/// What the builders of the kiosk's pages share; lives for one skin.
class SkinBuilder
{
public:
    explicit SkinBuilder(SkinInput const &input);
    SkinBuilder(SkinBuilder const &) = delete;
    SkinBuilder &operator=(SkinBuilder const &) = delete;

    /// Draws a button and makes it a control.
    void button(std::string id, std::string name, Rect const &rect, ButtonFace face, KioskActions actions,
                KioskCommand command = KioskCommand::none);
    /// Whether the finger or the keys are at the control that comes next under this id.
    [[nodiscard]] bool is_pressed(std::string const &id) const { return in.pressed == id; }
    [[nodiscard]] bool is_focused() const { return in.state.focus == static_cast<int>(skin.controls.size()); }
    [[nodiscard]] char const *tr(char const *message) const { return in.texts.tr(message); }
    [[nodiscard]] std::string const &language() const { return in.state.view.language; }
    /// A length in design units, pixels.
    [[nodiscard]] float u(float units) const { return units * in.layout.unit; }
    [[nodiscard]] std::vector<Item> &items() { return skin.scene.items; }

    SkinInput const &in;
    KioskColours colours;
    KioskSkin skin;
    KioskBrush brush;
};

// The pages, and the parts of the visitor's.
void build_bar(SkinBuilder &b);
/// Units and events on the map, while the keys are in use.
void build_marks(SkinBuilder &b);
void build_card(SkinBuilder &b);
void build_attract(SkinBuilder &b);
void build_asking(SkinBuilder &b);
void build_code(SkinBuilder &b);
void build_service(SkinBuilder &b);

/// The language buttons, their right end at `right`. \return their left end
float build_languages(SkinBuilder &b, float right, float top);

/// What the open card has to say, in the visitor's language.
struct CardText
{
    std::string over;
    std::string title;
    std::string body;
    std::string others; ///< where accounts differ
    std::string sources;
};
[[nodiscard]] CardText card_text(SkinInput const &in);

} // namespace app
