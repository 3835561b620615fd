#pragma once

#include "app/kiosk/settings.hpp"
#include "app/scene/font_metrics.hpp"
#include "app/scene/scene.hpp"
#include "app/state/viewer_state.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace app {

/// What is shown where no atlas can be: that the display is out of order and whom to call, in each language at once.
/// Needs nothing that could be missing.
/// \param catalogues of the interface's texts; where they are missing all is English
[[nodiscard]] Scene build_fallback(KioskSettings const &settings, std::vector<std::string> const &languages,
                                   std::filesystem::path const &catalogues, FontMetrics const &fonts,
                                   Viewport const &viewport);

} // namespace app
