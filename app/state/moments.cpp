#include "app/state/moments.hpp"

namespace app {

geo::Instant moment_of(geo::Event const &event)
{
    return event.start && event.start->start ? event.start->start->first : event.span.begin;
}

} // namespace app
