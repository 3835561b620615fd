#pragma once

#include "app/scene/camera.hpp"

#include "geo/foreign/source.hpp"

#include <memory>
#include <vector>

namespace app {

/**
 * Paints features of large layers as a transparent picture of a view: points as dots, lines, areas with their outlines.
 * Needs no display, so that any thread can do it. What it is given must stay.
 */
class FeaturePicture
{
public:
    /// \param scale of signs on the map \throws std::runtime_error if memory does not suffice
    FeaturePicture(Camera const &camera, Viewport const &viewport, geo::Projection const &projection, float scale);
    ~FeaturePicture();
    FeaturePicture(FeaturePicture const &) = delete;
    FeaturePicture &operator=(FeaturePicture const &) = delete;

    void draw(std::vector<geo::ForeignFeature> const &features, Colour colour);
    [[nodiscard]] Raster finish();

private:
    struct Brush;
    std::unique_ptr<Brush> m_brush;
};

} // namespace app
