#include "geo/export/export_atlas.hpp"
#include "geo/foreign/load.hpp"
#include "geo/foreign/sink.hpp"
#include "geo/network/geodesic.hpp"
#include "geo/state/world_state.hpp"
#include "support/atlas_folder.hpp"
#include "support/temporary_folder.hpp"
#include "support/text.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

using test::at;

namespace {

namespace fs = std::filesystem;

struct Carried
{
    char const *ending;
    geo::ExportFormat format;
    bool ids;   ///< features keep their ids; else they are told by their names
    bool spans; ///< of places, lines and events
    bool areas;
};
constexpr std::array formats{Carried{"gpkg", geo::ExportFormat::gpkg, true, true, true},
                             Carried{"geojson", geo::ExportFormat::geojson, true, true, true},
                             Carried{"kml", geo::ExportFormat::kml, true, true, true},
                             Carried{"gpx", geo::ExportFormat::gpx, false, false, false},
                             Carried{"csv", geo::ExportFormat::csv, true, true, true},
                             Carried{"czml", geo::ExportFormat::czml, true, true, true}};

std::shared_ptr<geo::Atlas const> exported_and_read(geo::Atlas const &atlas, Carried const &how,
                                                    geo::ExportChoice const &choice = {})
{
    test::TemporaryFolder const folder;
    auto const file = folder.path() / fmt::format("out.{}", how.ending);
    (void)geo::export_atlas(atlas, choice, how.format, file);
    return geo::load_with_guests(file, {}).atlas;
}

/// The id of a feature before it was exported: "out.kml/ev1#2" was ev1, its second place.
std::string key_of(std::string id)
{
    if (auto const slash = id.find('/'); id.starts_with("out.")) {
        id.erase(0, slash + 1);
    }
    return id.substr(0, id.find('#'));
}

std::string key_of(auto const &feature, bool by_id)
{
    return by_id ? key_of(feature.id) : feature.name.in("en");
}

/// Where units are, by id or name; of those that share a name all places.
std::multimap<std::string, geo::LonLat> units_at(geo::Atlas const &atlas, geo::Instant t, bool by_id)
{
    std::multimap<std::string, geo::LonLat> units;
    for (auto const &state : geo::state_at(atlas, t).units) {
        units.emplace(key_of(atlas.units[state.unit], by_id), state.at);
    }
    return units;
}

/// What else exists or happens: "region x", "event y now".
std::set<std::string> things_at(geo::Atlas const &atlas, geo::Instant t, bool areas)
{
    std::set<std::string> things;
    auto const world = geo::state_at(atlas, t);
    for (auto const i : world.places) {
        things.insert("place " + key_of(atlas.places[i].id));
    }
    for (auto const i : world.lines) {
        things.insert("line " + key_of(atlas.lines[i].id));
    }
    for (auto const i : areas ? world.regions : geo::Indices{}) {
        things.insert("region " + key_of(atlas.regions[i].id));
    }
    for (auto const &[i, phase] : world.events) {
        auto const &event = atlas.events[i];
        if (event.spot || !event.places.empty()) {
            things.insert("event " + key_of(event.id) + (phase == geo::EventPhase::now ? " now" : " past"));
        }
    }
    return things;
}

/// Instants spread over a span so that none falls on a round hour, and the bounds of what moves.
std::vector<geo::Instant> fifty_instants(geo::Span const &span)
{
    std::vector<geo::Instant> instants;
    auto const step = (span.end - span.begin) / 50;
    for (int i = 0; i < 50; ++i) {
        instants.push_back(span.begin + i * step + geo::Seconds{i * 7 % 60});
    }
    return instants;
}

/// How many units differ: absent in one of the two for longer than a second, or farther apart than 5 m.
long units_that_differ(geo::Atlas const &before, geo::Atlas const &after, geo::Instant t, bool by_id)
{
    constexpr double most_m = 5;
    long differ = 0;
    auto const there = units_at(before, t, by_id);
    auto const here = units_at(after, t, by_id);
    for (auto const &[key, spot] : there) {
        auto const [first, last] = here.equal_range(key);
        differ +=
            std::any_of(first, last, [&](auto const &unit) { return geo::distance_m(unit.second, spot) <= most_m; })
                ? 0
                : 1;
    }
    return differ + (there.size() == here.size() ? 0 : 1);
}

void check_round_trip(geo::Atlas const &atlas, geo::Span const &span)
{
    for (auto const &how : formats) {
        CAPTURE(how.ending);
        auto const again = exported_and_read(atlas, how);
        std::size_t seen = 0;
        for (auto const t : fifty_instants(span)) {
            CAPTURE(geo::to_iso(t));
            seen += units_at(*again, t, how.ids).size();
            CHECK(units_that_differ(atlas, *again, t, how.ids) == 0);
            if (how.spans) {
                CHECK(things_at(*again, t, how.areas) == things_at(atlas, t, how.areas));
            }
        }
        CHECK(seen >= 50);
    }
}

std::shared_ptr<geo::Atlas const> bundled()
{
    static auto const atlas = geo::load_atlas(fs::path{MARSHRUT_SOURCE_DIR} / "data/yalama-baku-1920").atlas;
    return atlas;
}

} // namespace

TEST_CASE("exported and read back, the bundled atlas has everything at the same places at fifty instants")
{
    check_round_trip(*bundled(), bundled()->info.span);
}

TEST_CASE("exported and read back, two days of trains and ships agree at fifty instants")
{
    check_round_trip(*bundled(), {at("1920-04-27"), at("1920-04-29")});
}

TEST_CASE("an atlas of years before the common era goes through every format unharmed")
{
    auto const atlas = geo::load_atlas(fs::path{MARSHRUT_SOURCE_DIR} / "tests/atlases/hannibal-218bc").atlas;
    check_round_trip(*atlas, atlas->info.span);
}

TEST_CASE("a recorded track that steps, breaks and moves by fractions of a second goes through every format")
{
    for (char const *const name : {"tracks.kml", "mf-trajectory.json", "walk.gpx", "scene.czml"}) {
        CAPTURE(name);
        auto const atlas = geo::load_with_guests(fs::path{MARSHRUT_SOURCE_DIR} / "tests/foreign" / name, {}).atlas;
        for (auto const &how : formats) {
            CAPTURE(how.ending);
            auto const again = exported_and_read(*atlas, how);
            for (auto const t : fifty_instants(atlas->info.span)) {
                CAPTURE(geo::to_iso(t));
                CHECK(units_that_differ(*atlas, *again, t, false) == 0);
            }
        }
    }
}

TEST_CASE("an export of a view holds what reaches into its extent and its time, and cuts tracks to it")
{
    geo::ExportChoice choice;
    choice.extent = geo::Box{48.0, 40.9, 49.5, 41.9}; // from Yalama to Khachmaz
    choice.time = geo::Span{at("1920-04-27T06:00"), at("1920-04-27T12:00")};
    choice.hidden = {"events"};
    auto const again = exported_and_read(*bundled(), formats[1], choice);
    CHECK(again->events.empty());
    REQUIRE_FALSE(again->units.empty());
    for (auto const &trajectory : again->trajectories) {
        CHECK(trajectory.span().begin >= at("1920-04-27T06:00"));
        CHECK(trajectory.span().end <= at("1920-04-27T12:00"));
    }
    for (auto const &place : again->places) {
        bool const own = place.kind == "guest";
        CHECK((!own || (place.at.lon >= 48.0 && place.at.lon <= 49.5 && place.at.lat >= 40.9 && place.at.lat <= 41.9)));
    }
    CHECK(again->units.size() < bundled()->units.size());
}

TEST_CASE("names in every language, uncertain dates and sources stand in the file")
{
    test::TemporaryFolder const folder;
    auto const file = folder.path() / "out.geojson";
    (void)geo::export_atlas(*bundled(), {}, geo::ExportFormat::geojson, file);
    auto const again = geo::load_with_guests(file, {}).atlas;
    auto const before = geo::index_of(bundled()->units, "r_atg");
    auto const after = geo::index_of(again->units, "out.geojson/r_atg");
    REQUIRE(before);
    REQUIRE(after);
    for (char const *const language : {"en", "az", "ru"}) {
        CHECK(again->units[*after].name.in(language) == bundled()->units[*before].name.in(language));
    }
    CHECK(test::text(again->units[*after].note.in("en")) == doctest::Contains("itinerary: "));
}

TEST_CASE("what a format cannot carry is told")
{
    test::TemporaryFolder const folder;
    auto const report = geo::export_atlas(*bundled(), {}, geo::ExportFormat::gpx, folder.path() / "out.gpx");
    CHECK(report.written[static_cast<std::size_t>(geo::ExportKind::region)] == 0);
    CHECK(report.not_borne.at("regions: the format knows nothing like it") == std::ssize(bundled()->regions));
    CHECK(report.not_borne.at("ends of events: a waypoint has one time") > 0);
    CHECK(report.left_out.at("stories: only a pack carries them") == std::ssize(bundled()->stories));
}

TEST_CASE("an export that is stopped says so")
{
    test::TemporaryFolder const folder;
    std::stop_source stop;
    stop.request_stop();
    CHECK_THROWS_AS(
        (void)geo::export_atlas(*bundled(), {}, geo::ExportFormat::kml, folder.path() / "x.kml", {}, stop.get_token()),
        geo::Stopped);
}
