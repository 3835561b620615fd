#include "app/state/citation.hpp"

#include "app/i18n/date_text.hpp"
#include "app/state/view_code.hpp"

#include <fmt/format.h>

namespace app {

std::string citation_of(ViewerState const &state, Surroundings const &in, Texts const &texts)
{
    auto const &info = in.atlas.info;
    auto const &clock = info.clock.in(state.language);
    return fmt::format(
        fmt::runtime(texts.tr("{title}. Marshrut atlas {id}, version {version}. State of {date}{clock}. View {code}")),
        fmt::arg("title", info.title.in(state.language)), fmt::arg("id", info.id), fmt::arg("version", info.version),
        fmt::arg("date", full_date_text(texts, state.now)), fmt::arg("clock", clock.empty() ? "" : " (" + clock + ")"),
        fmt::arg("code", view_code(state, in)));
}

} // namespace app
