#pragma once

#include "support/program.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace test {

constexpr int hostile_limit_s = 10;
constexpr long hostile_limit_kib = 1L << 20;

/// A line that a terminal or a log can show: no control characters that would move its cursor or forge a second line.
inline bool is_plain(std::string const &lines)
{
    for (unsigned char const c : lines) {
        if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7F) {
            return false;
        }
    }
    return true;
}

/// Runs a command and asks what holds for every input: it ends by itself, in time, within memory, in plain lines.
inline Run try_on(std::vector<std::string> const &words)
{
    auto done = run_within(words, hostile_limit_s);
    CHECK_MESSAGE(done.exit < 128, "killed by a signal: it crashed or hung");
    CHECK(done.peak_kib < hostile_limit_kib);
    CHECK(is_plain(done.err));
    CHECK((done.exit == 0 || !done.err.empty() || !done.out.empty()));
    return done;
}

} // namespace test
