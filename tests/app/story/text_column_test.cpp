#include "app/story/text_column.hpp"

#include <doctest/doctest.h>

TEST_CASE("a column says beforehand how high a paragraph will be")
{
    app::FontMetrics const fonts;
    app::TextColumn column{fonts, 10, 20, 200};
    app::BlockType const setting{app::Face::sans, 16, {}, 1.25F};
    std::vector<app::Item> items;
    float const height = column.height_of("three or four words that take two lines", setting);
    column.paragraph("three or four words that take two lines", setting, items);
    CHECK(column.y() == doctest::Approx(20 + height));
    float const boxed = column.height_boxed("aside", setting);
    float const before = column.y();
    column.boxed("aside", setting, {}, {}, items);
    CHECK(column.y() == doctest::Approx(before + boxed));
}
