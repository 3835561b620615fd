// The viewer in a real window, and ImGui behind SFML's events.

#include "support/atlas_folder.hpp"
#include "support/pg_server.hpp"
#include "support/program.hpp"
#include "support/text.hpp"

#include "app/shell/imgui_session.hpp"
#include "app/shell/viewer.hpp"
#include "app/state/reduce.hpp"

#include <SFML/Graphics/RenderWindow.hpp>
#include <doctest/doctest.h>
#include <imgui.h>

namespace {

sf::Event button(sf::Event::EventType type, int x, int y)
{
    sf::Event event{};
    event.type = type;
    event.mouseButton = {sf::Mouse::Left, x, y};
    return event;
}

} // namespace

TEST_CASE("a press and release between two frames is still a click for a panel")
{
    app::Cursors const cursors;
    sf::RenderWindow window{sf::VideoMode{400, 300}, "click"};
    app::ImguiSession session{window, cursors, 1};
    int clicks = 0;
    auto const frame = [&] {
        session.begin_frame(1 / 60.0F);
        ImGui::SetNextWindowPos({0, 0});
        ImGui::SetNextWindowSize({200, 200});
        ImGui::Begin("panel");
        clicks += ImGui::Button("here", {150, 120}) ? 1 : 0;
        ImGui::End();
        (void)session.end_frame();
    };
    sf::Event move{};
    move.type = sf::Event::MouseMoved;
    move.mouseMove = {80, 90};
    session.handle(move);
    frame();
    frame();
    session.handle(button(sf::Event::MouseButtonPressed, 80, 90));
    session.handle(button(sf::Event::MouseButtonReleased, 80, 90));
    frame();
    frame();
    CHECK(clicks == 1);
    CHECK(session.wants_mouse());
    // As a finger does it: from the map at once onto the panel, and back.
    auto const jump = [&](int x, int y) {
        move.mouseMove = {x, y};
        session.handle(move);
        bool const panels = session.wants_mouse();
        session.handle(button(sf::Event::MouseButtonPressed, x, y));
        session.handle(button(sf::Event::MouseButtonReleased, x, y));
        frame();
        frame();
        return panels;
    };
    CHECK_FALSE(jump(320, 250));
    CHECK(clicks == 1);
    CHECK(jump(80, 90));
    CHECK(clicks == 2);
    CHECK_FALSE(jump(320, 250));
    CHECK(clicks == 2);
}

TEST_CASE("letters are drawn after the type was rebuilt for another scale")
{
    app::Cursors const cursors;
    sf::RenderWindow window{sf::VideoMode{400, 300}, "scale"};
    app::ImguiSession session{window, cursors, 1};
    auto const before = session.fonts().body->FontSize;
    session.set_scale(2);
    CHECK(session.fonts().body->FontSize == doctest::Approx(before * 2));
    CHECK(session.fonts().body->FindGlyphNoFallback(0x259) != nullptr); // ə
    CHECK(session.fonts().body->FindGlyphNoFallback(0x416) != nullptr); // Ж
    session.begin_frame(1 / 60.0F);
    ImGui::SetNextWindowSize({300, 200}); // else it stays hidden for a frame, to measure itself
    ImGui::Begin("panel");
    ImGui::TextUnformatted("Хачмаз");
    ImGui::End();
    auto const drawn = session.end_frame();
    REQUIRE(drawn.batches.size() == 1);
    CHECK(drawn.batches[0].vertices.size() > 6 * 6);
    CHECK(drawn.batches[0].texture->getSize().x > 0);
}

TEST_CASE("the viewer plays, selects, switches language and layers in a real window")
{
    test::AtlasFolder folder;
    folder.replace("atlas.json", R"("languages": ["en"])", R"("languages": ["en", "az", "ru"])");
    auto const session = app::open_session(folder.path());
    REQUIRE(session->problems.empty());
    app::Viewer viewer{session, app::opening_state({*session->atlas, session->projection}, {1024, 700}), false};
    viewer.act(app::SetInstant{test::at("1920-04-27T02:00")});
    viewer.frame(1 / 60.0F);
    viewer.act(app::SetPlaying{true});
    viewer.act(app::Tick{0.1});
    viewer.frame(0.1F);
    CHECK(viewer.state().now == test::at("1920-04-27T02:06"));
    for (app::Action const &action :
         app::Actions{app::Select{{app::Kind::unit, 0}}, app::SetLanguage{"ru"}, app::ToggleLayer{"places"},
                      app::TogglePanel{app::Panel::layers}, app::TogglePanel{app::Panel::keys},
                      app::ZoomAt{{500, 300}, 2}, app::PanBy{40, 10}, app::SetScale{1.5F}}) {
        viewer.act(action);
        viewer.frame(1 / 60.0F);
    }
    CHECK(viewer.state().language == "ru");
    CHECK(viewer.state().selection == app::Selection{app::Kind::unit, 0});
    CHECK(viewer.state().hidden.contains("places"));
}

TEST_CASE("an atlas with faults opens without what is faulty")
{
    test::AtlasFolder folder;
    folder.replace("places.geojson", "\"rank\":4", "\"rank\":9");
    auto const session = app::open_session(folder.path());
    CHECK(session->atlas->places.size() == 2);
    app::Viewer viewer{session, app::opening_state({*session->atlas, session->projection}, {1024, 700}), false};
    viewer.frame(1 / 60.0F);
    viewer.frame(1 / 60.0F);
    CHECK(geo::has_errors(session->problems));
}

TEST_CASE("a view whose server is gone says so and keeps what it has, and reads anew when the server is back")
{
    auto server = std::make_unique<test::PgServer>();
    test::AtlasFolder folder;
    REQUIRE(test::run({"pack", folder.path().string(), "-o", server->connection()}).exit == 0);
    auto const session = app::open_session(server->connection());
    app::Viewer viewer{session, app::opening_state({*session->atlas, session->projection}, {1024, 700}), false};
    viewer.act(app::Select{{app::Kind::unit, 0}});
    viewer.frame(1 / 60.0F);
    folder.replace("units.csv", "train,Train", "scouts,Scouts,red,cavalry,,cavalry,book\ntrain,Train");
    REQUIRE(test::run({"pack", folder.path().string(), "-o", server->connection()}).exit == 0);
    viewer.reload();
    viewer.frame(1 / 60.0F);
    CHECK(viewer.notice() == "");
    CHECK(viewer.state().selection == app::Selection{app::Kind::unit, 1}); // the train, still
    server->stop();
    viewer.reload();
    viewer.frame(1 / 60.0F);
    CHECK(viewer.state().selection == app::Selection{app::Kind::unit, 1});
    CHECK(test::text(viewer.notice()) ==
          doctest::Contains("The atlas could not be read again; what is shown was read before. PG:host="));
    CHECK(test::text(viewer.notice()) == doctest::Contains("no PostgreSQL server answers there"));
}
