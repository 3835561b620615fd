#include "support/atlas_folder.hpp"

#include <cassert>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace test {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view atlas_json = R"({
 "format": "marshrut-atlas/1", "id": "small", "version": "1", "title": {"en": "Small"}, "span": "1920-04-01/1920-05-31",
 "clock": "local time", "home": [47, 40, 51, 42], "languages": ["en"],
 "layers": ["regions.geojson", "lines.geojson", "places.geojson", "events.geojson"],
 "sides": [{"id": "red", "name": {"en": "Red"}, "colour": "#A8201A"}],
 "polities": [{"id": "old", "name": {"en": "Old"}}, {"id": "new", "name": {"en": "New"}}],
 "categories": [{"id": "military", "name": {"en": "Military"}}]
})";

constexpr std::string_view places = R"({"type": "FeatureCollection", "features": [
{"type":"Feature","properties":{"id":"west","kind":"town","name_en":"West","rank":1,"uncertainty_km":1,"sources":"book"},"geometry":{"type":"Point","coordinates":[48.0,41.0]}},
{"type":"Feature","properties":{"id":"halt","kind":"railway_station","name_en":"Halt","rank":4,"uncertainty_km":2,"sources":"book"},"geometry":{"type":"Point","coordinates":[49.0,41.01]}},
{"type":"Feature","properties":{"id":"east","kind":"town","name_en":"East","rank":2,"uncertainty_km":1,"sources":"book"},"geometry":{"type":"Point","coordinates":[50.0,41.0]}}
]})";

constexpr std::string_view lines = R"({"type": "FeatureCollection", "features": [
{"type":"Feature","properties":{"id":"rail_west","kind":"railway","name_en":"Railway","uncertainty_km":1,"sources":"book"},"geometry":{"type":"LineString","coordinates":[[48.0,41.0],[48.5,41.0],[49.0,41.0]]}},
{"type":"Feature","properties":{"id":"rail_east","kind":"railway","name_en":"Railway","uncertainty_km":1,"sources":"book"},"geometry":{"type":"LineString","coordinates":[[49.0,41.0],[49.5,41.0],[50.0,41.0]]}}
]})";

constexpr std::string_view regions = R"({"type": "FeatureCollection", "features": [
{"type":"Feature","properties":{"id":"land_before","polity":"old","name_en":"Old","status":"sovereign","end_date":"1920-04-28","sources":"book"},"geometry":{"type":"Polygon","coordinates":[[[47,40],[51,40],[51,42],[47,42],[47,40]]]}},
{"type":"Feature","properties":{"id":"land_after","polity":"new","name_en":"New","status":"sovereign","start_date":"1920-04-28","sources":"book"},"geometry":{"type":"Polygon","coordinates":[[[47,40],[51,40],[51,42],[47,42],[47,40]]]}}
]})";

constexpr std::string_view units = "id,name_en,side,kind,parent,symbol,sources\n"
                                   "train,Train,red,armoured_train,,armoured_train,book\n"
                                   "crew,Crew,red,rifle_company,train,rifle,book\n";

constexpr std::string_view fixes =
    "unit_id,seq,place_id,arrival,departure,mode,via,time_basis,confidence,sources,note_en\n"
    "train,1,west,1920-04-26,1920-04-27T00:00,rail,,source,attested,book,\n"
    "train,2,east,1920-04-27T10:00,,rail,,source,attested,book,\n"
    "crew,1,east,1920-04-29T12:00,1920-04-30T12:00,static,,assumed,probable,book,\n";

constexpr std::string_view events = R"({"type": "FeatureCollection", "features": [
{"type":"Feature","properties":{"id":"ev1","start_date":"1920-04-27T00:00","end_date":"1920-04-27T10:00","place_ids":"west;east","title_en":"The train runs","summary_en":"From west to east.","category":"military","confidence":"attested","sources":"book"},"geometry":null}
]})";

constexpr std::string_view sources =
    R"([{"id": "book", "type": "book", "title": "A Book", "author": [{"family": "Writer"}], "issued": {"date-parts": [[1921]]}}])";

} // namespace

AtlasFolder::AtlasFolder()
{
    auto pattern = (fs::temp_directory_path() / "marshrut-test-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) {
        throw std::runtime_error{"no temporary folder could be made"};
    }
    m_path = pattern;
    write("atlas.json", atlas_json);
    write("places.geojson", places);
    write("lines.geojson", lines);
    write("regions.geojson", regions);
    write("units.csv", units);
    write("fixes.csv", fixes);
    write("events.geojson", events);
    write("sources.json", sources);
}

AtlasFolder::~AtlasFolder()
{
    std::error_code ignored; // nothing more can be done about it here
    fs::remove_all(m_path, ignored);
}

void AtlasFolder::write(std::string const &file, std::string_view content)
{
    fs::create_directories((m_path / file).parent_path());
    std::ofstream{m_path / file, std::ios::binary} << content;
}

void AtlasFolder::replace(std::string const &file, std::string_view what, std::string_view with)
{
    std::ostringstream text;
    text << std::ifstream{m_path / file, std::ios::binary}.rdbuf();
    auto content = text.str();
    auto const found = content.find(what);
    if (found == std::string::npos) {
        throw std::logic_error{"the fixture does not hold: " + std::string{what}};
    }
    content.replace(found, what.size(), with);
    write(file, content);
}

void AtlasFolder::remove(std::string const &file)
{
    fs::remove(m_path / file);
}

std::string AtlasFolder::problems() const
{
    std::string lines;
    for (auto const &problem : load().problems) {
        lines += to_line(problem) + "\n";
    }
    return lines;
}

geo::Instant at(std::string_view text)
{
    auto const parsed = geo::parse_edtf(text);
    if (!parsed.value) {
        throw std::logic_error{parsed.error};
    }
    return parsed.value->earliest();
}

} // namespace test
