#include "support/drawn_text.hpp"

#include <imgui_internal.h>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace test {
namespace {

struct Letter
{
    ImVec2 from;
    ImVec2 to;
    ImVec4 clip;
    std::string window;
    bool scrolls = false;        ///< what is cut above or below can be scrolled into view
    bool scrolls_across = false; ///< and what is cut at its side, by a bar that is there for it
};

/// A quad of ImGui's letters: four vertices, not of the white pixel that shapes are drawn with.
bool is_letter(ImDrawVert const *quad, ImVec2 white)
{
    return quad[0].uv.x != white.x && quad[0].uv.x < quad[1].uv.x && quad[0].uv.y < quad[2].uv.y &&
           quad[0].pos.y == quad[1].pos.y && quad[0].pos.x == quad[3].pos.x && quad[1].pos.x == quad[2].pos.x;
}

std::vector<Letter> drawn_letters()
{
    std::vector<Letter> letters;
    auto const white = ImGui::GetIO().Fonts->TexUvWhitePixel;
    for (auto const *const window : ImGui::GetCurrentContext()->Windows) {
        if (!window->Active || window->Hidden) {
            continue;
        }
        bool scrolls = false;
        bool scrolls_across = false;
        for (auto const *w = window; w != nullptr; w = w->ParentWindow) {
            scrolls = scrolls || w->ScrollMax.y > 0;
            scrolls_across =
                scrolls_across || (w->ScrollMax.x > 0 && (w->Flags & ImGuiWindowFlags_HorizontalScrollbar) != 0);
        }
        auto const &list = *window->DrawList;
        for (auto const &command : list.CmdBuffer) {
            for (unsigned i = 0; i + 6 <= command.ElemCount; i += 3) {
                auto const *const index = &list.IdxBuffer[static_cast<int>(command.IdxOffset + i)];
                // Letters are two triangles 0 1 2, 0 2 3.
                if (index[3] != index[0] || index[4] != index[2] || index[5] != index[2] + 1) {
                    continue;
                }
                auto const *const quad = &list.VtxBuffer[static_cast<int>(command.VtxOffset) + index[0]];
                if (is_letter(quad, white)) {
                    letters.push_back(
                        {quad[0].pos, quad[2].pos, command.ClipRect, window->Name, scrolls, scrolls_across});
                }
            }
        }
    }
    return letters;
}

bool seen(Letter const &l)
{
    return l.from.x < l.clip.z && l.to.x > l.clip.x && l.from.y < l.clip.w && l.to.y > l.clip.y;
}

std::string place(Letter const &l)
{
    return fmt::format("{} at {:.0f},{:.0f}", l.window, l.from.x, l.from.y);
}

/// Whether here begins a word that stands letter under letter, as its column is no wider than one.
bool stands_stacked(std::vector<Letter> const &letters, std::size_t i)
{
    constexpr std::size_t most = 6; // a list of keys has fewer
    for (std::size_t k = 1; k < most; ++k) {
        if (i + k >= letters.size() || letters[i + k].window != letters[i].window ||
            std::abs(letters[i + k].from.x - letters[i].from.x) > 3 ||
            letters[i + k].from.y < letters[i + k - 1].from.y + 6) {
            return false;
        }
    }
    return true;
}

} // namespace

TextFaults faults_of_drawn_text()
{
    TextFaults faults;
    auto const view = ImGui::GetIO().DisplaySize;
    auto const letters = drawn_letters();
    constexpr float slack = 0.75F; // a letter's quad reaches a little beyond its ink
    for (std::size_t i = 0; i < letters.size(); ++i) {
        auto const &l = letters[i];
        if (l.from.x < -slack || l.to.x > view.x + slack ||
            (!l.scrolls && (l.from.y < -slack || l.to.y > view.y + slack))) {
            faults.push_back("outside the view: " + place(l));
        } else if (!l.scrolls_across && (l.from.x < l.clip.x - slack || l.to.x > l.clip.z + slack)) {
            faults.push_back("cut at its side: " + place(l));
        } else if (!l.scrolls && (l.from.y < l.clip.y - slack || l.to.y > l.clip.w + slack)) {
            faults.push_back("cut above or below: " + place(l));
        }
        if (!l.scrolls_across && stands_stacked(letters, i)) { // a table has columns of single digits
            faults.push_back("letter under letter: " + place(l));
        }
        if (!seen(l)) {
            continue;
        }
        // The next letter of a word may reach into this one ("ff"); every other may not.
        for (std::size_t k = i + 2; k < letters.size(); ++k) {
            auto const &other = letters[k];
            if (other.window != l.window || !seen(other)) {
                continue;
            }
            float const x = std::min(l.to.x, other.to.x) - std::max(l.from.x, other.from.x);
            float const y = std::min(l.to.y, other.to.y) - std::max(l.from.y, other.from.y);
            float const least = std::min((l.to.x - l.from.x) * (l.to.y - l.from.y),
                                         (other.to.x - other.from.x) * (other.to.y - other.from.y));
            if (x > 0 && y > 0 && x * y > 0.3F * least) {
                faults.push_back("covered: " + place(l));
            }
        }
    }
    return faults;
}

} // namespace test
