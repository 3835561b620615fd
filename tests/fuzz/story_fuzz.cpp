// Any JSON in the place of a story gives steps or problems in plain lines.

#include "fuzz_json.hpp"

#include "geo/io/raw_atlas.hpp"
#include "geo/model/build_stories.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const *data, std::size_t size)
{
    if (auto json = fuzz::as_json(data, size)) {
        geo::RawAtlas raw;
        raw.stories.emplace_back("stories/fuzz.json", std::move(*json));
        geo::Problems problems;
        geo::IdTable const events{"event"};
        (void)geo::build_stories(raw, events, problems);
        fuzz::require_lines(problems);
    }
    return 0;
}
