#include "support/content.hpp"

#include <fstream>
#include <sstream>

namespace test {

std::string content(std::filesystem::path const &file)
{
    std::ostringstream bytes;
    bytes << std::ifstream{file, std::ios::binary}.rdbuf();
    return bytes.str();
}

} // namespace test
