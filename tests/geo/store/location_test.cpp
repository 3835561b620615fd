#include "geo/store/location.hpp"

#include <doctest/doctest.h>

#include <filesystem>

TEST_CASE("a location is a folder, a GeoPackage or a server by the look of it")
{
    CHECK(geo::home_of(std::filesystem::temp_directory_path()) == geo::Home::folder);
    CHECK(geo::home_of("not/yet/there.gpkg") == geo::Home::geopackage);
    CHECK(geo::home_of("PG:dbname=atlas") == geo::Home::server);
    CHECK_FALSE(geo::home_of("map.kml"));
}

TEST_CASE("a password is never shown")
{
    CHECK(geo::shown("PG:host=h password=secret dbname=a") == "PG:host=h password=*** dbname=a");
    CHECK(geo::shown("PG:host=h PASSWORD = 'two \\' words' dbname=a") == "PG:host=h PASSWORD = *** dbname=a");
    CHECK(geo::shown("PG:postgresql://reader:secret@museum/atlas") == "PG:postgresql://reader:***@museum/atlas");
    CHECK(geo::shown("/data/password=folder") == "/data/password=folder");
}
