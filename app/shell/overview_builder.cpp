#include "app/shell/overview_builder.hpp"

#include "geo/raster/scan.hpp"

#include <exception>

namespace app {

OverviewBuilder::OverviewBuilder(std::filesystem::path scan, std::filesystem::path vrt)
: m_thread{[this, scan = std::move(scan), vrt = std::move(vrt)](std::stop_token const &stop) {
      try {
          geo::build_overviews(scan, vrt, [&](double share) {
              m_progress = share;
              return !stop.stop_requested();
          });
      } catch (std::exception const &failure) {
          m_error = failure.what();
      }
      m_done = true;
  }}
{}

} // namespace app
