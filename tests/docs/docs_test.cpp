// The documents that promise something are held to it.

#include "support/atlas_folder.hpp"
#include "support/content.hpp"
#include "support/program.hpp"
#include "support/text.hpp"

#include "app/ui/keys.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>
#include <utility>

using doctest::Contains;
using test::text;

namespace {

namespace fs = std::filesystem;

std::string document(char const *name)
{
    return test::content(fs::path{MARSHRUT_SOURCE_DIR} / "docs" / name);
}

/// What stands between "<!-- name -->" and "<!-- /name -->".
std::string part(std::string const &page, std::string const &name)
{
    auto const begin = page.find("<!-- " + name + " -->\n");
    auto const end = page.find("<!-- /" + name + " -->");
    REQUIRE(begin != std::string::npos);
    REQUIRE(end != std::string::npos);
    return page.substr(begin + name.size() + 10, end - begin - name.size() - 10);
}

std::string trimmed(std::string value)
{
    value.erase(value.find_last_not_of('\n') + 1);
    return value;
}

/// One thing that a walk-through tells the reader to do.
struct Step
{
    std::string file;    ///< save `content` as this, or empty
    std::string content; ///< of the file, or one command
};

/// The fenced blocks of a page in order: files after a line "Save as `…`", commands in blocks of bash.
std::vector<Step> steps_of(std::string const &page)
{
    std::vector<Step> steps;
    std::istringstream lines{page};
    std::regex const save{"^Save as `([^`]+)`.*"};
    std::string file;
    std::string line;
    while (std::getline(lines, line)) {
        std::smatch match;
        if (std::regex_match(line, match, save)) {
            file = match[1];
        }
        if (!line.starts_with("```")) {
            continue;
        }
        bool const commands = line == "```bash";
        std::string block;
        while (std::getline(lines, line) && line != "```") {
            if (commands) {
                steps.push_back({"", line});
            }
            block += line + "\n";
        }
        if (!commands) {
            REQUIRE(!file.empty());
            steps.push_back({std::exchange(file, ""), block});
        }
    }
    return steps;
}

std::vector<std::string> words_of(std::string const &command)
{
    std::istringstream in{command};
    return {std::istream_iterator<std::string>{in}, {}};
}

/// The commands and their words, as `marshrut --help` lists them.
std::vector<std::pair<std::string, std::string>> commands()
{
    std::vector<std::pair<std::string, std::string>> found;
    auto const help = test::run({"--help"}).out;
    std::istringstream lines{help.substr(help.find("Subcommands:"))};
    std::regex const entry{"^  ([a-z]+) +(.*)$"};
    for (std::string line; std::getline(lines, line);) {
        if (std::smatch match; std::regex_match(line, match, entry)) {
            found.emplace_back(match[1], match[2]);
        }
    }
    return found;
}

/// README and the pages of the manual.
std::vector<fs::path> pages()
{
    std::vector<fs::path> found;
    for (auto const *const folder : {"", "docs"}) {
        for (auto const &entry : fs::directory_iterator{fs::path{MARSHRUT_SOURCE_DIR} / folder}) {
            if (entry.path().extension() == ".md") {
                found.push_back(entry.path());
            }
        }
    }
    return found;
}

/// Where the links of a page lead that stay in the repository, pictures too.
std::vector<fs::path> links_of(fs::path const &page)
{
    std::vector<fs::path> found;
    auto const words = test::content(page);
    std::regex const link{R"(\]\(([^)#:\s]+)(#[^)]*)?\))"};
    for (std::sregex_iterator at{words.begin(), words.end(), link}; at != std::sregex_iterator{}; ++at) {
        found.push_back((page.parent_path() / (*at)[1].str()).lexically_normal());
    }
    return found;
}

} // namespace

TEST_CASE("every command stands in the manual in its own words, and in README")
{
    auto const manual = part(document("reference.md"), "commands");
    auto const readme = test::content(fs::path{MARSHRUT_SOURCE_DIR} / "README.md");
    auto const all = commands();
    CHECK(all.size() >= 14);
    for (auto const &[name, words] : all) {
        CHECK(text(manual) == Contains(("| `" + name + "` | " + words + " | ").c_str()));
        CHECK(text(readme) == Contains(("\n| `" + name).c_str()));
    }
    CHECK(std::ranges::count(manual, '\n') == static_cast<long>(all.size()) + 2); // with the head of the table
}

TEST_CASE("the keys in the manual are those that the viewer helps with")
{
    std::string rows{"| key | does |\n|---|---|"};
    for (auto const &[key, does] : app::all_keys()) {
        rows += std::string{"\n| "} + key + " | " + does + " |";
    }
    CHECK(trimmed(part(document("reference.md"), "keys")) == rows);
}

TEST_CASE("no link of the manual leads nowhere")
{
    for (auto const &page : pages()) {
        CAPTURE(page);
        for (auto const &target : links_of(page)) {
            CAPTURE(target);
            CHECK(fs::exists(target));
        }
    }
}

TEST_CASE("every picture of the manual is made by docs/make-pictures, is shown on a page, and is small")
{
    std::set<fs::path> shown;
    for (auto const &page : pages()) {
        for (auto const &target : links_of(page)) {
            shown.insert(target);
        }
    }
    auto const script = document("make-pictures");
    int pictures = 0;
    for (auto const &entry : fs::directory_iterator{fs::path{MARSHRUT_SOURCE_DIR} / "docs/images"}) {
        CAPTURE(entry.path());
        CHECK(text(script) == Contains(("\npicture_" + entry.path().stem().string() + "() {").c_str()));
        CHECK(shown.contains(entry.path()));
        CHECK(entry.file_size() <= 250'000);
        ++pictures;
    }
    CHECK(pictures >= 8);
}

TEST_CASE("the fields in the manual are those of the reader")
{
    CHECK(trimmed(part(document("data-format.md"), "fields")) == trimmed(test::run({"info", "--fields"}).out));
}

TEST_CASE("every format of the table has its test file, which info reads and of which it tells what was left out")
{
    auto const page = test::content(fs::path{MARSHRUT_SOURCE_DIR} / "docs/formats.md");
    std::regex const row{R"(\n\| [^\n]*\| ([a-z-]+\.[a-z]+) \|)"};
    int rows = 0;
    for (std::sregex_iterator at{page.begin(), page.end(), row}; at != std::sregex_iterator{}; ++at, ++rows) {
        auto const file = fs::path{MARSHRUT_SOURCE_DIR} / "tests/foreign" / (*at)[1].str();
        CAPTURE(file);
        CHECK(fs::exists(file));
        auto const told = test::run({"info", file.string(), "--json"}, true);
        CHECK(told.exit == 0);
        auto const json = nlohmann::json::parse(told.out);
        CHECK_FALSE(json.at("layers").empty());
        for (auto const &item : json.at("dropped")) {
            CHECK(item.at("count").get<long>() > 0);
            CHECK_FALSE(item.at("reason").get<std::string>().empty());
        }
    }
    CHECK(rows >= 17);
}

TEST_CASE("the rules in the manual are those of check")
{
    auto const rules = "```\n" + trimmed(test::run({"check", "--rules"}).out) + "\n```";
    CHECK(trimmed(part(document("data-format.md"), "rules")) == rules);
}

TEST_CASE("the story in the manual is one that the program reads")
{
    auto const page = document("data-format.md");
    auto const begin = page.find("```json\n") + 8;
    auto const story = page.substr(begin, page.find("```", begin) - begin);
    test::AtlasFolder const scratch;
    auto const folder = scratch.path() / "mine";
    REQUIRE(test::run({"new", folder.string()}).exit == 0);
    std::ofstream{folder / "stories" / "NAME.json"} << story;
    CHECK(text(test::run({"check", folder.string()}).out) == Contains(": 0 errors, 0 warnings"));
    CHECK(text(test::run({"info", folder.string(), "--json"}).out) == Contains("\"stories\": 2"));
}

TEST_CASE("a new atlas is sound, and an existing folder is not touched")
{
    test::AtlasFolder const scratch;
    auto const folder = (scratch.path() / "mine").string();
    auto const done = test::run({"new", folder});
    CHECK(done.exit == 0);
    CHECK(text(done.out) == Contains("READ-ME.txt"));
    CHECK(text(test::run({"check", folder}).out) == Contains(": 0 errors, 0 warnings"));
    auto const again = test::run({"new", folder});
    CHECK(again.exit == 3);
    CHECK(text(again.err) == Contains("is there already and not empty; name a folder that is not there yet"));
}

TEST_CASE("following 'your own campaign in an hour' word for word gives a moving unit")
{
    test::AtlasFolder const scratch;
    auto const work = scratch.path() / "work";
    fs::create_directory(work);
    auto const before = fs::current_path();
    fs::current_path(work);
    std::string checked;
    std::string stated;
    for (auto const &step : steps_of(document("your-own-atlas.md"))) {
        CAPTURE(step.content);
        if (!step.file.empty()) {
            REQUIRE(fs::exists(work / fs::path{step.file})); // it replaces what 'new' made
            std::ofstream{work / step.file} << step.content;
            continue;
        }
        auto words = words_of(step.content);
        REQUIRE(words.size() > 1);
        auto const program = words.front();
        words.erase(words.begin());
        if (program == "rm") {
            for (auto const &file : words) {
                CHECK(fs::remove(work / file));
            }
            continue;
        }
        REQUIRE(program == "marshrut");
        if (words.front() == "view") { // the same picture without a window
            words.front() = "render";
            words.insert(words.end(), {"-o", "window.png"});
        }
        auto const done = test::run(words);
        CHECK(done.err == "");
        CHECK(done.exit == 0);
        if (words.front() == "check") {
            checked = done.out;
        } else if (words.front() == "state") {
            stated = done.out;
        }
    }
    fs::current_path(before);
    CHECK(text(checked) == Contains("0 errors, 0 warnings"));
    CHECK(std::regex_search(stated, std::regex{"legio_xiii +[0-9.]+ +[0-9.]+ +moving +ravenna +rubicon"}));
    CHECK(fs::exists(work / "rubicon.gpkg"));
    CHECK(fs::exists(work / "window.png"));
}
