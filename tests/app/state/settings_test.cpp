#include "app/state/settings.hpp"

#include "support/text.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace fs = std::filesystem;

namespace {

struct Folder
{
    fs::path path;

    Folder()
    {
        auto pattern = (fs::temp_directory_path() / "marshrut-settings-XXXXXX").string();
        REQUIRE(mkdtemp(pattern.data()) != nullptr);
        path = pattern;
    }
    ~Folder()
    {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
    Folder(Folder const &) = delete;
    Folder &operator=(Folder const &) = delete;

    [[nodiscard]] fs::path file() const { return path / "marshrut" / "settings.json"; }
    void write(std::string const &text) const
    {
        fs::create_directories(file().parent_path());
        std::ofstream{file()} << text;
    }
    [[nodiscard]] std::size_t files() const
    {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator{file().parent_path()}, {}));
    }
};

app::Settings some()
{
    app::Settings s;
    s.language = "az";
    s.style = "dark";
    s.theme = app::ThemeId::contrast;
    s.scale = 1.5F;
    s.panels.set(app::Panel::events, false);
    s.hidden = {"rivers"};
    s.window = {1024, 600};
    s.old_style = true;
    s.lanes = true;
    s.pace = app::Pace::story;
    s.rate = 600;
    return s;
}

} // namespace

TEST_CASE("settings come back as they were kept, and the folder is made")
{
    Folder const folder;
    write_settings(some(), folder.file());
    auto const read = app::read_settings(folder.file());
    CHECK(read.settings == some());
    CHECK(read.notice == "");
    CHECK(folder.files() == 1);
}

TEST_CASE("without a file the settings are as new and nothing is said")
{
    Folder const folder;
    auto const read = app::read_settings(folder.file());
    CHECK(read.settings == app::Settings{});
    CHECK(read.notice == "");
}

TEST_CASE("settings that are broken, of a newer version or out of range are set aside and said to be")
{
    Folder const folder;
    write_settings(some(), folder.file());
    std::ifstream in{folder.file()};
    std::string const sound{std::istreambuf_iterator<char>{in}, {}};
    auto const changed = [&](std::string const &what, std::string const &with) {
        auto text = sound;
        REQUIRE(text.find(what) != std::string::npos);
        return text.replace(text.find(what), what.size(), with);
    };
    std::size_t kept = 0;
    for (auto const &[text, reason] :
         {std::pair{std::string{"not json"}, "parse error"}, std::pair{std::string{}, "parse error"},
          std::pair{changed("settings/1", "settings/7"), "its format is 'marshrut-settings/7'"},
          std::pair{changed("\"contrast\"", "\"pink\""), "theme: 'pink' is none of its values"},
          std::pair{changed("1.5", "77.0"), "scale: 77 is not from 1 to 3"},
          std::pair{changed("\"dark\"", "[]"), "type must be string"},
          std::pair{changed("1024", "-5"), "window: -5 is not from 320 to 32000"},
          std::pair{changed("1024", "4294968320"), "window: 4294968320 is not from 320 to 32000"},
          std::pair{changed("\"contrast\"", "\"p\\nk\""), "theme: 'p\\x0Ak' is none of its values"}}) {
        CAPTURE(text);
        folder.write(text);
        auto const read = app::read_settings(folder.file());
        CHECK(read.settings == app::Settings{});
        CHECK(test::text(read.notice) == doctest::Contains(reason));
        CHECK(test::text(read.notice) == doctest::Contains("the old ones are kept in"));
        CHECK_FALSE(fs::exists(folder.file()));
        CHECK(folder.files() == ++kept);
    }
}

TEST_CASE("settings that cannot be written say so in one line")
{
    CHECK_THROWS_AS(write_settings(some(), "/proc/nowhere/settings.json"), std::exception);
}

TEST_CASE("the scale goes by the monitor until the user chooses one")
{
    app::ViewerState state;
    state = app::with_settings(state, app::Settings{}, 1.5F);
    CHECK(state.ui_scale == 1.5F);
    CHECK_FALSE(app::settings_of(state).scale);
    state.scale_chosen = true;
    CHECK(app::settings_of(state).scale == 1.5F);
}
