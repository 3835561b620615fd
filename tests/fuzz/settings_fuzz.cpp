// Any bytes as the settings of the viewer or of the kiosk are settings, or refused in one line. What the viewer takes
// it writes so that it comes back.

#include "fuzz_text.hpp"

#include "app/kiosk/settings.hpp"
#include "app/state/settings.hpp"

#include <stdexcept>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const *data, std::size_t size)
{
    auto const text = fuzz::as_text(data, size);
    try {
        auto const settings = app::from_settings_text(text);
        fuzz::require(app::from_settings_text(app::to_settings_text(settings)) == settings);
    } catch (std::runtime_error const &error) {
        fuzz::require_line(error.what());
    }
    try {
        (void)app::parse_settings(std::string{text}, "kiosk.json");
    } catch (std::runtime_error const &error) {
        fuzz::require(*error.what() != '\0');
    }
    return 0;
}
