#include "app/shell/opening_picture.hpp"

#include "support/atlas_folder.hpp"
#include "support/temporary_folder.hpp"

#include "app/core/paths.hpp"
#include "app/state/reduce.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

namespace {

/// The small atlas as it is drawn first, and a place to keep its picture.
struct First
{
    test::AtlasFolder folder;
    test::TemporaryFolder cache;
    std::filesystem::path file = cache.path() / "new" / "opening.picture";
    std::shared_ptr<geo::Atlas const> atlas = folder.load().atlas;
    geo::Projection projection{atlas->info.crs, atlas->info.home};
    app::MapModel map = app::make_map_model(atlas, {atlas->info.home}, projection);
    app::Style style = app::load_style(app::assets_dir() / "styles/light.json");
    app::FontMetrics fonts;
    app::Texts texts{"/nowhere", "en"};
    app::ViewerState view = app::opening_state({*atlas, projection}, {320, 200});
    geo::WorldState world = state_at(*atlas, view.now);
    app::SceneInput in{map, world, view, style, fonts, texts, {0, 0, 320, 200}, {}};
    app::BaseScene base = build_base(in);
    std::vector<std::uint8_t> rgba = pixels();
    std::string key = app::opening_key(in, "an atlas");

    static std::vector<std::uint8_t> pixels()
    {
        std::vector<std::uint8_t> all(std::size_t{320} * 200 * 4);
        for (std::size_t i = 0; i < all.size(); ++i) {
            all[i] = static_cast<std::uint8_t>(i % 251);
        }
        return all;
    }
    void keep() const { write_opening(file, key, base, rgba.data()); }
    [[nodiscard]] std::optional<app::OpeningPicture> read() const { return read_opening(file, key, in); }
};

std::string content(std::filesystem::path const &file)
{
    std::ostringstream text;
    text << std::ifstream{file, std::ios::binary}.rdbuf();
    return text.str();
}

} // namespace

TEST_CASE("an opening picture comes back with its pixels, its marks and the places of labels")
{
    First first;
    CHECK_FALSE(first.read()); // none is kept yet
    first.keep();
    auto const found = first.read();
    REQUIRE(found);
    CHECK(found->rgba == first.rgba);
    REQUIRE_FALSE(first.base.scene.targets.empty());
    REQUIRE(found->base.scene.targets.size() == first.base.scene.targets.size());
    CHECK(found->base.scene.targets.front().index == first.base.scene.targets.front().index);
    CHECK(found->base.taken.size() == first.base.taken.size());
    REQUIRE(found->base.plan->units.size() == first.base.plan->units.size());
    for (geo::Index unit = 0; unit < first.atlas->units.size(); ++unit) {
        auto const *const then = first.base.plan->run_of(unit, first.view.now);
        auto const *const now = found->base.plan->run_of(unit, first.view.now);
        REQUIRE((then == nullptr) == (now == nullptr));
        if (then != nullptr) {
            CHECK(now->offset.x == then->offset.x);
        }
    }
}

TEST_CASE("the opening picture of another view, atlas or program is not shown")
{
    First first;
    first.keep();
    auto const other = [&](auto const &change) {
        auto view = first.view;
        change(view);
        auto const world = state_at(*first.atlas, view.now);
        app::SceneInput const in{first.map, world, view, first.style, first.fonts, first.texts, first.in.free, {}};
        return app::opening_key(in, "an atlas");
    };
    CHECK(other([](app::ViewerState &) {}) == first.key);
    CHECK(other([](app::ViewerState &view) { view.camera.centre.x += 1; }) != first.key);
    CHECK(other([](app::ViewerState &view) { view.camera.metres_per_pixel *= 1.01; }) != first.key);
    CHECK(other([](app::ViewerState &view) { view.style = "dark"; }) != first.key);
    CHECK(other([](app::ViewerState &view) { view.language = "az"; }) != first.key);
    CHECK(other([](app::ViewerState &view) { view.hidden.insert("rivers"); }) != first.key);
    CHECK(app::opening_key(first.in, "another atlas") != first.key);
    first.key = app::opening_key(first.in, "another atlas");
    CHECK_FALSE(first.read());
}

TEST_CASE("an opening picture that is cut short, too long or spoilt is made anew")
{
    First first;
    first.keep();
    auto const whole = content(first.file);
    auto const head = whole.size() - first.rgba.size();
    for (std::size_t size = 0; size < whole.size(); size += size < head ? 37 : 20'011) {
        std::ofstream{first.file, std::ios::binary} << whole.substr(0, size);
        CHECK_FALSE(first.read());
    }
    std::ofstream{first.file, std::ios::binary} << whole << 'x';
    CHECK_FALSE(first.read());
    for (std::size_t at = 0; at < head;
         at += 13) { // spoilt counts must not take all memory, nor point beyond the atlas
        auto spoilt = whole;
        spoilt[at] = static_cast<char>(spoilt[at] ^ 0x7F);
        std::ofstream{first.file, std::ios::binary} << spoilt;
        if (auto const found = first.read()) {
            CHECK(found->rgba.size() == first.rgba.size());
            for (auto const &target : found->base.scene.targets) {
                CHECK(target.index <
                      first.atlas->places.size() + first.atlas->regions.size() + first.atlas->lines.size());
            }
        }
    }
    std::ofstream{first.file, std::ios::binary} << whole;
    CHECK(first.read());
}

TEST_CASE("what a picture hangs on is told by size and time of its files, and a folder has no picture")
{
    test::TemporaryFolder const folder;
    auto const file = folder.path() / "atlas.gpkg";
    std::ofstream{file} << "one";
    auto const before = app::picture_sources(file, "light");
    CHECK(before.find("atlas.gpkg 3 ") != std::string::npos);
    CHECK(before == app::picture_sources(file, "light"));
    CHECK(before != app::picture_sources(file, "dark"));
    std::ofstream{file} << "other";
    CHECK(before != app::picture_sources(file, "light"));
    CHECK(app::picture_sources(folder.path(), "light").empty());
    CHECK(app::picture_sources("dbname=atlas", "light").empty());
}
