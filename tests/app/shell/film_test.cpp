// The command `film` from outside, with no display of the user's.

#include "support/content.hpp"
#include "support/program.hpp"
#include "support/temporary_folder.hpp"
#include "support/text.hpp"
#include "support/until.hpp"

#include "app/core/child_process.hpp"

#include <doctest/doctest.h>

#include <array>
#include <unistd.h>

namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;

Words film(fs::path const &file, std::string const &seconds = "1")
{
    return {"film",
            "--from",
            "1920-04-27T00:00",
            "--to",
            "1920-04-27T12:00",
            "--size",
            "320x180",
            "--fps",
            "10",
            "--seconds",
            seconds,
            "-o",
            file.string()};
}

} // namespace

TEST_CASE("a film is the same frame by frame over two runs, and moves")
{
    test::TemporaryFolder const folder;
    for (auto const *name : {"one", "two"}) {
        auto const done = test::run(film(folder.path() / name), true);
        CHECK(done.exit == 0);
        CHECK(done.err == "");
        CHECK(test::text(done.out) == doctest::Contains("10 frames of 320 x 180, 10 a second"));
    }
    std::string before;
    for (int i = 1; i <= 10; ++i) {
        auto const name = "frame-000" + std::string{i < 10 ? "0" : ""} + std::to_string(i) + ".png";
        auto const frame = test::content(folder.path() / "one" / name);
        CHECK(frame.size() > 10'000);
        CHECK(frame == test::content(folder.path() / "two" / name));
        CHECK(frame != before);
        before = frame;
    }
}

TEST_CASE("films are written as MP4, WebM and GIF, the same bytes over two runs")
{
    test::TemporaryFolder const folder;
    for (auto const &[ending, mark] :
         {std::pair{".mp4", "ftyp"}, std::pair{".webm", "webm"}, std::pair{".gif", "GIF89a"}}) {
        auto const one = folder.path() / (std::string{"one"} + ending);
        auto const two = folder.path() / (std::string{"two"} + ending);
        CHECK(test::run(film(one), true).exit == 0);
        CHECK(test::run(film(two), true).exit == 0);
        CHECK(test::content(one).substr(0, 64).find(mark) != std::string::npos);
        CHECK(test::content(one) == test::content(two));
    }
    CHECK(std::distance(fs::directory_iterator{folder.path()}, {}) == 6); // and nothing beside
}

TEST_CASE("a film that is stopped by Ctrl+C leaves nothing, and says so")
{
    test::TemporaryFolder const folder;
    Words words{MARSHRUT_PROGRAM};
    for (auto const &word : film(folder.path() / "long.mp4", "600")) {
        words.push_back(word);
    }
    words.emplace_back("--report");
    app::ChildProcess child{words, app::ChildProcess::Talk::tells};
    std::string said;
    REQUIRE(test::until([&] {
        std::array<char, 256> buffer{};
        auto const got = read(child.pipe(), buffer.data(), buffer.size());
        said.append(buffer.data(), got > 0 ? static_cast<std::size_t>(got) : 0);
        return said.find("progress 0.03") != std::string::npos || child.ended();
    }));
    CHECK_FALSE(fs::is_empty(folder.path())); // it is at it
    child.interrupt();
    CHECK(child.wait() == 130);
    CHECK(child.complaint() == "marshrut: film: stopped; nothing was written");
    CHECK(fs::is_empty(folder.path()));
}

TEST_CASE("a film that cannot be asked for so is refused with what would do")
{
    auto const told = [](Words const &words) { return test::run(words, true); };
    auto const ending = told(film("/tmp/a.avi"));
    CHECK(ending.exit == 2);
    CHECK(test::text(ending.err) == doctest::Contains("'/tmp/a.avi' does not end in .mp4, .webm or .gif"));
    auto const odd = told({"film", "--from", "1920", "--to", "1921", "-o", "/tmp/a.mp4", "--size", "321x180"});
    CHECK(odd.exit == 2);
    CHECK(test::text(odd.err) == doctest::Contains("width and height of a film must be even"));
    auto const gif = told({"film", "--from", "1920", "--to", "1921", "-o", "/tmp/a.gif", "--fps", "30"});
    CHECK(gif.exit == 2);
    CHECK(test::text(gif.err) == doctest::Contains("a .gif cannot run at 30; choose 50, 25, 20, 10 or 5"));
    auto const back = told({"film", "--from", "1921", "--to", "1920", "-o", "/tmp/a.mp4"});
    CHECK(back.exit == 2);
    CHECK(test::text(back.err) == doctest::Contains("'1920' does not lie after --from"));
    auto const where = told(film("/nowhere/a.mp4"));
    CHECK(where.exit == 3);
    CHECK(test::text(where.err) == doctest::Contains("/nowhere/a.mp4: cannot be written: No such file or directory"));
}
