#include "app/i18n/number_text.hpp"
#include "app/ui/desk_data.hpp"
#include "app/ui/widgets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace app {
namespace {

/// An estimate is told with two figures, so that it does not look counted.
double rounded(double value)
{
    double const step = std::pow(10, std::floor(std::log10(std::max(value, 1.0))) - 1);
    return std::round(value / step) * step;
}

} // namespace

std::string share_text(Texts const &texts, LargeStatus const &status)
{
    auto const shown = number_text(texts, static_cast<double>(status.shown), 0);
    switch (status.counted) {
    case geo::Counted::exactly:
        return static_cast<double>(status.shown) < status.of
                   ? fmt::format(fmt::runtime(texts.tr("{0} of {1}")), shown, number_text(texts, status.of, 0))
                   : shown;
    case geo::Counted::about:
        return fmt::format(fmt::runtime(texts.tr("{0} of about {1}")), shown, number_text(texts, rounded(status.of), 0));
    case geo::Counted::at_least:
        return fmt::format(fmt::runtime(texts.tr("{0} of more than {1}")), shown,
                           number_text(texts, rounded(status.of), 0));
    }
    return shown;
}

void draw_large_note(PanelContext const &context)
{
    if (context.desk == nullptr || context.desk->large.empty()) {
        return;
    }
    auto const &layout = context.layout;
    auto const &texts = context.texts;
    // Beside the list and under the title, where no sheet of the tools lies over it.
    float const s = layout.scale;
    auto const &list = layout.story.empty() ? layout.events : layout.story;
    float const left = (list.empty() ? layout.title.x : list.x + list.width) + 12 * s;
    float const widest_sheet = 400 * s;
    float const room = std::max(160 * s, layout.tools.x + layout.tools.width - widest_sheet - 40 * s - left);
    ImGui::SetNextWindowPos({left, layout.title.y + layout.title.height + 8 * s});
    if (ImGui::Begin("##large", nullptr,
                     ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                         ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_AlwaysAutoResize |
                         ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoInputs)) {
        ImGui::PushFont(context.fonts.note);
        for (auto const &status : context.desk->large) {
            bool const fails = !status.error.empty();
            ImGui::PushStyleColor(ImGuiCol_Text, vec(fails ? context.theme.accent : context.theme.text));
            auto const words = fails          ? status.error
                               : status.asked ? share_text(texts, status)
                                              : std::string{texts.tr("is being asked …")};
            auto const line = fails ? words : fmt::format("{}: {}", status.name, words);
            ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + std::min(room, width_of(context.fonts.note, line) + 1));
            ImGui::TextUnformatted(line.c_str());
            ImGui::PopTextWrapPos();
            ImGui::PopStyleColor();
        }
        ImGui::PopFont();
    }
    ImGui::End();
}

} // namespace app
