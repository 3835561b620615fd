#include "app/story/stage.hpp"

#include "app/scene/camera.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace app {
namespace {

// The paper of the viewer, pixels at 100 %: see lay_out.
constexpr float margin = 16;
constexpr float title_bottom = 72;
constexpr float timeline_height = 158;

std::size_t letters(std::string const &utf8)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// Lines that so many letters take, by the mean width of a letter of the sans face (0.59 of the em, Cyrillic included)
/// and the room that breaking between words leaves.
float lines(std::size_t count, float size, float width)
{
    return std::ceil(static_cast<float>(count) * size * 0.59F / (width * 0.93F));
}

/// Whether every beat of the step fits into a panel of that width.
bool fits(geo::StoryStep const &step, std::string const &language, Viewport const &viewport, float width)
{
    float const size = slide_type(viewport);
    float const inner = width - 2 * size * 0.9F;
    auto const room = [&](geo::LocalText const &text, float of) {
        auto const &words = text.in(language);
        return words.empty() ? 0.0F : lines(letters(words), of, inner) * of * 1.3F;
    };
    float const fixed = size * 6.6F + room(step.title, size * 1.12F);
    float const told = room(step.text, size);
    float const asked = room(step.question, size) + room(step.answer, size) + size * 2;
    return fixed + std::max(told, asked) <= static_cast<float>(viewport.height);
}

constexpr float quiz_share = 0.45F;

float slide_width(geo::StoryStep const &step, std::string const &language, Viewport const &viewport)
{
    auto const width = static_cast<float>(viewport.width);
    constexpr std::array shares{0.365F, 0.42F, 0.48F, 0.54F, 0.6F};
    for (float const share : shares) {
        if (fits(step, language, viewport, width * share)) {
            return width * share;
        }
    }
    return width * shares.back();
}

} // namespace

float slide_type(Viewport const &viewport)
{
    return static_cast<float>(viewport.height) / 25;
}

float story_sheet_width(ViewerState const &state)
{
    return std::min(470 * state.ui_scale, static_cast<float>(state.viewport.width) * 0.38F);
}

float slide_map_scale(Viewport const &viewport)
{
    constexpr float name_size = 16; ///< of the names of towns
    return slide_type(viewport) / name_size;
}

Stage stage_of(ViewerState const &state, geo::Atlas const &atlas)
{
    auto const width = static_cast<float>(state.viewport.width);
    auto const height = static_cast<float>(state.viewport.height);
    if (on_slide(state.presenter)) {
        auto const *const step = told_step(state.story, atlas);
        float const panel = state.quiz.open() ? std::round(width * quiz_share)
                            : step == nullptr ? 0
                                              : std::round(slide_width(*step, state.language, state.viewport));
        return {{0, 0, panel, height}, {panel, 0, width, height}};
    }
    float const s = state.ui_scale;
    float const panel = story_sheet_width(state);
    float const top = (title_bottom + margin) * s;
    float const bottom = height - (2 * margin + timeline_height) * s;
    return {{margin * s, top, margin * s + panel, bottom},
            {margin * s + panel, title_bottom * s, width, height - (margin + timeline_height) * s}};
}

Camera seen_on(ViewerState const &other, Stage const &its_stage, ViewerState const &state, Stage const &stage)
{
    auto const middle = [](Rect const &r) { return ScreenPoint{(r.left + r.right) / 2, (r.top + r.bottom) / 2}; };
    auto const &from = stage.map;
    auto const &to = its_stage.map;
    double const wider = std::max((from.right - from.left) / std::max(1.0F, to.right - to.left),
                                  (from.bottom - from.top) / std::max(1.0F, to.bottom - to.top));
    Camera camera{to_map(state.camera, state.viewport, middle(from)), state.camera.metres_per_pixel * wider};
    auto const at = middle(to);
    camera.centre.x -= (static_cast<double>(at.x) - other.viewport.width / 2.0) * camera.metres_per_pixel;
    camera.centre.y += (static_cast<double>(at.y) - other.viewport.height / 2.0) * camera.metres_per_pixel;
    return camera;
}

Camera fit_within(geo::Projection const &projection, geo::Box const &extent, Viewport const &viewport, Rect const &part)
{
    Viewport const room{std::max(1, static_cast<int>(part.right - part.left)),
                        std::max(1, static_cast<int>(part.bottom - part.top))};
    auto camera = fit(projection, extent, room);
    // The extent's middle goes to the middle of the part, not of the view.
    auto const middle_x = static_cast<double>(part.left + part.right) / 2;
    auto const middle_y = static_cast<double>(part.top + part.bottom) / 2;
    camera.centre.x -= (middle_x - viewport.width / 2.0) * camera.metres_per_pixel;
    camera.centre.y += (middle_y - viewport.height / 2.0) * camera.metres_per_pixel;
    return camera;
}

} // namespace app
