#pragma once

#include "support/atlas_folder.hpp"

#include "app/state/reduce.hpp"

#include <memory>
#include <string>

namespace test {

/// The small atlas with a story of four steps, and a view in which it can be told.
struct StoryView
{
    AtlasFolder folder;
    std::shared_ptr<geo::Atlas const> atlas;
    geo::Projection projection;
    app::ViewerState state;

    StoryView() : atlas{load(folder)}, projection{atlas->info.crs, atlas->info.home}
    {
        state = app::opening_state({*atlas, projection}, {1200, 800});
    }

    static std::shared_ptr<geo::Atlas const> load(AtlasFolder &folder)
    {
        folder.write("stories/day.json", R"({"format": "marshrut-story/1", "id": "day", "title": {"en": "A day"},
 "summary": {"en": "One day."}, "audience": "class", "steps": [
 {"id": "s01", "camera": {"bbox": [47.5, 40.5, 49.5, 41.5]}, "at": "1920-04-27T00:00", "until": "1920-04-27T10:00",
  "seconds": 10, "select": "unit:train", "title": {"en": "On the way"}, "text": {"en": "The train runs."},
  "question": {"en": "Where to?"}, "answer": {"en": "East."}, "notes": {"en": "Wait."}, "events": ["ev1"]},
 {"id": "s02", "camera": {"bbox": [49.5, 40.8, 50.5, 41.2]}, "at": "1920-04-27T12:00", "layers": ["places", "units"],
  "title": {"en": "Arrived"}, "text": {"en": "It stands."}},
 {"id": "s03", "camera": {"bbox": [47, 40, 51, 42]}, "at": "1920-04-28T00:00", "until": "1920-04-29T00:00", "seconds": 5,
  "title": {"en": "The dead"}, "text": {"en": "Many died."}, "content_note": {"en": "Tells of killings."}},
 {"id": "s04", "camera": {"bbox": [47, 40, 51, 42]}, "at": "1920-04-30", "title": {"en": "After"},
  "text": {"en": "The end."}}]})");
        return folder.load().atlas;
    }

    void act(app::Action const &action) { state = reduce(state, action, {*atlas, projection}); }
    /// Lets real time pass, frame by frame.
    void wait(double seconds)
    {
        for (double t = 0; t < seconds - 1e-9; t += 0.05) {
            act(app::Tick{0.05});
        }
    }
    [[nodiscard]] std::string step() const
    {
        return state.story.story ? atlas->stories[*state.story.story].steps[state.story.step].id : "";
    }
};

} // namespace test
