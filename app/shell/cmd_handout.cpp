#include "app/cli/commands.hpp"
#include "app/shell/commands.hpp"
#include "app/shell/session.hpp"
#include "app/shell/write_handout.hpp"

#include "geo/io/schema.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <ostream>

namespace app {
namespace {

/// Why the word names no story of the atlas.
std::string no_story(std::string const &word, geo::Atlas const &atlas)
{
    std::vector<std::string> known;
    std::ranges::transform(atlas.stories, std::back_inserter(known), &geo::Story::id);
    if (known.empty()) {
        return fmt::format("the atlas '{}' tells no stories", atlas.info.id);
    }
    auto const near = geo::nearest(word, known);
    return fmt::format("there is no story '{}'{}; stories are {}", word,
                       near.empty() ? "" : fmt::format(" (did you mean '{}'?)", near), fmt::join(known, ", "));
}

/// Why a step that is wished for is none of the story's; empty if all are.
std::string no_step(std::vector<std::string> const &wished, geo::Story const &story)
{
    std::vector<std::string> known;
    std::ranges::transform(story.steps, std::back_inserter(known), &geo::StoryStep::id);
    for (auto const &id : wished) {
        if (std::ranges::find(known, id) == known.end()) {
            return fmt::format("--steps: the story '{}' has no step '{}'; its steps are {}", story.id, id,
                               fmt::join(known, ", "));
        }
    }
    return {};
}

} // namespace

Exit run_handout(HandoutOptions const &options, std::ostream &err)
{
    auto const session = open_session(options.atlas);
    if (print_errors(session->problems, err)) {
        return Exit::data_errors;
    }
    auto const &atlas = *session->atlas;
    auto const story = geo::index_of(atlas.stories, options.story);
    if (!story) {
        err << "marshrut: handout: " << no_story(options.story, atlas) << '\n';
        return Exit::wrong_usage;
    }
    if (auto const why = no_step(options.steps, atlas.stories[*story]); !why.empty()) {
        err << "marshrut: handout: " << why << '\n';
        return Exit::wrong_usage;
    }
    auto const &languages = atlas.info.languages;
    HandoutWish wish{*story, options.steps, options.blind, options.language};
    if (wish.language.empty()) {
        wish.language = languages.empty() ? "en" : languages.front();
    } else if (!languages.empty() && std::ranges::find(languages, wish.language) == languages.end()) {
        err << fmt::format("marshrut: handout: --lang: the atlas is not written in '{}'; it is in {}\n", wish.language,
                           fmt::join(languages, ", "));
        return Exit::wrong_usage;
    }
    FontMetrics const fonts;
    write_handout(*session, wish, fonts, options.output);
    return Exit::done;
}

} // namespace app
