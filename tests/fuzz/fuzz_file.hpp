#pragma once

#include "support/temporary_folder.hpp"

#include <cstdint>
#include <filesystem>
#include <fstream>

namespace fuzz {

/// The input as a file of that name, for readers that open one. It is written over by the next; scripts/fuzz keeps the
/// folder in memory and removes it.
inline std::filesystem::path as_file(char const *name, std::uint8_t const *data, std::size_t size)
{
    static test::TemporaryFolder const folder;
    auto const file = folder.path() / name;
    std::ofstream out{file, std::ios::binary | std::ios::trunc};
    out.write(reinterpret_cast<char const *>(data), static_cast<std::streamsize>(size));
    return file;
}

} // namespace fuzz
