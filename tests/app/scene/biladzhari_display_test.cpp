// Zoomed in to 1:100,000 at Biladzhari junction: everything where it belongs, and nothing shimmers.

#include "support/atlas_folder.hpp"
#include "support/bundled_map.hpp"

#include "app/paint/painter.hpp"
#include "app/scene/tracks.hpp"

#include <SFML/Graphics/RenderTexture.hpp>
#include <doctest/doctest.h>
#include <ogr_spatialref.h>

#include <algorithm>
#include <cmath>

namespace {

constexpr app::Viewport size{960, 640};

geo::Place const &biladzhari()
{
    auto const &places = test::bundled_session().atlas->places;
    auto const index = geo::index_of(places, "biladzhari");
    REQUIRE(index);
    return places[*index];
}

struct Junction : test::MapView
{
    explicit Junction(char const *date) : MapView{size}
    {
        state.now = test::at(date);
        look_at(biladzhari().at, 100'000);
    }
};

/// Where a point of the earth lies in the view, by GDAL's own transformation and nothing of ours.
class ByGdal
{
public:
    explicit ByGdal(app::ViewerState const &state) : m_state{state}
    {
        OGRSpatialReference earth;
        earth.importFromEPSG(4326);
        earth.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        OGRSpatialReference plane;
        REQUIRE(plane.importFromProj4(test::bundled_session().atlas->info.crs.c_str()) == OGRERR_NONE);
        m_way.reset(OGRCreateCoordinateTransformation(&earth, &plane));
    }
    [[nodiscard]] app::ScreenPoint operator()(geo::LonLat p) const
    {
        double x = p.lon;
        double y = p.lat;
        REQUIRE(m_way->Transform(1, &x, &y));
        auto const &camera = m_state.camera;
        return {static_cast<float>(size.width / 2.0 + (x - camera.centre.x) / camera.metres_per_pixel),
                static_cast<float>(size.height / 2.0 - (y - camera.centre.y) / camera.metres_per_pixel)};
    }

private:
    app::ViewerState const &m_state;
    std::unique_ptr<OGRCoordinateTransformation> m_way;
};

float distance(app::ScreenPoint p, app::ScreenPoint a, app::ScreenPoint b)
{
    float const dx = b.x - a.x;
    float const dy = b.y - a.y;
    float const l = dx * dx + dy * dy;
    float const t = l > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / l, 0.0F, 1.0F) : 0.0F;
    return std::hypot(a.x + dx * t - p.x, a.y + dy * t - p.y);
}

/// From the point to the nearest stroke of the colour.
float to_stroke(app::Scene const &scene, app::Colour colour, app::ScreenPoint p)
{
    float least = 1e9F;
    for (auto const &item : scene.items) {
        if (auto const *const stroke = std::get_if<app::Stroke>(&item); stroke != nullptr && stroke->colour == colour) {
            for (std::size_t i = 0; i + 1 < stroke->points.size(); ++i) {
                least = std::min(least, distance(p, stroke->points[i], stroke->points[i + 1]));
            }
        }
    }
    return least;
}

bool in_view(app::ScreenPoint p)
{
    return p.x > 0 && p.y > 0 && p.x < size.width && p.y < size.height;
}

sf::Image painted(app::Picture const &picture, app::Painter &painter)
{
    sf::RenderTexture target;
    REQUIRE(target.create(size.width, size.height));
    painter.draw(painter.prepare(picture.base.scene), target, true);
    painter.draw(painter.prepare(picture.moving), target, false);
    target.display();
    return target.getTexture().copyToImage();
}

/// How many pixels of the inner picture are not those of the one before, moved by a pixel to the left.
int shimmering(sf::Image const &before, sf::Image const &after)
{
    constexpr unsigned rim = 60;
    int count = 0;
    for (unsigned y = rim; y < size.height - rim; ++y) {
        for (unsigned x = rim; x < size.width - rim; ++x) {
            auto const a = before.getPixel(x + 1, y);
            auto const b = after.getPixel(x, y);
            count += std::max({std::abs(a.r - b.r), std::abs(a.g - b.g), std::abs(a.b - b.b)}) > 6 ? 1 : 0;
        }
    }
    return count;
}

int shimmering_while_dragged(test::MapView &view)
{
    app::Painter painter{view.fonts};
    int most = 0;
    auto before = painted(view.picture(), painter);
    for (int i = 0; i < 4; ++i) {
        view.state.camera = pan_by(view.state.camera, -1, 0);
        auto after = painted(view.picture(), painter);
        most = std::max(most, shimmering(before, after));
        before = std::move(after);
    }
    return most;
}

} // namespace

TEST_CASE("at 1:100,000 the station of Biladzhari, the track and the trains lie where GDAL puts them, to a pixel")
{
    Junction const view{"1920-04-27T23:30"};
    ByGdal const where{view.state};
    auto const picture = view.picture();

    auto const station = where(biladzhari().at);
    CHECK(station.x == doctest::Approx(size.width / 2.0));
    CHECK(station.y == doctest::Approx(size.height / 2.0));
    auto const &session = test::bundled_session();
    auto const &targets = picture.base.scene.targets;
    auto const mark = std::ranges::find_if(targets, [&](app::Target const &t) {
        return t.kind == app::Kind::place && &session.atlas->places[t.index] == &biladzhari();
    });
    REQUIRE(mark != targets.end());
    CHECK((mark->left + mark->right) / 2 == doctest::Approx(station.x).epsilon(0.002));
    CHECK((mark->top + mark->bottom) / 2 == doctest::Approx(station.y).epsilon(0.002));

    int corners = 0;
    for (auto const &line : session.atlas->lines) {
        if (line.kind != geo::LineKind::railway || !line.life.span.contains(view.state.now)) {
            continue;
        }
        for (auto const &part : line.shape) {
            for (auto const &p : part) {
                if (auto const at = where(p); in_view(at)) {
                    CHECK(to_stroke(picture.base.scene, view.style.rail, at) < 1);
                    ++corners;
                }
            }
        }
    }
    CHECK(corners > 8);

    int units = 0;
    for (char const *const date : {"1920-04-27T22:40", "1920-04-27T23:30", "1920-04-28T02:00", "1920-04-28T07:00"}) {
        auto const world = state_at(*session.atlas, test::at(date));
        for (auto const &unit : world.units) {
            auto const at = where(unit.at);
            if (in_view(at)) {
                auto const drawn = position_of(view.input(world), unit);
                CHECK(std::hypot(drawn.x - at.x, drawn.y - at.y) < 1);
                ++units;
            }
        }
    }
    CHECK(units > 4);
}

TEST_CASE("the mark of the station is painted about that very pixel")
{
    Junction view{"1920-04-26T12:00"};
    view.state.hidden = {"units", "tracks", "events", "labels", "furniture", "railways", "roads", "relief"};
    app::Painter painter{view.fonts};
    auto const image = painted(view.picture(), painter);
    double x = 0;
    double y = 0;
    int count = 0;
    for (unsigned py = size.height / 2 - 12; py < size.height / 2 + 12; ++py) {
        for (unsigned px = size.width / 2 - 12; px < size.width / 2 + 12; ++px) {
            auto const c = image.getPixel(px, py);
            if (c.r < 90 && c.g < 90 && c.b < 90) {
                x += px + 0.5;
                y += py + 0.5;
                ++count;
            }
        }
    }
    REQUIRE(count > 20);
    CHECK(std::abs(x / count - size.width / 2.0) < 0.5);
    CHECK(std::abs(y / count - size.height / 2.0) < 0.5);
}

TEST_CASE("nothing shimmers when the map is dragged by single pixels at 1:100,000")
{
    Junction view{"1920-04-27T23:30"};
    CHECK(shimmering_while_dragged(view) == 0);
}

TEST_CASE("nor do hatched and dotted lands, borders and dashes at 1:800,000")
{
    test::MapView view{size};
    view.state.now = test::at("1920-04-27T12:00");
    view.look_at({46.0, 40.2}, 800'000);
    CHECK(shimmering_while_dragged(view) == 0);
}
