#include "support/temporary_folder.hpp"
#include "support/text.hpp"
#include "support/until.hpp"

#include "app/core/paths.hpp"
#include "app/shell/product_maker.hpp"
#include "app/state/reduce.hpp"

#include <doctest/doctest.h>

namespace {

namespace fs = std::filesystem;

std::shared_ptr<app::Session const> bundled()
{
    static auto const session = app::open_session(app::bundled_atlas());
    return session;
}

app::ViewerState opened()
{
    auto const session = bundled();
    return app::opening_state({*session->atlas, session->projection}, {640, 360});
}

/// What became of it, once it has ended.
app::ProductMaker::Outcome outcome_of(app::ProductMaker &maker)
{
    std::optional<app::ProductMaker::Outcome> outcome;
    REQUIRE(test::until([&] { return (outcome = maker.take()).has_value(); }, std::chrono::seconds{240}));
    return *outcome;
}

} // namespace

TEST_CASE("the viewer's export and film are written beside it, and a film that is stopped leaves nothing")
{
    test::TemporaryFolder const folder;
    app::ProductMaker maker{MARSHRUT_PROGRAM};
    auto state = opened();
    CHECK_FALSE(maker.shown());

    state.making.product = app::Product::data;
    state.making.data = app::DataFormat::geojson;
    maker.begin(order_of(*bundled(), state, folder.path()));
    CHECK(maker.shown()->what == "yalama-baku-1920.geojson");
    auto const data = outcome_of(maker);
    CHECK(data.failure == "");
    CHECK(data.file == folder.path() / "yalama-baku-1920.geojson");
    CHECK(fs::file_size(data.file) > 10'000);

    state.making.product = app::Product::film;
    state.making.film_seconds = 1;
    state.making.film_height = 240;
    maker.begin(order_of(*bundled(), state, folder.path()));
    auto const film = outcome_of(maker);
    CHECK(film.failure == "");
    CHECK(film.file == folder.path() / "yalama-baku-1920.mp4");
    CHECK(fs::file_size(film.file) > 10'000);

    state.making.film_seconds = 3600;
    auto const order = order_of(*bundled(), state, folder.path());
    CHECK(order.file == folder.path() / "yalama-baku-1920-2.mp4"); // the first is not written over
    maker.begin(order);
    REQUIRE(test::until([&] { return !maker.take() && maker.shown() && maker.shown()->share > 0.021; },
                        std::chrono::seconds{240}));
    maker.stop();
    auto const stopped = outcome_of(maker);
    CHECK(stopped.failure == "");
    CHECK(stopped.file.empty());
    CHECK(std::distance(fs::directory_iterator{folder.path()}, {}) == 2);
}

TEST_CASE("a viewer that is closed while a film is made leaves nothing of it")
{
    test::TemporaryFolder const folder;
    {
        app::ProductMaker maker{MARSHRUT_PROGRAM};
        auto state = opened();
        state.making.film_seconds = 3600;
        state.making.film_height = 240;
        maker.begin(order_of(*bundled(), state, folder.path()));
        REQUIRE(test::until([&] { return !maker.take() && maker.shown()->share > 0.021; }, std::chrono::seconds{240}));
        CHECK_FALSE(fs::is_empty(folder.path()));
    }
    CHECK(fs::is_empty(folder.path()));
}

TEST_CASE("what could not be written beside the viewer is told as the command tells it")
{
    app::ProductMaker maker{MARSHRUT_PROGRAM};
    auto state = opened();
    state.making.product = app::Product::picture;
    maker.begin(order_of(*bundled(), state, "/nowhere"));
    auto const outcome = outcome_of(maker);
    CHECK(test::text(outcome.failure) == doctest::Contains("/nowhere/yalama-baku-1920.png: cannot be written"));
}
