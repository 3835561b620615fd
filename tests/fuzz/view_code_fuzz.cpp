// Any word as the code of a view is a view whose own code says the same, or refused in one line.

#include "fuzz_text.hpp"

#include "app/state/view_code.hpp"

#include <boost/crc.hpp>
#include <fmt/format.h>

namespace {

geo::Atlas some_atlas()
{
    geo::Atlas atlas;
    atlas.info.id = "a";
    atlas.info.span = {geo::parse_edtf("1920-04-25").value->earliest(), geo::parse_edtf("1920-05-01").value->latest()};
    atlas.info.home = {45, 38, 52, 43};
    atlas.places.resize(2);
    atlas.places[1].id = "baku";
    atlas.units.resize(1);
    atlas.units[0].id = "train";
    return atlas;
}

/// The word with the checksum that its maker would have put behind it.
std::string with_check(std::string_view word)
{
    boost::crc_16_type crc;
    crc.process_bytes(word.data(), word.size());
    return fmt::format("{}/{:04x}", word, crc.checksum());
}

void try_code(std::string_view code, app::Surroundings const &in)
{
    auto const result = app::apply_view_code({}, code, in);
    if (auto const *const fault = std::get_if<std::string>(&result)) {
        fuzz::require_line(*fault);
        return;
    }
    auto const state = app::snapped(std::get<app::ViewerState>(result), in);
    auto const again = app::apply_view_code({}, app::view_code(state, in), in);
    auto const *const same = std::get_if<app::ViewerState>(&again);
    fuzz::require(same != nullptr && same->camera == state.camera && same->now == state.now &&
                  same->selection == state.selection && same->hidden == state.hidden);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const *data, std::size_t size)
{
    static auto const atlas = some_atlas();
    static geo::Projection const projection{"", atlas.info.home};
    auto const word = fuzz::as_text(data, size);
    try_code(word, {atlas, projection});
    try_code(with_check(word), {atlas, projection});
    return 0;
}
