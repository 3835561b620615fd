// Files of other formats by somebody who is careless, unlucky, or means harm. Whatever a file holds, the program ends
// by itself, within its limits, and says what it left out.

#include "hostile/hostile_run.hpp"
#include "support/content.hpp"
#include "support/temporary_folder.hpp"
#include "support/text.hpp"

#include <cpl_vsi.h>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace fs = std::filesystem;
using doctest::Contains;
using test::text;
using test::try_on;

namespace {

fs::path const samples = fs::path{MARSHRUT_SOURCE_DIR} / "tests/foreign";

/// A file in a folder of its own, so that nothing else lies beside it.
class Hostile
{
public:
    Hostile(std::string const &name, std::string_view content) : Hostile{name}
    {
        std::ofstream{path, std::ios::binary} << content;
    }
    explicit Hostile(std::string const &name) : path{m_folder.path() / name} {}

private:
    test::TemporaryFolder m_folder;

public:
    fs::path const path;
};

/// The file is tried by every command that reads such files and needs no display. \return what info said
test::Run try_file(fs::path const &file)
{
    auto const info = try_on({"info", file.string()});
    auto const json = try_on({"info", file.string(), "--json"});
    auto const state = try_on({"state", file.string(), "--at", "1920-04-27T05:00", "--json"});
    CHECK(test::is_plain(info.out));
    CHECK(json.exit == info.exit);
    CHECK((info.exit == 0 || info.exit == 3));
    CHECK((json.exit != 0 || nlohmann::json::accept(json.out)));
    CHECK((state.exit != 0 || nlohmann::json::accept(state.out)));
    return info;
}

/// What is said of a file that cannot be opened at all.
std::string refused(fs::path const &file)
{
    auto const done = try_file(file);
    CHECK(done.exit == 3);
    CHECK(text(done.err) == Contains(file.filename().c_str()));
    return done.err;
}

/// What is said of a file of which a part can be shown.
std::string told(fs::path const &file)
{
    auto const done = try_file(file);
    CHECK(done.exit == 0);
    return done.out + done.err;
}

} // namespace

TEST_CASE("a foreign file that is empty, cut off or a folder is told by its name")
{
    for (std::string const name : {"walk.gpx", "times.kml", "plain.geojson", "scene.czml", "packed.kmz", "tables.gpkg",
                                   "columns.fgb", "columns.dbf", "mf-prism.json"}) {
        CAPTURE(name);
        (void)refused(Hostile{name, ""}.path);
        auto const whole = test::content(samples / name);
        if (name != "columns.dbf" && name != "columns.fgb") { // GDAL reads the rows that are there
            (void)refused(Hostile{name, std::string_view{whole}.substr(0, whole.size() / 2)}.path);
        }
        Hostile const folder{name};
        fs::create_directory(folder.path);
        (void)try_on({"info", folder.path.string()});
        CHECK(try_on({"info", folder.path.string()}).exit == 3);
    }
}

TEST_CASE("text that is no UTF-8 is told, and what is shown of it is UTF-8")
{
    CHECK(text(refused(Hostile{"a.kml", "<kml><Placemark><name>M\xfcnchen</name></Placemark></kml>"}.path)) ==
          Contains("is no sound XML: line 1"));
    CHECK(text(refused(Hostile{"a.geojson", "{\"features\":[{\"id\":\"M\xfcnchen\"}]}"}.path)) ==
          Contains("is no sound JSON"));
    CHECK(text(told(Hostile{"a.csv", "name,lon,lat,st\xe4rke\nM\xfcnchen,11.5,48.1,\xff\nBaku,49.8,40.4,2\n"}.path)) ==
          Contains("1 x features with text that is not UTF-8 (letters of it are shown as ?)"));
    CHECK(text(told(Hostile{"a.gpx", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><gpx><wpt lat=\"48\" lon=\"11\">"
                                     "<name>M\xfcnchen</name></wpt></gpx>"}
                        .path)) == Contains("1 place"));
}

TEST_CASE("coordinates of a foreign file that are no place on Earth are counted")
{
    for (std::string const number : {"nan", "NaN", "inf", "-Infinity", "1e400", "480", ""}) {
        CAPTURE(number);
        auto const sound = fmt::format("<wpt lat=\"41\" lon=\"48\"/>");
        CHECK(text(told(
                  Hostile{"a.gpx", fmt::format("<gpx>{}<wpt lat=\"41\" lon=\"{}\"/></gpx>", sound, number)}.path)) ==
              Contains("not used: 1 x waypoints whose lat or lon is missing or no degrees"));
        CHECK(text(told(Hostile{"a.kml", fmt::format("<kml><Placemark><LineString><coordinates>48,41 49,{} 50,41"
                                                     "</coordinates></LineString></Placemark></kml>",
                                                     number.empty() ? "x" : number)}
                            .path)) == Contains("not used: 1 x coordinates that are no degrees"));
        CHECK(text(told(Hostile{"a.csv", fmt::format("name,lon,lat\na,48,41\nb,{},41\n", number)}.path)) ==
              Contains("not used: 1 x rows whose 'lon' and 'lat' are no degrees"));
    }
    for (std::string const number : {"NaN", "Infinity", "1e400"}) {
        CAPTURE(number);
        auto const point = R"({{"features":[{{"geometry":{{"type":"Point","coordinates":[{},41]}}}}]}})";
        CHECK(text(refused(Hostile{"a.geojson", fmt::format(fmt::runtime(point), number)}.path)) ==
              Contains("is no sound JSON"));
    }
    CHECK(text(told(
              Hostile{"a.geojson", R"({"features":[{"geometry":{"type":"Point","coordinates":[1e300,41]}}]})"}.path)) ==
          Contains("not used: 1 x coordinates that are no longitude and latitude in degrees"));
    CHECK(text(told(Hostile{"a.csv", "wkt,n\n\"POINT (nan 41)\",1\n\"POINT (48 41)\",2\n"}.path)) ==
          Contains("not used: 1 x features without geometry"));
}

TEST_CASE("times beyond the calendar are counted")
{
    CHECK(text(told(Hostile{"a.czml", R"([{"position":{"epoch":"2000-01-01","cartographicDegrees":)"
                                      R"([0,48,41,0,60,48.1,41,0,1e300,49,41,0]}}])"}
                        .path)) == Contains("not used: 1 x points of a track whose time lies beyond the calendar"));
    CHECK(text(told(Hostile{"a.geojson", R"({"features":[{"properties":{"times":[1e12,1.1e12,1e307]},"geometry":)"
                                         R"({"type":"LineString","coordinates":[[1,2],[2,3],[3,4]]}}]})"}
                        .path)) == Contains("not used: 1 x points of a track without a time"));
    CHECK(text(told(Hostile{"a.csv", "wkt,n\n\"LINESTRING M (1 2 1e300,3 4 2e300)\",1\n"}.path)) ==
          Contains("not used: 2 x points of a track whose time lies beyond the calendar"));
    CHECK(text(told(Hostile{"a.kml", "<kml><Tour><FlyTo><duration>nan</duration><LookAt><longitude>nan</longitude>"
                                     "<latitude>1</latitude></LookAt></FlyTo></Tour></kml>"}
                        .path)) == Contains("not used: 1 x tours without a flight to a place"));
}

TEST_CASE("a ring of a million vertices and one that crosses itself end in time, as GeoJSON and as KML")
{
    std::string geojson;
    std::string kml;
    constexpr int count = 1'000'000;
    for (int i = 0; i < count; ++i) { // a saw
        auto const lon = fmt::format("{:.6f}", 47 + 4.0 * i / count);
        auto const lat = i % 2 == 0 ? "40" : "41.9";
        geojson += fmt::format("[{},{}],", lon, lat);
        kml += fmt::format("{},{} ", lon, lat);
    }
    CHECK(text(told(Hostile{"saw.geojson", R"({"features":[{"geometry":{"type":"Polygon","coordinates":[[)" + geojson +
                                               "[51,42],[47,42],[47,40]]]}}]}"}
                        .path)) == Contains("1 area"));
    CHECK(text(told(Hostile{"saw.kml", "<kml><Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>" + kml +
                                           "51,42 47,42 47,40</coordinates></LinearRing></outerBoundaryIs></Polygon>"
                                           "</Placemark></kml>"}
                        .path)) == Contains("1 area"));
    CHECK(text(told(Hostile{"crossed.geojson", R"({"features":[{"geometry":{"type":"Polygon","coordinates":)"
                                               R"([[[47,40],[51,42],[51,40],[47,42],[47,40]],[[1,2]]]}}]})"}
                        .path)) == Contains("1 x rings of areas with fewer than four points"));
}

TEST_CASE("ten thousand layers are read in time, and too many are refused with their limit")
{
    auto const folders = [](int count) {
        std::string kml = "<kml><Document>";
        for (int i = 0; i < count; ++i) {
            kml += fmt::format("<Folder><name>n{}</name><Placemark><Point><coordinates>48,41</coordinates></Point>"
                               "</Placemark></Folder>",
                               i);
        }
        return kml + "</Document></kml>";
    };
    CHECK(text(told(Hostile{"many.kml", folders(10'000)}.path)) == Contains("n9999: 1 place"));
    CHECK(text(refused(Hostile{"more.kml", folders(20'001)}.path)) ==
          Contains("it holds more than 20000 layers; open a part of it"));
}

TEST_CASE("two hundred thousand features of one name are told apart in time")
{
    std::string lines;
    for (int i = 0; i < 200'000; ++i) {
        lines += R"({"id":"a","geometry":{"type":"Point","coordinates":[48,41]}})"
                 "\n";
    }
    CHECK(text(told(Hostile{"same.geojsonl", lines}.path)) == Contains("200000 places"));
}

TEST_CASE("more fields than a layer may have are refused with their limit")
{
    std::string properties;
    for (int i = 0; i < 2'001; ++i) {
        properties += fmt::format("{}\"f{}\":1", i == 0 ? "" : ",", i);
    }
    CHECK(text(refused(Hostile{"wide.geojson", "{\"features\":[{\"properties\":{" + properties +
                                                   "},\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}}]}"}
                           .path)) == Contains("a layer has more than 2000 fields"));
}

TEST_CASE("XML that declares entities is refused, and GDAL shows nothing of what they stand for")
{
    std::string laughs = "<!DOCTYPE k [<!ENTITY a \"ha\">";
    for (char c = 'b'; c <= 'z'; ++c) {
        laughs += fmt::format("<!ENTITY {} \"", c);
        for (int i = 0; i < 10; ++i) {
            laughs += fmt::format("&{};", static_cast<char>(c - 1));
        }
        laughs += "\">";
    }
    laughs += "]>";
    std::string const outside = "<!DOCTYPE k [<!ENTITY z SYSTEM \"file:///etc/passwd\">]>";
    for (auto const &head : {laughs, outside}) {
        CHECK(text(refused(Hostile{"a.kml", head + "<kml><Placemark><name>&z;</name></Placemark></kml>"}.path)) ==
              Contains("it declares entities of its own, which is not allowed here; write them out"));
        CHECK(text(refused(Hostile{"a.gpx", head + "<gpx><wpt><name>&z;</name></wpt></gpx>"}.path)) ==
              Contains("it declares entities of its own"));
        for (auto const &[name, body] :
             {std::pair{"a.gml",
                        "<gml:FeatureCollection xmlns:gml=\"http://www.opengis.net/gml\">&z;</gml:FeatureCollection>"},
              std::pair{"a.svg", "<svg xmlns:cm=\"http://cloudmade.com/\">&z;</svg>"},
              std::pair{"a.osm", "<osm>&z;</osm>"}}) {
            CAPTURE(name);
            auto const said = try_file(Hostile{name, head + body}.path);
            CHECK((said.out + said.err).find("root:") == std::string::npos);
            CHECK((said.exit == 3 || text(said.out) == Contains("nothing to show")));
        }
    }
}

TEST_CASE("elements and arrays nested a hundred thousand deep are refused with their limit")
{
    constexpr int depth = 100'000;
    std::string open;
    for (int i = 0; i < depth; ++i) {
        open += "<a>";
    }
    CHECK(text(refused(Hostile{"a.kml", "<kml>" + open}.path)) == Contains("elements lie more than 200 deep"));
    std::string const arrays = std::string(depth, '[') + std::string(depth, ']');
    std::string const feature =
        R"({"properties":{"x":)" + arrays + R"(},"geometry":{"type":"Point","coordinates":[1,2]}})";
    for (auto const &[name, json] : {std::pair{"a.geojson", "{\"features\":[" + feature + "]}"},
                                     std::pair{"a.geojsonl", feature + "\n" + feature}, std::pair{"a.czml", arrays}}) {
        CAPTURE(name);
        CHECK(text(refused(Hostile{name, json}.path)) == Contains("arrays and objects lie more than 200 deep"));
    }
}

TEST_CASE("a KMZ that unpacks to very much, or holds very many files, is not opened")
{
    auto const write = [](std::string const &name, std::string_view bytes, int times) {
        auto *const file = VSIFOpenL(name.c_str(), "wb");
        REQUIRE(file != nullptr);
        for (int i = 0; i < times; ++i) {
            VSIFWriteL(bytes.data(), 1, bytes.size(), file);
        }
        VSIFCloseL(file);
    };
    Hostile const bomb{"bomb.kmz"};
    constexpr int mib = 64;
    write("/vsizip/" + bomb.path.string() + "/doc.kml", std::string(1U << 20U, ' '), mib);
    CHECK(fs::file_size(bomb.path) < 1U << 20U);
    CHECK(text(refused(bomb.path)) ==
          Contains("doc.kml in it unpacks to more than 200 times its size; it is not opened"));

    Hostile const crowd{"crowd.kmz"};
    auto *const archive = VSIFOpenL(("/vsizip/" + crowd.path.string()).c_str(), "wb");
    REQUIRE(archive != nullptr);
    for (int i = 0; i <= 10'000; ++i) {
        write(fmt::format("/vsizip/{}/{}.png", crowd.path.string(), i), "x", 1);
    }
    VSIFCloseL(archive);
    CHECK(text(refused(crowd.path)) == Contains("holds more than 10000 files; it is not opened"));
}

TEST_CASE("files that name others are not followed")
{
    CHECK(
        text(told(Hostile{"a.kml", "<kml><NetworkLink><Link><href>file:///etc/passwd</href></Link></NetworkLink></kml>"}
                      .path)) == Contains("1 x network links (nothing outside of the file is opened)"));
    Hostile const climbing{"climbing.kmz"};
    auto *const entry = VSIFOpenL(("/vsizip/" + climbing.path.string() + "/../../climbed.kml").c_str(), "wb");
    if (entry != nullptr) { // newer GDALs refuse such a name
        std::string_view const kml = "<kml><Placemark><Point><coordinates>1,2</coordinates></Point></Placemark></kml>";
        VSIFWriteL(kml.data(), 1, kml.size(), entry);
        VSIFCloseL(entry);
        (void)try_file(climbing.path);
        CHECK_FALSE(fs::exists(climbing.path.parent_path().parent_path() / "climbed.kml"));
    }
    for (auto const &[name, body] :
         {std::pair{"a.vrt", "<OGRVRTDataSource><OGRVRTLayer name=\"a\"><SrcDataSource>CSV:/etc/passwd</SrcDataSource>"
                             "</OGRVRTLayer></OGRVRTDataSource>"},
          std::pair{"a.geojson", R"({"crs":{"properties":{"name":"/etc/passwd"}},"features":[]})"},
          std::pair{"b.geojson", R"({"crs":{"properties":{"name":"http://127.0.0.1:9/x"}},"features":[]})"}}) {
        CAPTURE(name);
        auto const said = refused(Hostile{name, body}.path);
        CHECK(said.find("root:") == std::string::npos);
    }
}

TEST_CASE("layers, fields and values with SQL, markup, right-to-left and stacked letters are names and nothing else")
{
    std::string kml = "<kml><Document>";
    for (std::string const name :
         {R"(a"; DROP TABLE gpkg_contents;--)", "it's", "\u202Eباکو\u202C", "B\u0301\u0302\u0303\u0304\u0305\u0306aku",
          "&lt;b onload=x>%s%n${HOME}`id`&lt;/b>"}) {
        kml +=
            fmt::format("<Folder><name>{0}</name><Placemark><name>{0}</name><ExtendedData><Data name='{1}'><value>{0}"
                        "</value></Data></ExtendedData><Point><coordinates>48,41</coordinates></Point></Placemark>"
                        "</Folder>",
                        name, name == "it's" ? "its" : "x&quot;; DROP TABLE places;--");
    }
    Hostile const file{"names.kml", kml + "</Document></kml>"};
    auto const said = told(file.path);
    CHECK(text(said) == Contains(R"(a"; DROP TABLE gpkg_contents;--: 1 place)"));
    CHECK(text(said) == Contains("\\u202Eباکو\\u202C: 1 place"));
    auto const out = file.path.parent_path() / "out.gpkg";
    CHECK(try_on({"export", file.path.string(), "-o", out.string()}).exit == 0);
    CHECK(text(told(out)) == Contains("5 places"));
}

TEST_CASE("a file whose name forges a line is told in one")
{
    Hostile const file{"a\nmarshrut: all is well\x1b[2J.kml", "<kml>"};
    auto const done = try_on({"info", file.path.string()});
    CHECK(done.exit == 3);
    CHECK(text(done.err) == Contains("a\\x0Amarshrut: all is well\\x1B[2J.kml: is no sound XML"));
}
