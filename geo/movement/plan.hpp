#pragma once

#include "geo/check/problem.hpp"
#include "geo/movement/trajectory.hpp"

namespace geo {

/**
 * Trajectories of all units along the networks of their modes. A unit with a fault gets an empty trajectory and the
 * fault is reported.
 * \param fixes_file name for messages
 */
[[nodiscard]] std::vector<Trajectory> plan_trajectories(Atlas const &atlas, std::string const &fixes_file,
                                                        Problems &problems);

} // namespace geo
