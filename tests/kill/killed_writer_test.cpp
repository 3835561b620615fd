// Whoever writes may be killed at any moment: the old file or the new one is there, whole, and what was begun is
// cleared away by the next that writes.

#include "support/atlas_folder.hpp"
#include "support/content.hpp"
#include "support/program.hpp"
#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <functional>
#include <map>
#include <random>
#include <set>

namespace fs = std::filesystem;

namespace {

constexpr int kills = 50;

using Contents = std::map<fs::path, std::string>;

Contents contents(fs::path const &folder)
{
    Contents found;
    for (auto const &entry : fs::directory_iterator{folder}) {
        if (entry.is_regular_file()) { // else it is the folder of a writer that was killed
            found.emplace(entry.path().filename(), test::content(entry.path()));
        }
    }
    return found;
}

std::set<fs::path> names(fs::path const &folder)
{
    std::set<fs::path> found;
    for (auto const &entry : fs::directory_iterator{folder}) {
        found.insert(entry.path().filename());
    }
    return found;
}

struct Writer
{
    std::string program;
    std::vector<std::string> words;
    [[nodiscard]] test::Run run() const { return killed_after(0); }
    [[nodiscard]] test::Run killed_after(long microseconds) const
    {
        return test::run_until_killed(words, microseconds, program);
    }
};

/// Kills the writer at moments spread over the time that it takes undisturbed. \return how often it was not yet done
int kill_often(Writer const &writer, std::function<void()> const &look)
{
    // The quickest of some: a machine that was busy then and is not now would be done before the moments come.
    auto whole = std::chrono::microseconds::max();
    for (int i = 0; i < 3; ++i) {
        auto const begin = std::chrono::steady_clock::now();
        REQUIRE(writer.run().exit == 0);
        whole = std::min(
            whole, std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin));
    }
    std::mt19937 random{1920};
    std::uniform_int_distribution<long> moment{1'000, std::max(2'000L, whole.count())};
    int killed = 0;
    for (int i = 0; i < kills; ++i) {
        killed += writer.killed_after(moment(random)).exit == 0 ? 0 : 1;
        look();
    }
    return killed;
}

/// Kills what saves two states in turn into a folder, and looks that every file of it is always that of one of them.
void kill_saver(std::string const &kind, fs::path const &file)
{
    auto const folder = file.parent_path();
    auto const times = [&](char const *count) { return Writer{MARSHRUT_TEST_SAVER, {kind, file.string(), count}}; };
    REQUIRE(times("1").run().exit == 0);
    auto const first = contents(folder);
    REQUIRE(times("2").run().exit == 0);
    auto const second = contents(folder);
    REQUIRE(first.size() == second.size());
    auto const expected = names(folder);
    int const killed = kill_often(times("20"), [&] {
        auto const found = contents(folder);
        REQUIRE(found.size() == first.size());
        for (auto const &[name, bytes] : found) {
            CAPTURE(name);
            CHECK((bytes == first.at(name) || bytes == second.at(name)));
        }
    });
    CHECK(killed > kills / 2);
    REQUIRE(times("1").run().exit == 0);
    CHECK(names(folder) == expected);
}

/// Kills the export of an atlas over that of another. `same` tells whether a file is the new one, whole.
void kill_export(char const *name, std::function<bool(fs::path const &, fs::path const &)> const &same)
{
    test::AtlasFolder const small;
    test::TemporaryFolder const home;
    for (char const *const folder : {"before", "after", "target"}) {
        fs::create_directory(home.path() / folder);
    }
    auto const before = home.path() / "before" / name;
    auto const after = home.path() / "after" / name;
    auto const target = home.path() / "target" / name;
    auto const exported = [](std::string const &atlas, fs::path const &file) {
        return Writer{MARSHRUT_PROGRAM, {"export", atlas, "-o", file.string()}};
    };
    std::string const bundled = MARSHRUT_SOURCE_DIR "/data/yalama-baku-1920";
    REQUIRE(exported(small.path().string(), before).run().exit == 0);
    REQUIRE(exported(bundled, after).run().exit == 0);
    auto const old = test::content(before);
    fs::copy_file(before, target);
    int const killed = kill_often(exported(bundled, target), [&] {
        bool const untouched = test::content(target) == old;
        bool const whole = untouched || same(target, after);
        CHECK(whole);
        fs::copy_file(before, target, fs::copy_options::overwrite_existing);
    });
    CHECK(killed > kills / 2);
    REQUIRE(exported(bundled, target).run().exit == 0);
    CHECK(names(target.parent_path()) == std::set{target.filename()});
}

} // namespace

TEST_CASE("settings that are saved by a viewer that is killed are the old ones or the new ones")
{
    test::TemporaryFolder const home;
    kill_saver("settings", home.path() / "marshrut" / "settings.json");
}

TEST_CASE("control points that are saved by a viewer that is killed are the old ones or the new ones, and so are VRT "
          "and world file")
{
    test::TemporaryFolder const home;
    auto const file = home.path() / "scan.ppm";
    std::ofstream{file, std::ios::binary} << "P6\n64 64\n255\n" << std::string(64UL * 64 * 3, '\x7f');
    kill_saver("points", file);
    CHECK(fs::exists(home.path() / "scan.ppm.points"));
    CHECK(fs::exists(home.path() / "scan.ppm.vrt"));
    CHECK(fs::exists(home.path() / "scan.pmw"));
}

TEST_CASE("a GeoPackage that is exported by a program that is killed is the old one or the new one")
{
    kill_export(
        "file.gpkg", [](fs::path const &found, fs::path const &whole) { // it holds the hour in which it was made
            auto const told = [](fs::path const &file) { return test::run({"info", file.string(), "--json"}).out; };
            return fs::file_size(found) == fs::file_size(whole) && told(found) == told(whole);
        });
}

TEST_CASE("a KML document that is exported by a program that is killed is the old one or the new one")
{
    kill_export("file.kml", [](fs::path const &found, fs::path const &whole) {
        return test::content(found) == test::content(whole);
    });
}
