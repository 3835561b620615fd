#include "app/scene/lettering.hpp"
#include "app/scene/labels.hpp"

#include <doctest/doctest.h>

namespace {

app::LabelWish wish(float x, float y, char const *text)
{
    return {{x, y}, 8, 8, {{text, app::Face::sans, 16, {}}}, {}};
}

app::FontMetrics const &fonts()
{
    static app::FontMetrics const metrics;
    return metrics;
}

bool anywhere(app::Rect const & /*rect*/)
{
    return true;
}

} // namespace

TEST_CASE("a label stands to the right of its anchor while there is room")
{
    app::LabelPlacer placer{fonts(), 800, 600};
    std::vector<app::Text> out;
    REQUIRE(placer.place(wish(100, 100, "Baku"), out));
    auto const &text = out.at(0);
    CHECK(text.at.x == 108);
    CHECK(text.utf8 == "Baku");
}

TEST_CASE("labels never overlap: the later one gives way or is left out")
{
    app::LabelPlacer placer{fonts(), 800, 600};
    std::vector<app::Text> out;
    int placed = 0;
    for (int i = 0; i < 40; ++i) {
        placed += placer.place(
                      wish(400 + static_cast<float>(i % 5) * 12, 300 + static_cast<float>(i / 5) * 6, "Khachmaz"), out)
                      ? 1
                      : 0;
    }
    CHECK(placed > 4);
    CHECK(placed < 40);
    auto const &taken = placer.taken();
    for (std::size_t i = 0; i < taken.size(); ++i) {
        for (std::size_t k = i + 1; k < taken.size(); ++k) {
            CHECK_FALSE(taken[i].meets(taken[k]));
        }
    }
}

TEST_CASE("a label stays within the view")
{
    app::LabelPlacer placer{fonts(), 800, 600};
    std::vector<app::Text> out;
    REQUIRE(placer.place(wish(790, 300, "Krasnovodsk"), out));
    CHECK(out.at(0).at.x < 700); // to the left of its anchor
}

TEST_CASE("labels keep off blocked ground")
{
    app::LabelPlacer placer{fonts(), 800, 600};
    placer.block({0, 0, 800, 600});
    std::vector<app::Text> out;
    CHECK_FALSE(placer.place(wish(400, 300, "Baku"), out));
    CHECK(out.empty());
}

TEST_CASE("letters along a course stand upright even if it runs backwards")
{
    auto const made =
        letter_along({{600, 300}, {100, 300}}, {"KURA", app::Face::serif_italic, 20, {}}, 6, {}, fonts(), anywhere);
    REQUIRE(made);
    auto const &letters = made->text.letters;
    REQUIRE(letters.size() == 4);
    CHECK(letters[0].at.x < letters[3].at.x);
    CHECK(letters[0].angle_deg == doctest::Approx(0));
}

TEST_CASE("a course that is too short gets no letters")
{
    CHECK_FALSE(
        letter_along({{100, 300}, {120, 300}}, {"ALAZANI", app::Face::serif_italic, 20, {}}, 6, {}, fonts(), anywhere));
}

TEST_CASE("broken UTF-8 becomes replacement characters, whole letters stay")
{
    CHECK(app::decode_utf8("Şuşa") == U"Şuşa");
    CHECK(app::decode_utf8("a\xC5") == U"a\uFFFD");
    CHECK(app::decode_utf8("Шуша").size() == 4);
}

TEST_CASE("names of lands stand in the capitals of their language")
{
    CHECK(app::capitals_in("az", "Sovet Rusiyası") == "SOVET RUSİYASI");
    CHECK(app::capitals_in("az", "Xəzər dənizi") == "XƏZƏR DƏNİZİ");
    CHECK(app::capitals_in("en", "Caspian Sea") == "CASPIAN SEA");
    CHECK(app::capitals_in("ru", "Каспийское море") == "КАСПИЙСКОЕ МОРЕ");
}
