// Any bytes as GeoJSON are features with times that can be shown, or refused with a reason. Those that begin with the
// record separator (RFC 8142) are read as one feature a line.

#include "fuzz_foreign.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const *data, std::size_t size)
{
    bool const lines = size > 0 && data[0] == 0x1E;
    fuzz::try_foreign(lines ? "input.geojsonl" : "input.geojson", data, size);
    return 0;
}
