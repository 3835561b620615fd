#include "support/until.hpp"

#include "app/core/child_process.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <unistd.h>

using app::ChildProcess;

namespace {

/// All that it says until it ends.
std::string said_by(ChildProcess &child)
{
    std::string said;
    CHECK(test::until([&] {
        bool const over = child.ended().has_value();
        std::array<char, 256> buffer{};
        for (auto got = read(child.pipe(), buffer.data(), buffer.size()); got > 0;
             got = read(child.pipe(), buffer.data(), buffer.size())) {
            said.append(buffer.data(), static_cast<std::size_t>(got));
        }
        return over;
    }));
    return said;
}

} // namespace

TEST_CASE("a program beside gets its words as they are, whatever a shell would make of them")
{
    ChildProcess child{{"printf", "%s|", "$HOME", "a b", "; rm x", "*"}, ChildProcess::Talk::tells};
    CHECK(said_by(child) == "$HOME|a b|; rm x|*|");
    CHECK(child.ended() == 0);
}

TEST_CASE("a program that is not there throws with the system's reason")
{
    CHECK_THROWS_WITH_AS((ChildProcess{{"/nowhere/x"}, ChildProcess::Talk::tells}), "No such file or directory",
                         std::runtime_error);
}

TEST_CASE("the last complaint of a program beside is kept, with its exit code")
{
    ChildProcess child{{"sh", "-c", "echo first >&2; echo 'second line' >&2; exit 7"}, ChildProcess::Talk::tells};
    CHECK(child.wait() == 7);
    CHECK(child.complaint() == "second line");
}

TEST_CASE("a program beside is ended by Ctrl+C from us, and by the end of its object")
{
    {
        ChildProcess child{{"sleep", "600"}, ChildProcess::Talk::tells};
        child.interrupt();
        CHECK(child.wait() == 128 + 2);
    }
    ChildProcess const killed{{"sleep", "600"}, ChildProcess::Talk::tells}; // this test ends although it would not
}
