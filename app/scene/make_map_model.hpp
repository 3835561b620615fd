#pragma once

#include "app/scene/map_model.hpp"

#include <functional>
#include <stop_token>

namespace app {

/// Who waits for a map model: how far it is, and whether it is still wanted.
struct ModelWatch
{
    std::function<void(double)> progress; ///< 0 to 1, on the making thread; empty: nobody asks
    std::stop_token stop;
};

/// The same as make_map_model, watched: large files of other people take their time. \throws geo::Stopped
[[nodiscard]] MapModel make_map_model(std::shared_ptr<geo::Atlas const> atlas, geo::BaseMap const &base,
                                      geo::Projection const &projection, ModelWatch const &watch);

} // namespace app
