#include "app/state/carry_over.hpp"

#include "app/story/story_play.hpp"

#include <algorithm>

namespace app {
namespace {

template <typename Feature>
Selection by_id(Kind kind, geo::Index index, std::vector<Feature> const &from, std::vector<Feature> const &to)
{
    auto const found = geo::index_of(to, from[index].id);
    return found ? Selection{kind, *found} : Selection{};
}

Selection follow(Selection const &selection, geo::Atlas const &from, geo::Atlas const &to)
{
    switch (selection.kind) {
    case Kind::place:
        return by_id(selection.kind, selection.index, from.places, to.places);
    case Kind::unit:
        return by_id(selection.kind, selection.index, from.units, to.units);
    case Kind::event:
        return by_id(selection.kind, selection.index, from.events, to.events);
    case Kind::region:
        return by_id(selection.kind, selection.index, from.regions, to.regions);
    case Kind::line:
        return by_id(selection.kind, selection.index, from.lines, to.lines);
    case Kind::person:
        return by_id(selection.kind, selection.index, from.people, to.people);
    default:
        return {};
    }
}

/// The told step follows the ids of its story and itself; a quiz knows only the atlas it was made from.
void follow_story(ViewerState &state, geo::Atlas const &from, geo::Atlas const &to)
{
    state.quiz = {};
    auto const *const step = told_step(state.story, from);
    if (step == nullptr) {
        return;
    }
    auto const story = geo::index_of(to.stories, from.stories[*state.story.story].id);
    auto const place = story ? geo::index_of(to.stories[*story].steps, step->id) : std::nullopt;
    if (!place) {
        state.story = {};
        return;
    }
    state.story.story = story;
    state.story.step = *place;
}

} // namespace

ViewerState carry_over(ViewerState state, geo::Atlas const &from, geo::Atlas const &to)
{
    state.selection = follow(state.selection, from, to);
    follow_story(state, from, to);
    state.history = {};                // its selections are of the earlier reading
    state.desk.filter.sources.clear(); // likewise
    auto const &span = to.info.span;
    state.now = std::clamp(state.now, span.begin, span.end - geo::Seconds{1});
    if (state.ruler.begin < span.begin || span.end < state.ruler.end) {
        state.ruler = to.info.opening_ruler;
    }
    return state;
}

} // namespace app
