#pragma once

#include "app/cli/exit.hpp"
#include "app/film/film_shape.hpp"
#include "app/state/viewer_state.hpp"

#include "geo/export/exported.hpp"
#include "geo/foreign/load.hpp"
#include "geo/model/geometry.hpp"
#include "geo/state/source_filter.hpp"
#include "geo/time/instant.hpp"

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace app {

struct ViewOptions
{
    std::filesystem::path atlas;
    std::string language;
    std::string style;
    std::optional<geo::Instant> at;
    std::optional<Viewport> size; ///< empty: as the window was last
    bool fullscreen = false;
    std::string view;   ///< code of a view; empty: none
    geo::Guests guests; ///< files shown over the atlas
};

/// Which picture of an atlas: `render` makes it once, `film` at many instants.
struct PictureWish
{
    std::filesystem::path atlas;
    geo::Guests guests;
    Viewport size{1920, 1080};
    std::string language;
    std::string style; ///< empty: the view's, else "light"
    std::string view;  ///< code of a view; empty: none
    std::optional<geo::Box> extent;
    std::set<std::string> layers; ///< only these; empty: all
};

struct RenderOptions : PictureWish
{
    std::filesystem::path output;
    std::optional<geo::Instant> at; ///< empty: the view's
    bool world_file = false;        ///< beside a .png: where on earth its pixels lie
};

struct FilmOptions : PictureWish
{
    std::filesystem::path output; ///< a folder takes the frames as pictures
    FilmKind kind = FilmKind::mp4;
    geo::Instant from{};
    geo::Instant to{};
    double seconds = 60; ///< how long the film runs
    int fps = 30;
    bool report = false; ///< progress as lines for another program
};

struct HandoutOptions
{
    std::filesystem::path atlas;
    std::string story;
    std::filesystem::path output;
    std::string language;           ///< empty: the atlas's first
    std::vector<std::string> steps; ///< ids; empty: all
    bool blind = false;
};

struct StateOptions
{
    std::filesystem::path atlas;
    geo::Instant at{};
    bool json = false;
    geo::Guests guests;
};

enum class TraceForm { table, csv, json };
struct TraceOptions
{
    std::filesystem::path atlas;
    std::string unit;
    std::string language = "en";
    TraceForm form = TraceForm::table;
    std::filesystem::path graph;      ///< train graph to write, .svg or .pdf; empty: none
    std::vector<std::string> along;   ///< ids of the places that its railway joins; empty: those of the unit
    std::optional<geo::Instant> from; ///< of the graph's time; empty: the unit's first leg
    std::optional<geo::Instant> to;
    Viewport size{1600, 1100};
};

enum class CitationFormat { csl, bibtex, notes };
struct CiteOptions
{
    std::filesystem::path atlas;
    geo::Instant at{};
    std::optional<geo::Box> extent;
    CitationFormat format = CitationFormat::notes;
    geo::SourceFilter filter; ///< by tradition and confidence
};

struct CheckOptions
{
    std::filesystem::path atlas;
    bool json = false;
    bool rules = false; ///< print the rules instead
};

struct PackOptions
{
    std::filesystem::path atlas;
    std::filesystem::path output; ///< a .gpkg, or a connection text "PG:…"
};

struct ExportOptions
{
    std::filesystem::path atlas;
    std::filesystem::path output;
    geo::ExportFormat format = geo::ExportFormat::geojson;
    std::optional<geo::Box> extent;
    std::optional<geo::Instant> from; ///< what exists from then on
    std::optional<geo::Instant> to;
    std::set<std::string> layers; ///< only these; empty: all
    std::string language;         ///< empty: the view's, else the atlas's first
    std::string view;             ///< code of a view: its extent and layers; empty: none
    bool report = false;          ///< progress as lines for another program
    geo::Guests guests;
};

struct NewOptions
{
    std::filesystem::path folder;
};

struct InfoOptions
{
    std::filesystem::path file;
    bool json = false;
    bool fields = false; ///< print the fields of the data format instead
    geo::Guests guests;
};

struct BenchOptions
{
    std::filesystem::path atlas;
    bool json = false;
    bool big = false;  ///< a generated atlas of very many borders and units instead
    std::string probe; ///< which part to measure in a process of its own; empty: all
};

/// What a process of the kiosk is: the one that people start, or one of its children.
enum class KioskRole { supervisor, display, fallback, examiner };
struct KioskOptions
{
    std::string atlas;              ///< location; empty: that of the settings
    std::filesystem::path settings; ///< empty: the default file
    std::filesystem::path state;    ///< empty: systemd's, else the user's
    std::optional<Viewport> windowed;
    bool set_code = false;
    KioskRole role = KioskRole::supervisor;
    int failures = 0; ///< of displays before this one, in a row
};

/// Nothing to run: a text to print (help, version, or what is wrong with the words) and the exit code.
struct Notice
{
    std::string text;
    Exit exit = Exit::done;
};

using Command = std::variant<ViewOptions, RenderOptions, FilmOptions, HandoutOptions, StateOptions, CheckOptions,
                             InfoOptions, PackOptions, ExportOptions, NewOptions, BenchOptions, TraceOptions,
                             CiteOptions, KioskOptions, Notice>;

/// Reads the words of the command line (without the program's name). Touches the disk only to see whether a first
/// word that is no command names an existing path.
[[nodiscard]] Command parse_options(std::vector<std::string> const &words);

} // namespace app
