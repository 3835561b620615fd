#include "app/scene/compose.hpp"

#include "app/scene/legend.hpp"

#include <algorithm>
#include <iterator>

namespace app {

Picture compose(SceneInput in, Plate plate)
{
    Picture picture;
    Rect ground; // of the legend
    if (plate == Plate::shown) {
        picture.plate = build_plate(in);
        in.blocked.push_back(plate_rect(picture.plate));
        auto legend = build_legend(in);
        in.blocked.push_back(legend.plate);
        std::ranges::move(legend.items, std::back_inserter(picture.plate.items));
        ground = legend.plate;
    } else {
        picture.plate = {in.view.viewport.width, in.view.viewport.height, {}, {}, {}};
    }
    in.blocked.push_back(furniture_rect(in));
    picture.base = build_base(in);
    picture.furniture = build_furniture(in, picture.base, ground);
    picture.moving = build_moving(in, picture.base);
    return picture;
}

} // namespace app
