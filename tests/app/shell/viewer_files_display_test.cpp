// Files opened in a real window, beside the map that is shown.

#include "support/atlas_folder.hpp"
#include "support/until.hpp"

#include "app/shell/viewer.hpp"
#include "app/state/reduce.hpp"

#include <doctest/doctest.h>

namespace {

std::string foreign(char const *name)
{
    return (std::filesystem::path{MARSHRUT_SOURCE_DIR} / "tests/foreign" / name).string();
}

/// A viewer on the small atlas.
class Window
{
public:
    Window()
    {
        auto session = app::open_session(m_folder.path());
        auto state = app::opening_state({*session->atlas, session->projection}, {1000, 700});
        viewer.emplace(std::move(session), std::move(state), false);
        viewer->frame(0.02F);
    }

    /// Lives on until something holds.
    [[nodiscard]] bool until(std::function<bool()> const &holds)
    {
        return test::until([&] {
            viewer->step();
            return holds();
        });
    }

    [[nodiscard]] app::ViewerState const &state() const { return viewer->state(); }

private:
    test::AtlasFolder m_folder;

public:
    std::optional<app::Viewer> viewer;
};

} // namespace

TEST_CASE("a chosen file opens over the map, which stays as it was, its panel tells of it, and it can be taken away")
{
    Window window;
    auto const before = window.state();
    window.viewer->act(app::FileChosen{app::FilePurpose::open, foreign("walk.gpx"), false});
    REQUIRE(window.until([&] { return window.viewer->guests() == 3; }));
    CHECK(window.state().panels.has(app::Panel::files));
    CHECK(window.state().camera == before.camera);
    CHECK(window.state().now == before.now);
    window.viewer->act(app::CloseFile{"walk.gpx"});
    REQUIRE(window.until([&] { return window.viewer->guests() == 0; }));
}

TEST_CASE("other columns of dates are read anew, and a file opened alone takes the map's place")
{
    Window window;
    window.viewer->act(app::FileChosen{app::FilePurpose::open, foreign("points.csv"), true});
    REQUIRE(window.until([&] { return window.viewer->guests() == 1; }));
    auto const at = window.state().now;
    window.viewer->act(app::SetTimeColumns{"points.csv/points", "-", ""});
    REQUIRE(window.until([&] { return window.state().now != at; })); // it has no time any more
}

TEST_CASE("a picked name leads to a folder, a file or a message, and the chooser opens only what is there")
{
    Window window;
    window.viewer->act(app::ChooseFile{});
    window.viewer->act(app::PickFile{foreign(""), false});
    CHECK(window.state().file_choice.folder == foreign(""));
    CHECK(window.state().file_choice.open);
    window.viewer->act(app::PickFile{"no-such.gpx", false});
    CHECK(window.state().message.fault);
    CHECK(window.state().message.detail == foreign("no-such.gpx"));
    CHECK(window.state().file_choice.open);
    window.viewer->act(app::PickFile{"walk.gpx", false});
    CHECK_FALSE(window.state().file_choice.open);
    REQUIRE(window.until([&] { return window.viewer->guests() == 3; }));
}

TEST_CASE("a file that cannot be opened leaves the map, under a line that says why")
{
    Window window;
    window.viewer->act(app::FileChosen{app::FilePurpose::open, foreign("broken.gpx"), false});
    REQUIRE(window.until([&] { return window.state().message.fault; }));
    CHECK(window.state().message.detail.find("there is no such file") != std::string::npos);
    CHECK(window.viewer->guests() == 0);
}
