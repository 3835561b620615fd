#include "support/atlas_folder.hpp"
#include "support/bibtex.hpp"
#include "support/program.hpp"
#include "support/text.hpp"

#include "geo/cite/citations.hpp"
#include "geo/cite/formats.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

using doctest::Contains;
using test::at;
using test::run;
using test::text;

namespace {

constexpr char const *atlas_folder = MARSHRUT_SOURCE_DIR "/data/yalama-baku-1920";

/// The types and members of an entry of CSL-JSON 1.0.2.
std::set<std::string> const types{"article",
                                  "article-journal",
                                  "article-magazine",
                                  "article-newspaper",
                                  "bill",
                                  "book",
                                  "broadcast",
                                  "chapter",
                                  "classic",
                                  "collection",
                                  "dataset",
                                  "document",
                                  "entry",
                                  "entry-dictionary",
                                  "entry-encyclopedia",
                                  "event",
                                  "figure",
                                  "graphic",
                                  "hearing",
                                  "interview",
                                  "legal_case",
                                  "legislation",
                                  "manuscript",
                                  "map",
                                  "motion_picture",
                                  "musical_score",
                                  "pamphlet",
                                  "paper-conference",
                                  "patent",
                                  "performance",
                                  "periodical",
                                  "personal_communication",
                                  "post",
                                  "post-weblog",
                                  "regulation",
                                  "report",
                                  "review",
                                  "review-book",
                                  "software",
                                  "song",
                                  "speech",
                                  "standard",
                                  "thesis",
                                  "treaty",
                                  "webpage"};
std::set<std::string> const texts{"id",
                                  "type",
                                  "citation-key",
                                  "language",
                                  "abstract",
                                  "annote",
                                  "archive",
                                  "archive_collection",
                                  "archive_location",
                                  "archive-place",
                                  "authority",
                                  "call-number",
                                  "chapter-number",
                                  "collection-number",
                                  "collection-title",
                                  "container-title",
                                  "container-title-short",
                                  "dimensions",
                                  "division",
                                  "DOI",
                                  "edition",
                                  "event-title",
                                  "event-place",
                                  "genre",
                                  "ISBN",
                                  "ISSN",
                                  "issue",
                                  "jurisdiction",
                                  "keyword",
                                  "locator",
                                  "medium",
                                  "note",
                                  "number",
                                  "number-of-pages",
                                  "number-of-volumes",
                                  "original-publisher",
                                  "original-publisher-place",
                                  "original-title",
                                  "page",
                                  "page-first",
                                  "part",
                                  "part-title",
                                  "publisher",
                                  "publisher-place",
                                  "references",
                                  "scale",
                                  "section",
                                  "source",
                                  "status",
                                  "supplement",
                                  "title",
                                  "title-short",
                                  "URL",
                                  "version",
                                  "volume"};
std::set<std::string> const names{"author", "editor", "translator", "collection-editor", "contributor", "compiler"};
std::set<std::string> const dates{"accessed", "issued", "event-date", "original-date", "submitted", "available-date"};

void check_name(nlohmann::json const &name)
{
    REQUIRE(name.is_object());
    CHECK((name.contains("family") || name.contains("literal") || name.contains("given")));
    for (auto const &[part, value] : name.items()) {
        CHECK(
            std::set<std::string>{"family", "given", "literal", "suffix", "non-dropping-particle", "dropping-particle"}
                .contains(part));
        CHECK(value.is_string());
    }
}

void check_date(nlohmann::json const &date)
{
    REQUIRE(date.is_object());
    if (date.contains("date-parts")) {
        REQUIRE(!date["date-parts"].empty());
        CHECK(date["date-parts"].size() <= 2);
        for (auto const &part : date["date-parts"]) {
            CHECK(part.size() >= 1);
            CHECK(part.size() <= 3);
            CHECK(std::ranges::all_of(part, [](nlohmann::json const &n) { return n.is_number_integer(); }));
        }
    }
    CHECK((date.contains("date-parts") || date.contains("literal") || date.contains("raw")));
}

/// What the schema of CSL-JSON asks of an entry.
void check_csl(nlohmann::json const &entry)
{
    CAPTURE(entry.dump());
    REQUIRE(entry.contains("id"));
    REQUIRE(entry.contains("type"));
    CHECK(types.contains(entry["type"].get<std::string>()));
    for (auto const &[key, value] : entry.items()) {
        CAPTURE(key);
        if (names.contains(key)) {
            REQUIRE(value.is_array());
            std::ranges::for_each(value, check_name);
        } else if (dates.contains(key)) {
            check_date(value);
        } else if (key == "custom") {
            CHECK(value.is_object());
        } else {
            CHECK(texts.contains(key));
            CHECK((value.is_string() || value.is_number()));
        }
    }
}

} // namespace

TEST_CASE("citations of what is shown are valid CSL-JSON and name atlas, version, instant and extent")
{
    auto const done =
        run({"cite", atlas_folder, "--at", "1920-04-27T12:00", "--bbox", "48,40,50,42", "--format", "csl"});
    REQUIRE(done.exit == 0);
    auto const entries = nlohmann::json::parse(done.out);
    REQUIRE(entries.is_array());
    CHECK(entries.size() > 5);
    std::set<std::string> ids;
    for (auto const &entry : entries) {
        check_csl(entry);
        CHECK(ids.insert(entry["id"].get<std::string>()).second);
    }
    CHECK(entries[0]["id"] == "yalama-baku-1920");
    CHECK(entries[0]["type"] == "map");
    CHECK(!entries[0]["version"].get<std::string>().empty());
    CHECK(entries[0]["note"] == "Shown at 1920-04-27T12:00:00 (Baku local time), extent 48.000,40.000,50.000,42.000");
    CHECK(ids.contains("veselov2021"));
}

TEST_CASE("citations as BibTeX are read by a strict grammar and have the same keys")
{
    auto const bib = run({"cite", atlas_folder, "--at", "1920-04-27T12:00", "-f", "bibtex"});
    auto const csl = run({"cite", atlas_folder, "--at", "1920-04-27T12:00", "-f", "csl"});
    REQUIRE(bib.exit == 0);
    auto const entries = test::parse_bibtex(bib.out);
    auto const same = nlohmann::json::parse(csl.out);
    REQUIRE(entries.size() == same.size());
    std::set<std::string> const known{"misc",        "book",          "incollection", "article",
                                      "unpublished", "inproceedings", "phdthesis"};
    for (std::size_t i = 0; i < entries.size(); ++i) {
        CAPTURE(entries[i].key);
        CHECK(entries[i].key == same[i]["id"]);
        CHECK(known.contains(entries[i].type));
        CHECK(entries[i].fields.contains("title"));
    }
    CHECK(entries[0].fields.at("version") == same[0]["version"]);
    CHECK(text(entries[0].fields.at("note")) == Contains("1920-04-27T12:00:00"));
}

TEST_CASE("letters that mean something to TeX are escaped, and institutes are not taken for persons")
{
    auto const entry =
        geo::bibtex_entry({{"id", "x"},
                           {"type", "book"},
                           {"title", "50 % of {A} & B_c #1 ~ \\"},
                           {"author", {{{"family", "Ağaoğlu"}, {"given", "Ə."}}, {{"literal", "An Institute"}}}},
                           {"issued", {{"date-parts", {{1920, 4}}}}}});
    auto const read = test::parse_bibtex(entry);
    REQUIRE(read.size() == 1);
    CHECK(read[0].type == "book");
    CHECK(read[0].fields.at("author") == "Ağaoğlu, Ə. and {An Institute}");
    CHECK(read[0].fields.at("year") == "1920");
    CHECK(read[0].fields.at("title") ==
          "50 \\% of \\textbraceleft{}A\\textbraceright{} \\& B\\_c \\#1 \\textasciitilde{} \\textbackslash{}");
}

TEST_CASE("footnotes are numbered and begin with the atlas, and tell what each source stands behind")
{
    auto const done = run({"cite", atlas_folder, "--at", "1920-04-27T12:00"});
    REQUIRE(done.exit == 0);
    CHECK(done.out.starts_with("1. Yalama – Baku, April 1920 (yalama-baku-1920), version "));
    CHECK(text(done.out) == Contains("Shown at 1920-04-27T12:00:00"));
    CHECK(text(done.out) == Contains("\n2. "));
    CHECK(text(done.out) == Contains("event:ev046"));
}

TEST_CASE("only the sources of the traditions asked for are cited, and an unknown one is told")
{
    auto const some = run({"cite", atlas_folder, "--at", "1920-04-27T12:00", "--only", "azerbaijani", "-f", "csl"});
    auto const all = run({"cite", atlas_folder, "--at", "1920-04-27T12:00", "-f", "csl"});
    REQUIRE(some.exit == 0);
    CHECK(nlohmann::json::parse(some.out).size() < nlohmann::json::parse(all.out).size());
    auto const wrong = run({"cite", atlas_folder, "--at", "1920-04-27", "--only", "azerbaijan"});
    CHECK(wrong.exit == 2);
    CHECK(wrong.err ==
          "marshrut: there is no tradition 'azerbaijan' in yalama-baku-1920; did you mean 'azerbaijani'?\n");
}

TEST_CASE("every source of the bundled atlas is valid CSL-JSON and BibTeX")
{
    auto const loaded = geo::load_atlas(atlas_folder);
    for (auto const &source : loaded.atlas->sources) {
        auto const entry = nlohmann::json::parse(source.csl_json);
        check_csl(entry);
        CHECK(test::parse_bibtex(geo::bibtex_entry(entry)).size() == 1);
    }
}
