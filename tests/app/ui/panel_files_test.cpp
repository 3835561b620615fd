// The panel of other people's files, and that of films and exports, without a window.

#include "support/fake_ui.hpp"

#include "geo/foreign/load.hpp"

#include <doctest/doctest.h>

using test::FakeUi;
using test::find;

namespace {

/// The small atlas with these files of tests/foreign over it, and the panel open.
std::unique_ptr<FakeUi> with_files(std::vector<char const *> const &names)
{
    test::AtlasFolder const folder;
    geo::Guests guests;
    for (auto const *const name : names) {
        guests.files.push_back(std::filesystem::path{MARSHRUT_SOURCE_DIR} / "tests/foreign" / name);
    }
    auto ui = std::make_unique<FakeUi>(geo::load_with_guests(folder.path(), guests).atlas, app::Viewport{1400, 1000},
                                       "en", 1.0F);
    ui->act(app::TogglePanel{app::Panel::files});
    ui->live();
    ui->live();
    return ui;
}

} // namespace

TEST_CASE("each file over the map can be taken away, and its layers gone to")
{
    auto const ui = with_files({"walk.gpx"});
    app::Actions all;
    for (auto const &control : ui->controls_in(FakeUi::window_rect("##files"))) {
        auto const done = ui->click(control.at.x, control.at.y);
        all.insert(all.end(), done.begin(), done.end());
    }
    REQUIRE(find<app::CloseFile>(all) != nullptr);
    CHECK(find<app::CloseFile>(all)->file == "walk.gpx");
    REQUIRE(find<app::GoToGuest>(all) != nullptr);
    CHECK(find<app::GoToGuest>(all)->layer.starts_with("walk.gpx/"));
    CHECK(find<app::ToggleLayer>(all) != nullptr);
}

TEST_CASE("a guest's layer is gone to in space and time, and switched on")
{
    auto const ui = with_files({"walk.gpx"});
    auto const &guest = ui->atlas->guests.front();
    ui->act(app::ToggleLayer{guest.id});
    auto const before = ui->state.camera;
    ui->act(app::GoToGuest{guest.id});
    CHECK(ui->state.now == guest.span.begin);
    CHECK(ui->state.ruler == guest.span);
    CHECK_FALSE(ui->state.hidden.contains(guest.id));
    CHECK(ui->state.camera != before);
}

TEST_CASE("another column of dates is chosen in the panel")
{
    auto const ui = with_files({"points.csv"});
    auto const &guest = ui->atlas->guests.front();
    REQUIRE(guest.begin_field == "date");
    // The list of columns opens under its field; its rows are controls of a window of its own.
    std::optional<app::SetTimeColumns> chosen;
    auto const panel = FakeUi::window_rect("##files");
    for (auto const &control : ui->controls_in(panel)) {
        ui->click(control.at.x, control.at.y);
        ui->live();
        auto const list = FakeUi::window_rect("##Combo_00");
        if (list.empty()) {
            continue;
        }
        for (auto const &row : ui->controls_in(list)) {
            auto const actions = ui->click(row.at.x, row.at.y);
            if (auto const *const found = find<app::SetTimeColumns>(actions)) {
                chosen = *found;
                break;
            }
        }
        break;
    }
    REQUIRE(chosen);
    CHECK(chosen->layer == guest.id);
    CHECK(chosen->begin == "-"); // the first of the list: none
}

TEST_CASE("what is to be written is chosen, and its length kept within an hour")
{
    FakeUi ui;
    auto making = ui.state.making;
    making.product = app::Product::film;
    making.film_seconds = 100'000;
    ui.act(app::SetMaking{making});
    CHECK(ui.state.making.film_seconds == 3600);
    ui.act(app::TogglePanel{app::Panel::make});
    ui.live();
    ui.live();
    auto const data = ui.click_on("##make", "data");
    REQUIRE(find<app::SetMaking>(data) != nullptr);
    CHECK(find<app::SetMaking>(data)->making.product == app::Product::data);
    ui.act(*find<app::SetMaking>(data));
    ui.live();
    auto const kml = ui.click_on("##make", "KML");
    REQUIRE(find<app::SetMaking>(kml) != nullptr);
    CHECK(find<app::SetMaking>(kml)->making.data == app::DataFormat::kml);
    CHECK(find<app::Make>(ui.click_on("##make", "Write it")) != nullptr);
}
