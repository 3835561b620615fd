#pragma once

#include "geo/io/text_line.hpp"

#include <filesystem>
#include <stdexcept>
#include <string>

namespace geo {

/// An input could not be read at all. what() is one line, fit to show to a user.
struct DataError : std::runtime_error
{
    DataError(std::filesystem::path file_, std::string const &reason)
    : std::runtime_error{plain_line(file_.string() + ": " + reason)}, file{std::move(file_)}
    {}

    std::filesystem::path file;
};

} // namespace geo
