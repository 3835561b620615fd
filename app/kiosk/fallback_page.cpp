#include "app/kiosk/fallback_page.hpp"

#include "app/i18n/texts.hpp"
#include "app/kiosk/kiosk_drawing.hpp"
#include "app/story/text_column.hpp"

#include <algorithm>

namespace app {
namespace {

std::string const *call_in(KioskSettings const &settings, std::string const &language)
{
    for (auto const &key : {language, std::string{}}) {
        if (auto const found = settings.call.find(key); found != settings.call.end() && !found->second.empty()) {
            return &found->second;
        }
    }
    return nullptr;
}

} // namespace

Scene build_fallback(KioskSettings const &settings, std::vector<std::string> const &languages,
                     std::filesystem::path const &catalogues, FontMetrics const &fonts, Viewport const &viewport)
{
    auto const width = static_cast<float>(viewport.width);
    auto const height = static_cast<float>(viewport.height);
    float const u = std::min(width, height) / 1080;
    KioskColours const c;
    Scene scene{viewport.width, viewport.height, c.paper, {}, {}};
    float const sheet_width = std::min(width - 120 * u, 1100 * u);
    TextColumn column{fonts, (width - sheet_width) / 2, 0, sheet_width};
    auto const set = [&](std::vector<Item> &items) {
        for (auto const &language : languages) {
            Texts const texts{catalogues, language};
            column.paragraph(texts.tr("This display is being repaired."), {Face::sans_bold, 46 * u, c.text, 1.25F},
                             items);
            column.skip(10 * u);
            if (auto const *const call = call_in(settings, language)) {
                column.paragraph(std::string{texts.tr("Please tell:")} + " " + *call, {Face::sans, 34 * u, c.accent, 1.3F},
                                 items);
            } else {
                column.paragraph(texts.tr("Please tell the staff of the exhibition."),
                                 {Face::sans, 34 * u, c.quiet, 1.3F}, items);
            }
            column.skip(64 * u);
        }
    };
    std::vector<Item> measured;
    set(measured);
    column.go_to(std::max(40 * u, (height - column.y() + 64 * u) / 2));
    set(scene.items);
    return scene;
}

} // namespace app
