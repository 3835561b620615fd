#pragma once

#include <doctest/doctest.h>

#include <string>

namespace test {

/// For CHECK(text(s) == Contains("…")): doctest 2.4.9 compares Contains with its own string only.
inline doctest::String text(std::string const &value)
{
    return {value.data(), static_cast<unsigned>(value.size())};
}

} // namespace test
