// Any bytes as GPX are features with times that can be shown, or refused with a reason.

#include "fuzz_foreign.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const *data, std::size_t size)
{
    fuzz::try_foreign("input.gpx", data, size);
    return 0;
}
