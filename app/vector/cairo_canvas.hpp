#pragma once

#include "app/scene/font_metrics.hpp"
#include "app/vector/cairo_fonts.hpp"
#include "app/vector/page.hpp"

namespace app {

/// Draws pages on a Cairo surface. Its errors stay in the surface's status, as is Cairo's manner.
class CairoCanvas
{
public:
    enum class Letters { drawn, left_out };

    CairoCanvas(cairo_t *cairo, CairoFonts const &fonts, FontMetrics const &metrics, Letters letters)
    : c{cairo}, m_fonts{fonts}, m_metrics{metrics}, m_letters{letters}
    {}

    void draw(Page const &page);

private:
    void draw(Part const &part);
    void draw(Fill const &fill);
    void draw(Stroke const &stroke);
    void draw(Text const &text);
    void draw(Image const &image);
    void colour(Colour k);
    void trace(Fill const &fill);
    void fill_pattern(Fill const &fill);
    void show(Text const &text);

    cairo_t *c;
    CairoFonts const &m_fonts;
    FontMetrics const &m_metrics;
    Letters m_letters;
};

} // namespace app
