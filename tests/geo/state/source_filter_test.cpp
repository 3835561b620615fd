#include "support/atlas_folder.hpp"

#include "geo/state/source_filter.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using test::at;

namespace {

geo::Atlas const &atlas()
{
    static geo::LoadResult const result = geo::load_atlas(MARSHRUT_SOURCE_DIR "/data/yalama-baku-1920");
    return *result.atlas;
}

geo::FilteredWorld shown(geo::SourceFilter const &filter, char const *when = "1920-04-27T12:00")
{
    return geo::filtered(atlas(), geo::state_at(atlas(), at(when)), filter);
}

bool told_by(geo::Indices const &sources, char const *tradition)
{
    return std::ranges::any_of(sources, [&](geo::Index i) {
        auto const &own = atlas().sources[i].traditions;
        return std::ranges::find(own, tradition) != own.end();
    });
}

} // namespace

TEST_CASE("without a filter nothing is hidden")
{
    auto const all = shown({});
    CHECK(all.hidden() == 0);
    CHECK(all.units.shown == all.world.units.size());
    CHECK(all.regions.all > 5);
}

TEST_CASE("with one tradition switched on only what its sources support remains, and the rest is counted")
{
    auto const everything = shown({});
    for (char const *const tradition : {"azerbaijani", "soviet", "russian", "western"}) {
        CAPTURE(tradition);
        auto const some = shown({{tradition}, {}, geo::Confidence::disputed});
        for (auto const &state : some.world.units) {
            CHECK(told_by(geo::sources_of(atlas(), state, some.world.at), tradition));
        }
        for (auto const &state : some.world.events) {
            CHECK(told_by(atlas().events[state.event].sources, tradition));
        }
        for (auto const region : some.world.regions) {
            CHECK(told_by(atlas().regions[region].sources, tradition));
        }
        CHECK(some.world.places == everything.world.places);
        CHECK(some.units.all == everything.world.units.size());
        CHECK(some.hidden() > 0);
        CHECK(some.world.units.size() + some.world.events.size() + some.world.regions.size() > 0);
    }
}

TEST_CASE("with only attested items switched on, probable and disputed ones are hidden")
{
    auto const some = shown({{}, {}, geo::Confidence::attested});
    CHECK(some.world.units.size() == some.units.shown);
    CHECK(some.units.shown > 0);
    CHECK(some.units.shown < some.units.all);
    for (auto const &state : some.world.units) {
        CHECK(state.confidence == geo::Confidence::attested);
    }
    for (auto const &state : some.world.events) {
        CHECK(atlas().events[state.event].confidence == geo::Confidence::attested);
    }
    CHECK(some.regions.shown == some.regions.all); // regions carry no confidence
}

TEST_CASE("a single source can be looked through")
{
    auto const mikoyan = geo::index_of(atlas().sources, "mikoyan-tb").value();
    auto const some = shown({{}, {mikoyan}, geo::Confidence::disputed}, "1920-04-27T00:16");
    REQUIRE(some.world.units.size() > 0);
    for (auto const &state : some.world.units) {
        auto const sources = geo::sources_of(atlas(), state, some.world.at);
        CHECK(std::ranges::find(sources, mikoyan) != sources.end());
    }
}

TEST_CASE("every tradition that a source names has a name, and the two sides tell of the day")
{
    for (auto const &source : atlas().sources) {
        for (auto const &tradition : source.traditions) {
            CHECK(std::ranges::find(atlas().info.traditions, tradition, &geo::Label::id) !=
                  atlas().info.traditions.end());
        }
    }
    CHECK(shown({{"azerbaijani"}, {}, geo::Confidence::disputed}).events.shown > 0);
    CHECK(shown({{"soviet"}, {}, geo::Confidence::disputed}).units.shown > 0);
}
