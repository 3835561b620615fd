#pragma once

#include "geo/model/atlas.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace app {

struct Colour
{
    std::uint8_t r = 0;
    std::uint8_t g = 0;
    std::uint8_t b = 0;
    std::uint8_t a = 255;
    friend bool operator==(Colour const &, Colour const &) = default;
};

/// Pixels from the top left corner of the picture, y down.
struct ScreenPoint
{
    float x = 0;
    float y = 0;
    friend bool operator==(ScreenPoint const &, ScreenPoint const &) = default;
};

enum class Pattern : std::uint8_t { solid, hatch, dots };

/// A filled area. `points` holds all rings one after another without repeated closing vertices.
struct Fill
{
    std::vector<ScreenPoint> points;
    std::vector<std::uint32_t> ring_ends; ///< index past the last point of each ring; the even-odd rule holds
    /// Triangles as indices into points, three each; null: one convex ring.
    std::shared_ptr<std::vector<std::uint32_t> const> triangles;
    Colour colour;
    Pattern pattern = Pattern::solid;
};

enum class Cap : std::uint8_t { butt, round };

/// A line of constant pixel width with round joins, antialiased.
struct Stroke
{
    std::vector<ScreenPoint> points;
    bool closed = false;
    float width = 1;
    Colour colour;
    std::vector<float> dash; ///< lengths of dash, gap, dash … in pixels; empty: solid
    Cap cap = Cap::butt;
    float soft = 0; ///< width over which both edges fade out, pixels; 0: sharp
};

enum class Face : std::uint8_t { sans, sans_bold, sans_italic, serif, serif_italic };

/// Where one letter of a text stands: the left end of its baseline, turned clockwise about it.
struct LetterPose
{
    ScreenPoint at;
    float angle_deg = 0;
};

/// One line of text. `at` is the left end of the baseline; `angle` turns it clockwise about that point.
struct Text
{
    ScreenPoint at;
    std::string utf8;
    Face face = Face::sans;
    float size = 16; ///< of the em, pixels
    Colour colour;
    Colour halo{0, 0, 0, 0};
    float halo_width = 0; ///< pixels outside the letters
    float spacing = 0;    ///< extra pixels after each letter
    float angle_deg = 0;
    /// Set where the text follows a course: one pose a letter, in place of `at` and `angle`.
    std::vector<LetterPose> letters = {};
};

/// A picture in RGBA, rows from the top, four bytes a pixel, not premultiplied.
struct Raster
{
    unsigned width = 0;
    unsigned height = 0;
    std::vector<std::uint8_t> rgba;
};

/// A raster laid over the map, its corners in order top left, top right, bottom right, bottom left.
struct Image
{
    std::shared_ptr<Raster const> raster;
    ScreenPoint corners[4];
    bool multiply = false; ///< darkens what lies below instead of covering it
    std::uint8_t opacity = 255;
};

using Item = std::variant<Fill, Stroke, Text, Image>;

/// What the pointer can hit, in the order drawn (the last one hit wins).
enum class Kind : std::uint8_t { none, place, unit, event, region, line, person };
struct Target
{
    Kind kind = Kind::none;
    geo::Index index = 0;
    float left = 0, top = 0, right = 0, bottom = 0;
};

/// A finished picture as plain draw lists in pixels, painted in order. Knows no library of graphics.
struct Scene
{
    int width = 0;
    int height = 0;
    Colour background;
    std::vector<Item> items;
    std::vector<Target> targets;
};

} // namespace app
