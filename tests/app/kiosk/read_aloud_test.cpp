#include "app/kiosk/read_aloud.hpp"

#include "support/temporary_folder.hpp"
#include "support/until.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace {

/// A program of the name before all others, which writes down how it was called and what it was to say.
struct FakeVoice
{
    test::TemporaryFolder folder;
    std::string path = std::getenv("PATH");

    explicit FakeVoice(std::string const &then = "")
    {
        auto const file = folder.path() / "espeak-ng";
        std::ofstream{file} << "#!/bin/sh\n{ echo \"$@\"; cat; } >" << folder.path().string() << "/part\nmv "
                            << folder.path().string() << "/part " << folder.path().string() << "/said\n"
                            << then << "\n";
        std::filesystem::permissions(file, std::filesystem::perms::owner_all);
        setenv("PATH", (folder.path().string() + ":" + path).c_str(), 1);
    }
    ~FakeVoice() { setenv("PATH", path.c_str(), 1); }

    [[nodiscard]] std::string said() const
    {
        std::ifstream in{folder.path() / "said"};
        std::ostringstream text;
        text << in.rdbuf();
        return text.str();
    }
};

} // namespace

TEST_CASE("a text is read aloud in its language")
{
    FakeVoice const voice;
    REQUIRE(app::ReadAloud::available());
    app::ReadAloud reader;
    reader.say("Qatarlar Bakıya gedir.", "az");
    REQUIRE(test::until([&] { return !reader.speaks(); }));
    CHECK(voice.said() == "-v az -s 140\nQatarlar Bakıya gedir.");
}

TEST_CASE("a new text stops the one that is being read, and silence stops all")
{
    FakeVoice const voice{"exec tail -f /dev/null"};
    app::ReadAloud reader;
    reader.say("The first.", "en");
    REQUIRE(test::until([&] { return voice.said().find("The first.") != std::string::npos; }));
    CHECK(reader.speaks());
    reader.say("The second.", "en");
    REQUIRE(test::until([&] { return voice.said().find("The second.") != std::string::npos; }));
    CHECK(reader.speaks());
    reader.stop();
    CHECK_FALSE(reader.speaks());
}
