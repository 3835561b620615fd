#pragma once

#include <cstdint>

namespace app {

/// What the viewer writes for other programs.
enum class Product : std::uint8_t { film, picture, data };

enum class FilmFormat : std::uint8_t { mp4, webm, gif };
enum class PictureFormat : std::uint8_t { png, svg, pdf };
enum class DataFormat : std::uint8_t { gpkg, geojson, kml, gpx, csv, czml };

/// What is to be written, as the panel for it has it.
struct Making
{
    Product product = Product::film;
    FilmFormat film = FilmFormat::mp4;
    int film_seconds = 30;  ///< how long the film runs
    int film_height = 1080; ///< pixels; 16:9
    PictureFormat picture = PictureFormat::png;
    DataFormat data = DataFormat::gpkg;
    bool view_only = true; ///< data: what lies in view and in the time of the ruler
    friend bool operator==(Making const &, Making const &) = default;
};

} // namespace app
