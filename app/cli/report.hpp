#pragma once

#include "app/cli/progress_line.hpp"

#include <iosfwd>

namespace app {

/// Progress of a command that makes a file: on the terminal for a person, or as lines "progress 0.250" for a program.
class Report
{
public:
    /// \param lines whether another program reads them from `out`
    Report(std::string what, bool lines, std::ostream &out);
    /// \param share 0 to 1
    void show(double share);

private:
    ProgressLine m_line;
    bool m_lines;
    std::ostream &m_out;
    int m_told = -1; ///< thousandths
};

} // namespace app
