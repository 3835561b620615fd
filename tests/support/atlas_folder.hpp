#pragma once

#include "geo/store/load_atlas.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace test {

/**
 * A small sound atlas in a temporary folder, for tests that then spoil one file of it. Two towns and a halt on a
 * railway along the parallel 41° N, one unit with a passenger, one event. Removed with the object.
 */
class AtlasFolder
{
public:
    AtlasFolder();
    ~AtlasFolder();
    AtlasFolder(AtlasFolder const &) = delete;
    AtlasFolder &operator=(AtlasFolder const &) = delete;

    [[nodiscard]] std::filesystem::path const &path() const { return m_path; }
    void write(std::string const &file, std::string_view content);
    /// Replaces the first occurrence; the test is wrong if there is none.
    void replace(std::string const &file, std::string_view what, std::string_view with);
    void remove(std::string const &file);
    [[nodiscard]] geo::LoadResult load() const { return geo::load_atlas(m_path); }
    /// All lines of `check`, joined.
    [[nodiscard]] std::string problems() const;

private:
    std::filesystem::path m_path;
};

/// An instant from its text, for tests. \pre the text is a valid date
[[nodiscard]] geo::Instant at(std::string_view text);

} // namespace test
