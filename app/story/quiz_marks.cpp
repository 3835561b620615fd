#include "app/story/quiz_marks.hpp"

#include "app/scene/drawing.hpp"
#include "app/scene/symbols.hpp"
#include "app/story/stage.hpp"

#include <algorithm>

namespace app {

Scene build_quiz_marks(SceneInput const &in)
{
    Scene scene{in.view.viewport.width, in.view.viewport.height, {}, {}, {}};
    auto const &quiz = in.view.quiz;
    auto const *const question = quiz.question();
    if (question == nullptr || !quiz.answered() || question->kind == QuestionKind::came_first) {
        return scene;
    }
    Drawing const drawing{in};
    constexpr Colour right{0x1F, 0x7A, 0x3F, 0xFF};
    constexpr Colour guessed{0xA8, 0x20, 0x1A, 0xFF};
    float const type = on_slide(in.view.presenter) ? slide_type(in.view.viewport) : 17 * in.view.ui_scale;
    auto const target = drawing.screen(in.map.places[question->place]);
    if (quiz.guess_on_map) {
        auto const guess = drawing.screen(*quiz.guess_on_map);
        for (auto const &[width, colour] : {std::pair{type * 0.3F, in.style.halo}, std::pair{type * 0.14F, guessed}}) {
            scene.items.emplace_back(Drawing::stroke({guess, target}, width, colour, {type * 0.5F, type * 0.35F}));
        }
        scene.items.emplace_back(disc(guess, type * 0.42F, in.style.symbol_edge));
        scene.items.emplace_back(disc(guess, type * 0.3F, guessed));
    }
    scene.items.emplace_back(ring(target, type * 0.75F, type * 0.36F, in.style.halo));
    scene.items.emplace_back(ring(target, type * 0.75F, type * 0.2F, right));
    auto const &name = in.map.atlas->places[question->place].name.in(in.view.language);
    float const width = in.fonts.width(Face::sans_bold, name, type);
    bool const room_right = target.x + type * 1.2F + width < in.free.right;
    float const left = room_right ? target.x + type * 1.2F : target.x - type * 1.2F - width;
    scene.items.emplace_back(
        Text{{left, target.y + type * 0.36F}, name, Face::sans_bold, type, right, in.style.halo, type * 0.18F, 0, 0});
    return scene;
}

} // namespace app
