#pragma once

#include "app/shell/bench.hpp"

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// One measured number with what it may be at most and what is aimed at; a figure without them only informs.
struct Figure
{
    std::string name;
    double value = 0;
    std::optional<double> must;
    std::optional<double> aim;
    [[nodiscard]] bool ok() const { return !must || value <= *must; }
};
using Figures = std::vector<Figure>;

/// p50 and p99 of a phase over those of its floor frames, and the floor itself.
void add_phase(PhaseTimes const &phase, double must, double aim, Figures &figures);

/// The machine's processors and its load, for whoever reads the figures.
[[nodiscard]] std::string machine_text();

/// marshrut-bench/1.
void print_json(Figures const &figures, std::ostream &out);
void print_table(Figures const &figures, std::ostream &out);

} // namespace app
