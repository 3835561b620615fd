#include "app/story/slide.hpp"

#include "app/i18n/date_text.hpp"
#include "app/scene/symbols.hpp"
#include "app/story/quiz_text.hpp"
#include "app/story/stage.hpp"
#include "app/story/text_column.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace app {
namespace {

/// Builds one slide with type of one size; lives for one call.
class SlideBuilder
{
public:
    SlideBuilder(SlideInput const &in, float type)
    : m_in{in}, m_type{type}, m_stage{stage_of(in.state, in.atlas)}, m_column{in.fonts,
                                                                              m_stage.panel.left + type * 0.95F,
                                                                              type * 0.8F,
                                                                              m_stage.panel.right - m_stage.panel.left -
                                                                                  type * 1.9F}
    {
        m_slide.scene.width = in.state.viewport.width;
        m_slide.scene.height = in.state.viewport.height;
    }

    void build()
    {
        auto const *const step = told_step(m_in.state.story, m_in.atlas);
        if (!m_in.state.quiz.open() && step == nullptr) {
            plate();
            return;
        }
        items().emplace_back(block(m_stage.panel, m_colours.paper));
        auto edge = m_stage.panel;
        edge.left = edge.right - std::max(1.0F, m_type * 0.04F);
        items().emplace_back(block(edge, m_colours.edge));
        if (m_in.state.quiz.open()) {
            quiz();
        } else {
            told(*step);
        }
        foot();
    }

    [[nodiscard]] bool fits() const { return m_column.y() <= m_bottom; }
    Slide take() { return std::move(m_slide); }

private:
    std::vector<Item> &items() { return m_slide.scene.items; }
    [[nodiscard]] std::string const &language() const { return m_in.texts.language(); }
    [[nodiscard]] BlockType body() const { return {Face::sans, m_type, m_colours.text, 1.28F}; }
    [[nodiscard]] BlockType strong() const { return {Face::sans_bold, m_type * 1.12F, m_colours.text, 1.2F}; }
    [[nodiscard]] BlockType quiet() const { return {Face::sans, m_type, m_colours.quiet, 1.25F}; }

    /// One line; a name that is too long gives way to what counts.
    void overline(std::string name, std::string const &count)
    {
        auto const width = [&](std::string const &words) { return m_in.fonts.width(Face::sans, words, m_type); };
        auto const whole = name;
        while (!name.empty() && width(name + "… · " + count) > m_column.width()) {
            do {
                name.pop_back();
            } while (!name.empty() && (static_cast<unsigned char>(name.back()) & 0xC0U) == 0x80U);
            if (!name.empty() && static_cast<unsigned char>(name.back()) >= 0xC0U) {
                name.pop_back(); // the first byte of a letter that is gone
            }
        }
        bool const fits_whole = width(whole + " · " + count) <= m_column.width();
        m_column.paragraph((fits_whole ? whole : name + "…") + " · " + count, quiet(), items());
    }

    void date()
    {
        auto const minute = geo::EdtfDate{m_in.state.now, m_in.state.now, geo::Precision::minute};
        geo::Edtf const now{false, minute, minute};
        m_column.paragraph(date_text(m_in.texts, now), {Face::sans_bold, m_type * 1.4F, m_colours.accent, 1.15F},
                           items());
    }

    void told(geo::StoryStep const &step)
    {
        auto const &play = m_in.state.story;
        auto const &story = m_in.atlas.stories[*play.story];
        overline(story.title.in(language()), fmt::format("{} / {}", play.step + 1, story.steps.size()));
        date();
        m_column.skip(m_type * 0.15F);
        m_column.paragraph(step.title.in(language()), strong(), items());
        m_column.skip(m_type * 0.35F);
        switch (play.beat) {
        case Beat::warned:
            m_column.boxed(step.content_note.in(language()), body(), m_colours.box, m_colours.bar, items());
            m_column.skip(m_type * 0.5F);
            button(m_in.texts.tr("Show the step"), AdvanceStory{1});
            button(m_in.texts.tr("Skip the step"), SkipStep{1});
            break;
        case Beat::told:
            m_column.paragraph(step.text.in(language()), body(), items());
            break;
        case Beat::asked:
        case Beat::answered:
            m_column.boxed(step.question.in(language()), body(), m_colours.box, m_colours.bar, items());
            m_column.skip(m_type * 0.5F);
            if (play.beat == Beat::answered) {
                m_column.paragraph(step.answer.in(language()), body(), items());
            }
            break;
        }
    }

    void quiz()
    {
        auto const &play = m_in.state.quiz;
        auto const &texts = m_in.texts;
        auto const *const question = play.question();
        if (question == nullptr) {
            overline(texts.tr("Quiz"), std::to_string(play.questions->size()));
            m_column.paragraph(result_text(play, texts), strong(), items());
            m_column.skip(m_type * 0.5F);
            button(texts.tr("Close the quiz"), CloseQuiz{});
            return;
        }
        overline(texts.tr("Quiz"), fmt::format("{} / {}", play.at + 1, play.questions->size()));
        m_column.skip(m_type * 0.2F);
        m_column.paragraph(question_text(*question, m_in.atlas, texts), strong(), items());
        m_column.skip(m_type * 0.5F);
        if (!play.answered()) {
            for (std::size_t i = 0; i < question->choices.size(); ++i) {
                button(m_in.atlas.events[question->choices[i]].title.in(language()), Choose{i});
            }
            if (play.wants_point()) {
                m_column.paragraph(texts.tr("Click on the map."), quiet(), items());
                m_column.skip(m_type * 0.5F);
            }
            button(texts.tr("Show the answer"), ShowSolution{});
            return;
        }
        m_column.boxed(verdict_text(play, m_in.atlas, texts), strong(), m_colours.box, m_colours.bar, items());
        m_column.skip(m_type * 0.4F);
        m_column.paragraph(explanation_text(*question, m_in.atlas, texts), body(), items());
        if (auto const sources = question_sources(*question, m_in.atlas, language()); !sources.empty()) {
            m_column.skip(m_type * 0.3F);
            m_column.paragraph(sources, quiet(), items());
        }
        m_column.skip(m_type * 0.4F);
        button(texts.tr("Next question"), NextQuestion{});
    }

    void button(std::string const &words, Action action)
    {
        BlockType const setting{Face::sans, m_type, m_colours.text, 1.2F};
        float const pad = m_type * 0.4F;
        TextColumn inner{m_in.fonts, m_column.left() + pad, m_column.y() + pad, m_column.width() - 2 * pad};
        float const height = inner.height_of(words, setting) + 2 * pad;
        Rect const rect{m_column.left(), m_column.y(), m_column.left() + m_column.width(), m_column.y() + height};
        auto ground = block(rect, m_colours.box);
        Stroke edge;
        edge.points = ground.points;
        edge.closed = true;
        edge.width = m_type * 0.06F;
        edge.colour = m_colours.bar;
        items().emplace_back(std::move(ground));
        items().emplace_back(std::move(edge));
        inner.paragraph(words, setting, items());
        m_slide.buttons.push_back({rect, std::move(action)});
        m_column.skip(height + m_type * 0.35F);
    }

    /// How far the story is, and the timer.
    void foot()
    {
        auto const &play = m_in.state.story;
        auto const height = static_cast<float>(m_in.state.viewport.height);
        m_bottom = height - m_type * 0.6F;
        if (auto const timer = timer_text(); !timer.empty()) {
            m_bottom -= m_type * 1.3F;
            bool const over = m_in.state.presenter.timer_left < 0;
            items().emplace_back(Text{{m_column.left(), height - m_type * 0.75F},
                                      timer,
                                      Face::sans_bold,
                                      m_type,
                                      over ? m_colours.accent : m_colours.text,
                                      {},
                                      0,
                                      0,
                                      0});
        }
        if (!m_in.state.quiz.open()) {
            auto const count = static_cast<float>(m_in.atlas.stories[*play.story].steps.size());
            float const thick = m_type * 0.16F;
            auto const width = m_stage.panel.right - m_stage.panel.left;
            Rect const track{m_stage.panel.left, height - thick, m_stage.panel.right, height};
            items().emplace_back(block(track, m_colours.edge));
            items().emplace_back(block(
                {track.left, track.top, track.left + width * static_cast<float>(play.step + 1) / count, track.bottom},
                m_colours.accent));
        }
    }

    [[nodiscard]] std::string timer_text() const
    {
        auto const &mode = m_in.state.presenter;
        if (mode.timer_minutes == 0) {
            return {};
        }
        auto const left = std::lround(std::ceil(mode.timer_left));
        auto const span = std::abs(left);
        return fmt::format("{}{}:{:02}", left < 0 ? "+" : "", span / 60, span % 60);
    }

    /// The date on a plate at the foot of a map that is shown alone.
    void plate()
    {
        auto const minute = geo::EdtfDate{m_in.state.now, m_in.state.now, geo::Precision::minute};
        auto words = date_text(m_in.texts, geo::Edtf{false, minute, minute});
        if (auto const timer = timer_text(); !timer.empty()) {
            words += "  ·  " + timer;
        }
        float const size = m_type * 1.4F;
        float const width = m_in.fonts.width(Face::sans_bold, words, size);
        auto const height = static_cast<float>(m_in.state.viewport.height);
        Rect const rect{0, height - size * 1.5F, width + size, height};
        items().emplace_back(block(rect, m_colours.paper));
        items().emplace_back(
            Text{{size * 0.5F, height - size * 0.42F}, words, Face::sans_bold, size, m_colours.accent, {}, 0, 0, 0});
        m_bottom = height;
    }

    SlideInput const &m_in;
    float m_type;
    SlideColours m_colours;
    Stage m_stage;
    TextColumn m_column;
    Slide m_slide;
    float m_bottom = 0;
};

/// All of the view but a disc, as one strip of triangles about it, so that no part is darkened twice.
Fill all_but_disc(ScreenPoint at, float radius, Viewport const &viewport, Colour colour)
{
    constexpr std::uint32_t corners = 128;
    float const reach = std::hypot(static_cast<float>(viewport.width), static_cast<float>(viewport.height)) * 1.1F;
    Fill fill;
    auto triangles = std::make_shared<std::vector<std::uint32_t>>();
    for (float const r : {reach, radius}) {
        for (std::uint32_t i = 0; i < corners; ++i) {
            float const angle = static_cast<float>(i) * 2 * std::numbers::pi_v<float> / corners;
            fill.points.push_back({at.x + std::cos(angle) * r, at.y + std::sin(angle) * r});
        }
        fill.ring_ends.push_back(static_cast<std::uint32_t>(fill.points.size()));
    }
    for (std::uint32_t i = 0; i < corners; ++i) {
        auto const next = (i + 1) % corners;
        for (auto const index : {i, next, corners + i, next, corners + next, corners + i}) {
            triangles->push_back(index);
        }
    }
    fill.triangles = std::move(triangles);
    fill.colour = colour;
    return fill;
}

} // namespace

Slide build_slide(SlideInput const &in)
{
    auto const &viewport = in.state.viewport;
    if (in.state.presenter.blank) {
        Slide blank;
        blank.scene = {viewport.width, viewport.height, {}, {}, {}};
        blank.scene.items.emplace_back(block(
            {0, 0, static_cast<float>(viewport.width), static_cast<float>(viewport.height)}, SlideColours{}.blank));
        return blank;
    }
    // The panel is as wide as the text needs; where an atlas's text is longer than any panel, small type is better
    // than none.
    for (float const share : {1.0F, 0.9F, 0.8F, 0.7F, 0.6F}) {
        SlideBuilder builder{in, slide_type(viewport) * share};
        builder.build();
        if (builder.fits() || share == 0.6F) {
            return builder.take();
        }
    }
    return {};
}

std::optional<Action> action_at(Slide const &slide, ScreenPoint at)
{
    for (auto const &[rect, action] : slide.buttons) {
        if (at.x >= rect.left && at.x < rect.right && at.y >= rect.top && at.y < rect.bottom) {
            return action;
        }
    }
    return std::nullopt;
}

Scene build_pointer(Pointer pointer, ScreenPoint at, Viewport const &viewport)
{
    Scene scene{viewport.width, viewport.height, {}, {}, {}};
    float const type = slide_type(viewport);
    if (pointer == Pointer::laser) {
        scene.items.emplace_back(disc(at, type * 0.55F, {0xFF, 0xFF, 0xFF, 0xB0}));
        scene.items.emplace_back(disc(at, type * 0.36F, {0xE0, 0x10, 0x10, 0xFF}));
    } else if (pointer == Pointer::spotlight) {
        scene.items.emplace_back(all_but_disc(at, type * 3.6F, viewport, {0x08, 0x0A, 0x0C, 0xB4}));
    }
    return scene;
}

} // namespace app
