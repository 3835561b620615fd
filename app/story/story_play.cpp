#include "app/story/story_play.hpp"

#include "app/story/reading_pace.hpp"

#include <algorithm>

namespace app {

geo::StoryStep const *told_step(StoryPlay const &play, geo::Atlas const &atlas)
{
    if (!play.story || *play.story >= atlas.stories.size()) {
        return nullptr;
    }
    auto const &steps = atlas.stories[*play.story].steps;
    return play.step < steps.size() ? &steps[play.step] : nullptr;
}

std::optional<geo::Index> first_story(geo::Atlas const &atlas)
{
    auto const told = [&](geo::Story const &story) {
        auto const &steps = story.steps;
        auto const t = atlas.info.opening_at;
        return story.audience == "class" && !steps.empty() && steps.front().at <= t + std::chrono::days{1} &&
               t <= steps.back().until.value_or(steps.back().at);
    };
    auto const full = [](geo::Story const &story) { return !story.steps.empty(); };
    auto found = std::ranges::find_if(atlas.stories, told);
    if (found == atlas.stories.end()) {
        found = std::ranges::find_if(atlas.stories, full);
    }
    return found == atlas.stories.end() ? std::nullopt
                                        : std::optional{static_cast<geo::Index>(found - atlas.stories.begin())};
}

std::optional<std::size_t> step_beyond(StoryPlay const &play, geo::Story const &story, int steps)
{
    auto const count = static_cast<std::ptrdiff_t>(story.steps.size());
    auto at = static_cast<std::ptrdiff_t>(play.step);
    std::ptrdiff_t const way = steps < 0 ? -1 : 1;
    for (std::ptrdiff_t looked = 0; looked < count; ++looked) { // a loop of noted steps only must end, too
        at += way;
        if (play.loop) {
            at = (at + count) % count;
        }
        if (at < 0 || at >= count) {
            return std::nullopt;
        }
        if (!play.skip_noted || story.steps[static_cast<std::size_t>(at)].content_note.empty()) {
            return static_cast<std::size_t>(at);
        }
    }
    return std::nullopt;
}

Beat first_beat(geo::StoryStep const &step)
{
    return step.content_note.empty() ? Beat::told : Beat::warned;
}

std::optional<Beat> beat_after(geo::StoryStep const &step, Beat beat)
{
    switch (beat) {
    case Beat::warned:
        return Beat::told;
    case Beat::told:
        return step.question.empty() ? std::nullopt : std::optional{Beat::asked};
    case Beat::asked:
        return step.answer.empty() ? std::nullopt : std::optional{Beat::answered};
    case Beat::answered:
        break;
    }
    return std::nullopt;
}

std::optional<Beat> beat_before(geo::StoryStep const &step, Beat beat)
{
    switch (beat) {
    case Beat::answered:
        return Beat::asked;
    case Beat::asked:
        return Beat::told;
    case Beat::told:
        return step.content_note.empty() ? std::nullopt : std::optional{Beat::warned};
    case Beat::warned:
        break;
    }
    return std::nullopt;
}

double beat_seconds(geo::StoryStep const &step, Beat beat, std::string_view language, double moving)
{
    constexpr double to_think = 6;
    switch (beat) {
    case Beat::warned:
        return reading_seconds(step.content_note.in(language));
    case Beat::told:
        return std::max(moving + 1.5,
                        reading_seconds(step.title.in(language)) + reading_seconds(step.text.in(language)));
    case Beat::asked:
        return reading_seconds(step.question.in(language)) + to_think;
    case Beat::answered:
        return reading_seconds(step.answer.in(language));
    }
    return 0;
}

} // namespace app
