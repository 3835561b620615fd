// Any text is either a date with a meaning or refused with a reason.

#include "fuzz_text.hpp"

#include "geo/time/edtf.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const *data, std::size_t size)
{
    auto const parsed = geo::parse_edtf(fuzz::as_text(data, size));
    fuzz::require(parsed.value.has_value() == parsed.error.empty());
    if (parsed.value) {
        fuzz::require(!parsed.value->start || parsed.value->start->first <= parsed.value->start->last);
        (void)parsed.value->earliest();
        (void)parsed.value->latest();
    }
    return 0;
}
