#pragma once

#include "app/story/story_fixture.hpp"

#include "app/core/paths.hpp"
#include "app/kiosk/kiosk_skin.hpp"
#include "app/kiosk/kiosk_touches.hpp"
#include "app/scene/camera.hpp"

#include <algorithm>
#include <string>

namespace test {

/// The kiosk on the small atlas with its story of four steps, without window or pictures.
struct KioskOnPaper
{
    StoryView view;
    app::KioskRules rules;
    app::KioskState state;
    app::FontMetrics fonts;
    app::Texts texts{app::locale_dir(), "en"};
    app::KioskTouches touches;
    double time = 0;

    explicit KioskOnPaper(app::Viewport size = {1920, 1080}, std::string const &story = "day", float px_per_mm = 0)
    {
        rules.language = "en";
        rules.story = story;
        rules.px_per_mm = px_per_mm;
        rules.scale = 1.7F * static_cast<float>(std::min(size.width, size.height)) / 1080;
        rules.days = app::five_days(view.atlas->info);
        state = app::opening_kiosk(in(), size);
    }

    [[nodiscard]] app::KioskSurroundings in() const { return {{*view.atlas, view.projection}, rules}; }
    void act(app::KioskAction const &action) { state = reduce(std::move(state), action, in()); }
    /// Time in frames.
    void wait(double seconds)
    {
        for (double t = 0; t < seconds - 1e-9; t += 0.1) {
            act(app::Elapse{0.1});
        }
    }
    [[nodiscard]] app::KioskLayout layout() const
    {
        return app::lay_out_kiosk(state.view.viewport, rules, state.large);
    }
    [[nodiscard]] app::KioskSkin skin()
    {
        auto const lay = layout();
        return build_skin(input(lay));
    }
    [[nodiscard]] app::SkinInput input(app::KioskLayout const &lay)
    {
        return {*view.atlas, state, rules, lay, texts, texts, fonts, touches.pressed(), true, {}, nullptr};
    }
    app::KioskWishes finger(app::Touch::Phase phase, app::ScreenPoint at, int id = 1)
    {
        auto const lay = layout();
        auto const wishes = touches.feed({phase, id, at, time}, skin(), input(lay));
        for (auto const &action : wishes.actions) {
            act(action);
        }
        return wishes;
    }
    app::KioskWishes tap(app::ScreenPoint at)
    {
        time += 1;
        finger(app::Touch::Phase::begin, at);
        return finger(app::Touch::Phase::end, at);
    }
    [[nodiscard]] app::ScreenPoint where(std::string const &id)
    {
        auto const page = skin();
        auto const *const control = page.find(id);
        return control == nullptr ? app::ScreenPoint{-1, -1}
                                  : app::ScreenPoint{(control->rect.left + control->rect.right) / 2,
                                                     (control->rect.top + control->rect.bottom) / 2};
    }
};

} // namespace test
