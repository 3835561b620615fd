#include "app/cli/report.hpp"

#include <fmt/ostream.h>

#include <ostream>

namespace app {

Report::Report(std::string what, bool lines, std::ostream &out) : m_line{std::move(what)}, m_lines{lines}, m_out{out} {}

void Report::show(double share)
{
    m_line.show(share);
    auto const thousandths = static_cast<int>(share * 1000);
    if (m_lines && thousandths != m_told) {
        m_told = thousandths;
        fmt::print(m_out, "progress {:.3f}\n", share);
        m_out.flush();
    }
}

} // namespace app
