// Any JSON in the place of atlas.json gives an AtlasInfo and problems in plain lines.

#include "fuzz_json.hpp"

#include "geo/io/raw_atlas.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const *data, std::size_t size)
{
    if (auto const json = fuzz::as_json(data, size)) {
        geo::Problems problems;
        (void)geo::parse_info(*json, problems);
        fuzz::require_lines(problems);
    }
    return 0;
}
