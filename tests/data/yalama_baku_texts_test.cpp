// The bundled atlas: its texts, stories, claims and people, and what its map must not show.

#include "bundled_atlas.hpp"
#include "support/atlas_folder.hpp"

#include "geo/check/rules.hpp"
#include "geo/cite/source_title.hpp"
#include "geo/network/network.hpp"
#include "geo/network/routing.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>

using test::at;
using test::atlas;

TEST_CASE("the texts of the atlas's events stand in all three languages")
{
    for (auto const &event : atlas().events) {
        for (char const *const language : {"en", "az", "ru"}) {
            CAPTURE(event.id);
            CHECK(event.title.has(language));
            CHECK(event.summary.has(language));
        }
    }
}

TEST_CASE("the atlas holds what its dossier counts")
{
    std::size_t fixes = 0;
    for (auto const &unit : atlas().units) {
        fixes += unit.fixes.size();
    }
    CHECK(atlas().events.size() >= 127);
    CHECK(atlas().places.size() >= 136);
    CHECK(atlas().units.size() >= 49);
    CHECK(fixes >= 126);
    CHECK(atlas().sources.size() >= 82);
    CHECK(atlas().claims.size() >= 65);
    CHECK(atlas().stories.size() >= 4);
    CHECK(atlas().info.languages == std::vector<std::string>{"en", "az", "ru"});
}

TEST_CASE("every step of a class story asks a question, answers it and has notes, in all three languages")
{
    int steps = 0;
    for (auto const &story : atlas().stories) {
        for (auto const &step : story.steps) {
            CAPTURE(story.id);
            CAPTURE(step.id);
            for (char const *const language : {"en", "az", "ru"}) {
                CHECK(step.title.has(language));
                CHECK(step.text.has(language));
                CHECK(step.notes.has(language));
                CHECK(step.question.has(language) == (story.audience == "class"));
                CHECK(step.answer.has(language) == (story.audience == "class"));
            }
            CHECK_FALSE(step.events.empty());
            ++steps;
        }
    }
    CHECK(steps >= 36);
}

TEST_CASE("a step that shows killings carries a content note")
{
    for (auto const &story : atlas().stories) {
        for (auto const &step : story.steps) {
            bool const kills = std::ranges::any_of(step.events, [&](geo::Index i) {
                auto const &event = atlas().events[i];
                return event.category == "atrocity" || event.id == "ev099" || event.id == "ev105";
            });
            CAPTURE(story.id);
            CAPTURE(step.id);
            CHECK((!kills || step.content_note.has("en")));
        }
    }
}

TEST_CASE("the five days run from 27 April to 2 May, and the kiosk story takes 90 seconds")
{
    auto const five = geo::index_of(atlas().stories, "five-days");
    auto const kiosk = geo::index_of(atlas().stories, "kiosk");
    REQUIRE(five);
    REQUIRE(kiosk);
    auto const &days = atlas().stories[*five].steps;
    CHECK(days.size() >= 14);
    CHECK(days.front().at == at("1920-04-27"));
    CHECK(days.back().until == at("1920-05-02"));
    auto const &short_steps = atlas().stories[*kiosk].steps;
    CHECK(short_steps.size() == 6);
    double seconds = 0;
    for (auto const &step : short_steps) {
        seconds += step.seconds;
    }
    CHECK(seconds == 90);
}

TEST_CASE("check finds two things only: general knowledge cannot be looked up, and one data set waits to be used")
{
    for (auto const &problem : test::bundled().problems) {
        CHECK_MESSAGE(false, to_line(problem));
    }
    for (auto const &problem : geo::examine({atlas(), &test::base_map()})) {
        CAPTURE(to_line(problem));
        CHECK(problem.file == "sources.json");
        CHECK((problem.feature == "general" || problem.feature == "ristat1897"));
    }
}

TEST_CASE("everybody whom the seed article names is reached from an event and has an office in all three languages")
{
    for (char const *const id :
         {"chicherin", "denikin",   "khoyski",     "lenin",     "ordzhonikidze", "rudzutak",  "rykov",   "tukhachevsky",
          "zakharov",  "usubbekov", "kemal",       "narimanov", "ildyrym",       "rasulzade", "mikoyan", "yefremov",
          "pankratov", "mdivani",   "naneishvili", "vesnik",    "levandovsky",   "mikhailov"}) {
        CAPTURE(id);
        auto const person = geo::index_of(atlas().people, id);
        REQUIRE(person);
        CHECK(std::ranges::any_of(atlas().events, [&](geo::Event const &e) {
            return std::ranges::find(e.people, *person) != e.people.end();
        }));
        for (char const *const language : {"en", "az", "ru"}) {
            CHECK(atlas().people[*person].office.has(language));
        }
    }
}

TEST_CASE("where the seed article errs its wording stands as a claim with the correction beside it")
{
    // Date of the note, two ultimatums, hour of the handover, 400 diplomats, 48,000 victims, Pankratov, ruins of
    // Shusha.
    for (char const *const id : {"S05", "S17", "S31", "S32", "S37", "S49", "S54", "S56"}) {
        CAPTURE(id);
        auto const claim = geo::index_of(atlas().claims, id);
        REQUIRE(claim);
        for (char const *const language : {"en", "az", "ru"}) {
            CHECK(atlas().claims[*claim].wording.has(language));
            CHECK(atlas().claims[*claim].correction.has(language));
        }
    }
}

TEST_CASE("each of the eighteen footnotes is a source of an event")
{
    for (int n = 1; n <= 18; ++n) {
        auto const id = (n < 10 ? "fn0" : "fn") + std::to_string(n);
        CAPTURE(id);
        auto const note = geo::index_of(atlas().sources, id);
        REQUIRE(note);
        CHECK(std::ranges::any_of(atlas().events, [&](geo::Event const &e) {
            return std::ranges::find(e.sources, *note) != e.sources.end();
        }));
    }
}

TEST_CASE("a source without a printed title is described in each language")
{
    std::vector<std::string> ids{"seed", "general"};
    for (int note = 3; note <= 18; ++note) {
        ids.push_back(fmt::format("fn{:02}", note));
    }
    for (auto const &id : ids) {
        CAPTURE(id);
        auto const source = geo::index_of(atlas().sources, id);
        REQUIRE(source);
        auto const &found = atlas().sources[*source];
        CHECK(geo::citation_in(found, "en") == found.citation);
        CHECK(geo::citation_in(found, "az") != found.citation);
        CHECK(geo::citation_in(found, "ru") != found.citation);
    }
    auto const wiki = geo::index_of(atlas().sources, "enwiki-shusha");
    REQUIRE(wiki);
    CHECK(geo::citation_in(atlas().sources[*wiki], "en") == "English Wikipedia contributors: Shusha massacre");
    CHECK(geo::citation_in(atlas().sources[*wiki], "ru") == "Авторы английской Википедии: Shusha massacre");
}

TEST_CASE("no reservoir of later years lies on the map")
{
    // Mingachevir, Shamkir, Araz, Chirkey, Jeyranbatan, Keban, Tsimlyansk
    constexpr std::array<geo::LonLat, 7> reservoirs{
        {{46.8, 40.88}, {46.1, 40.95}, {45.35, 39.13}, {46.85, 42.97}, {49.7, 40.5}, {39.0, 38.85}, {42.5, 47.8}}};
    for (auto const &p : reservoirs) {
        CAPTURE(p.lon);
        CHECK_FALSE(test::in_layer("lakes", p));
    }
}

TEST_CASE("the railways of 1920 are there, and those built later are not")
{
    auto const parts = geo::network_parts(atlas().lines, geo::LineKind::railway);
    auto const off_km = [&](geo::LonLat p) {
        auto const found = geo::attach(parts, atlas().lines, p, at("1920-04-27"), {});
        return found ? found->off_m / 1000 : 1e6;
    };
    // Aleksandropol, Ulukhanlu, Erivan, Nakhchivan, Julfa, Batum, Kars
    for (geo::LonLat const p : {geo::LonLat{43.846, 40.793}, geo::LonLat{44.44, 40.1}, geo::LonLat{44.512, 40.178},
                                geo::LonLat{45.412, 39.209}, geo::LonLat{45.624, 38.957}, geo::LonLat{41.631, 41.641},
                                geo::LonLat{43.086, 40.598}}) {
        CAPTURE(p.lon);
        CHECK(off_km(p) < 5);
    }
    // The Araz at Horadiz and Minjevan (Alyat-Julfa), Barda and Zakatala: no railway before the Soviet time
    for (geo::LonLat const p : {geo::LonLat{47.35, 39.45}, geo::LonLat{46.72, 39.03}, geo::LonLat{47.126, 40.376},
                                geo::LonLat{46.645, 41.632}}) {
        CAPTURE(p.lon);
        CHECK(off_km(p) > 15);
    }
    for (auto const &line : atlas().lines) {
        CHECK_MESSAGE((line.kind != geo::LineKind::railway || line.life.span.begin < at("1920-01-01")), line.id);
    }
}
