#include "app/shell/map_picture.hpp"

#include <malloc.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace app {
namespace {

constexpr int margin = 160;       ///< pixels that the picture reaches beyond the view on each side
constexpr int rest_after = 5;     ///< frames without a change of the camera
constexpr int strips = 26;        ///< in which a picture is painted, one a frame
constexpr float near_edge = 100;  ///< pixels: when the picture reaches no farther beyond the view, a new one is begun
constexpr float coarsest = 1.35F; ///< scales between which a moving picture will do
constexpr float finest = 0.93F;
constexpr double frames_ahead = 30;    ///< that a new picture takes
constexpr double backdrop_scale = 3;   ///< how much coarser the backdrop is
constexpr double backdrop_size = 0.75; ///< of the view's size in pixels

/// An input for a picture that is not the view's: of another size, or of another date.
struct OwnInput
{
    ViewerState view;
    SceneInput in;

    explicit OwnInput(SceneInput const &of) : OwnInput{of, of.world} {}
    OwnInput(SceneInput const &of, geo::WorldState const &world)
    : view{of.view}, in{of.map, world, view, of.style, of.fonts, of.texts, of.free, of.blocked, of.plan}
    {}
    OwnInput(OwnInput const &) = delete;
    OwnInput &operator=(OwnInput const &) = delete;

    /// The view with a margin about it; panels stay where they are. \param rests whether the map stands still
    void add_margin(Camera const &camera, bool rests)
    {
        constexpr float m = margin;
        auto const width = static_cast<float>(view.viewport.width);
        if (rests) {
            in.seen = in.free.moved({m, m});
        }
        in.free = {in.free.left > 0 ? in.free.left + m : 0, in.free.top + m,
                   in.free.right < width ? in.free.right + m : width + 2 * m, in.free.bottom + m};
        for (auto &rect : in.blocked) {
            rect = {rect.left + m, rect.top + m, rect.right + m, rect.bottom + m};
        }
        view.camera = camera;
        view.viewport.width += 2 * margin;
        view.viewport.height += 2 * margin;
    }

    /// Far more land, coarse and without names.
    void make_backdrop()
    {
        view.viewport = {static_cast<int>(view.viewport.width * backdrop_size),
                         static_cast<int>(view.viewport.height * backdrop_size)};
        view.camera.metres_per_pixel *= backdrop_scale;
        view.hidden.insert({"labels", "places", "units"});
        in.free = {0, 0, static_cast<float>(view.viewport.width), static_cast<float>(view.viewport.height)};
        in.blocked.clear();
    }
};

sf::Vector2u pixels_of(Viewport const &viewport)
{
    return {static_cast<unsigned>(viewport.width), static_cast<unsigned>(viewport.height)};
}

/// Where a texture lies on the view, pixels.
Rect place_of(sf::Texture const &texture, float left, float top, float scale)
{
    sf::Vector2f const size{texture.getSize()};
    return {left, top, left + size.x * scale, top + size.y * scale};
}

/// \param part of the view, pixels: what of the texture is drawn
void append(Prepared::Batch &into, Rect const &part, float left, float top, float scale)
{
    auto const corner = [&](float x, float y) { return sf::Vertex{{x, y}, {(x - left) / scale, (y - top) / scale}}; };
    auto const &[l, t, r, b] = part;
    for (auto const &v : {corner(l, t), corner(r, t), corner(r, b), corner(l, t), corner(r, b), corner(l, b)}) {
        into.vertices.push_back(v);
    }
}

Prepared::Batch &batch_of(Prepared &into, sf::Texture const &texture, std::uint64_t content)
{
    auto &batch = into.batch(&texture, Prepared::Blend::none);
    batch.content = content;
    return batch;
}

/// \param rgba rows from above
std::unique_ptr<sf::Texture> texture_of(std::vector<std::uint8_t> const &rgba, Scene const &scene)
{
    auto texture = std::make_unique<sf::Texture>();
    if (!texture->create(static_cast<unsigned>(scene.width), static_cast<unsigned>(scene.height))) {
        throw std::runtime_error{"this computer's graphics cannot draw a window of that size"};
    }
    texture->update(rgba.data());
    return texture;
}

/// What of a view lies outside a rectangle: up to four parts that do not overlap.
std::vector<Rect> about(Rect const &hole, Viewport const &view)
{
    auto const width = static_cast<float>(view.width);
    auto const height = static_cast<float>(view.height);
    float const top = std::clamp(hole.top, 0.0F, height);
    float const bottom = std::clamp(hole.bottom, top, height);
    std::vector<Rect> parts{{0, 0, width, top},
                            {0, bottom, width, height},
                            {0, top, std::min(hole.left, width), bottom},
                            {std::max(hole.right, 0.0F), top, width, bottom}};
    std::erase_if(parts, [](Rect const &part) { return part.right <= part.left || part.bottom <= part.top; });
    return parts;
}

} // namespace

void MapPicture::invalidate()
{
    m_worker.stop();
    m_making.reset();
    m_shown.key.clear();
    m_shown.own.plan.reset(); // another map model may bring other names for the same atlas
    m_backdrop.key.clear();
}

void MapPicture::forget()
{
    invalidate();
    m_shown = {};
    m_backdrop = {};
    m_spare.reset();
}

void MapPicture::update(SceneInput const &in, Painter &painter)
{
    follow(in.view.camera);
    if (!m_keep_as.empty()) {
        keep(std::exchange(m_keep_as, {}));
    }
    if (std::exchange(m_was_loaded, false)) {
        (void)malloc_trim(0); // its pixels are with the graphics
    }
    auto const key = base_key(in);
    bool const right = key == m_shown.key || only_date_changed(m_shown, in);
    bool const covered = covers(m_shown, in, 0) || covers(m_backdrop, in, 0);
    if (!right || !covered) {
        make_at_once(in, painter);
    } else if (m_making) {
        advance(painter);
    } else {
        begin_if_wanted(in, key);
    }
    place(in);
    m_waits = m_shown.camera != in.view.camera || m_shown.key != key;
    m_busy = m_waits || m_making || !covers(m_shown, in, near_edge) || wants_backdrop(in);
    if (!m_busy && m_still >= rest_after) {
        m_spare.reset(); // it takes as much memory as all the rest of the map
    }
}

void MapPicture::begin_if_wanted(SceneInput const &in, std::string const &key)
{
    bool const resting = m_still >= rest_after;
    auto const scale = placing_of(m_shown, in).scale;
    if (m_shown.key != key || !covers(m_shown, in, near_edge) || (resting && m_shown.camera != in.view.camera) ||
        (!resting && (scale > coarsest || scale < finest))) {
        begin(in, Kind::ahead);
        return;
    }
    if (resting && wants_backdrop(in)) {
        begin(in, Kind::backdrop);
    }
}

/// Whether the backdrop shows something else, or too little, or is too coarse by far.
bool MapPicture::wants_backdrop(SceneInput const &in) const
{
    return !only_date_changed(m_backdrop, in) || !covers(m_backdrop, in, near_edge) ||
           m_backdrop.camera.metres_per_pixel > 8 * in.view.camera.metres_per_pixel;
}

void MapPicture::begin_first(SceneInput const &in, std::string const &sources)
{
    begin(in, Kind::at_once, sources.empty() ? std::string{} : opening_key(in, sources));
}

/// What the camera does from frame to frame.
void MapPicture::follow(Camera const &camera)
{
    m_still = camera == m_last ? m_still + 1 : 0;
    m_before_last = m_last;
    m_last = camera;
}

/// Where the camera will be when a picture that is begun now is whole, if it moves on as it does.
Camera MapPicture::expected(SceneInput const &in) const
{
    auto const &now = in.view.camera;
    if (m_still > 0) {
        return now;
    }
    double const zoom = now.metres_per_pixel / m_before_last.metres_per_pixel;
    double const reach = 0.4 * in.view.viewport.width * now.metres_per_pixel; // it may turn back
    auto const ahead = [&](double from, double to) {
        return to + std::clamp((to - from) * frames_ahead / 2, -reach, reach);
    };
    return {{ahead(m_before_last.centre.x, now.centre.x), ahead(m_before_last.centre.y, now.centre.y)},
            now.metres_per_pixel * std::clamp(std::pow(zoom, frames_ahead), 0.75, 1.6)};
}

/// Whether a picture would be right but for what its date makes of regions, lines and places.
bool MapPicture::only_date_changed(Picture const &picture, SceneInput const &in)
{
    if (picture.key.empty()) {
        return false;
    }
    OwnInput before{in, picture.world};
    before.view.now = picture.world.at;
    before.view.ruler = picture.ruler;
    return base_key(before.in) == picture.key;
}

void MapPicture::begin(SceneInput const &in, Kind kind, std::string key)
{
    m_making = Making{};
    auto &picture = m_making->picture;
    m_making->kind = kind;
    picture.key = base_key(in);
    picture.world = in.world;
    picture.ruler = in.view.ruler;
    OwnInput large{in};
    if (kind == Kind::backdrop) {
        large.make_backdrop();
        picture.texture = std::move(m_backdrop.texture);
        m_backdrop.key.clear();
    } else {
        if (kind == Kind::ahead) {
            large.add_margin(expected(in), m_still > 0);
        }
        large.in.plan = m_shown.own.plan; // labels stand as they stood, where the scale is the same
        picture.texture = std::move(m_spare);
    }
    picture.camera = large.view.camera;
    m_making->key = key;
    m_worker.start(large.in, kind == Kind::at_once, std::move(key));
}

/// One step of what is being made: its scene, its letters, a strip of its pixels.
void MapPicture::advance(Painter &painter)
{
    auto &making = *m_making;
    if (making.built) {
        paint_strip(making);
    } else if (m_worker.ready()) {
        letter(making, painter);
    }
}

/// Takes the scene from the thread, waiting if it must, and lays the letters, which need graphics.
void MapPicture::letter(Making &making, Painter &painter)
{
    making.built = m_worker.take();
    making.picture.own = std::move(making.built->base);
    if (!making.built->rgba.empty()) {
        making.key.clear(); // it was
        return;
    }
    making.prepared = painter.prepare(std::move(making.built->shapes));
    making.painter.add(making.prepared, false);
}

void MapPicture::paint_strip(Making &making)
{
    auto const &scene = making.picture.own.scene;
    if (!making.built->rgba.empty()) {
        making.picture.loaded = texture_of(making.built->rgba, scene);
        m_was_loaded = true;
        finish();
        return;
    }
    auto &texture = making.picture.texture;
    if (!texture || texture->getSize() != pixels_of({scene.width, scene.height})) {
        texture = std::make_unique<sf::RenderTexture>();
        if (!texture->create(static_cast<unsigned>(scene.width), static_cast<unsigned>(scene.height))) {
            throw std::runtime_error{"this computer's graphics cannot draw a window of that size"};
        }
    }
    int const rows = making.kind == Kind::at_once ? scene.height : (scene.height + strips - 1) / strips;
    PixelRect const strip{0, making.painted_rows, scene.width, std::min(scene.height, making.painted_rows + rows)};
    {
        Scissor const scissor{*texture, strip};
        texture->clear(making.prepared.background);
    }
    making.painter.paint({strip, false}, *texture);
    texture->display();
    making.painted_rows = strip.bottom;
    if (strip.bottom == scene.height) {
        finish();
    }
}

void MapPicture::finish()
{
    auto made = std::move(m_making->picture);
    m_keep_as = std::move(m_making->key);
    bool const backdrop = m_making->kind == Kind::backdrop;
    m_making.reset();
    made.content = ++m_made;
    made.own.scene.items = {}; // painted
    if (backdrop) {
        m_backdrop = std::move(made);
        return;
    }
    bool const alike = m_shown.texture && m_shown.texture->getSize() == made.texture->getSize();
    m_spare = alike ? std::move(m_shown.texture) : nullptr; // one of another size would be of no use
    m_shown = std::move(made);
}

/// Reads the shown picture back and has it written beside.
void MapPicture::keep(std::string const &key)
{
    m_keeping = std::async(std::launch::async, [key, image = pixels(), base = m_shown.own] {
        try {
            write_opening(opening_file(), key, base, image.getPixelsPtr());
        } catch (std::exception const &) { // NOLINT(bugprone-empty-catch): the next start makes the picture anew
        }
    });
}

void MapPicture::make_at_once(SceneInput const &in, Painter &painter)
{
    m_before_last = m_last; // from a standstill
    m_still = std::max(m_still, 1);
    bool const begun = m_making && m_making->kind == Kind::at_once && m_making->picture.key == base_key(in) &&
                       m_making->picture.camera == in.view.camera;
    if (!begun) {
        m_worker.stop();
        m_making.reset();
        begin(in, Kind::at_once);
    }
    letter(*m_making, painter);
    paint_strip(*m_making);
}

/// Where the pictures lie for the camera, and with the shown one all that is on it.
void MapPicture::place(SceneInput const &in)
{
    m_viewport = in.view.viewport;
    m_placing = placing_of(m_shown, in);
    m_backdrop_placing.reset();
    if (!covers(m_shown, in, 0) && !m_backdrop.key.empty()) {
        m_backdrop_placing = placing_of(m_backdrop, in);
    }
    bool const smooth = m_placing.scale != 1; // unscaled, filtering would only cost time
    m_shown.loaded ? m_shown.loaded->setSmooth(smooth) : m_shown.texture->setSmooth(smooth);
    auto const x = [&](float v) { return m_placing.left + v * m_placing.scale; };
    auto const y = [&](float v) { return m_placing.top + v * m_placing.scale; };
    m_base.taken = m_shown.own.taken;
    for (auto &r : m_base.taken) {
        r = {x(r.left), y(r.top), x(r.right), y(r.bottom)};
    }
    m_base.plan = m_shown.own.plan;
    m_base.scene.targets = m_shown.own.scene.targets;
    for (auto &t : m_base.scene.targets) {
        t = {t.kind, t.index, x(t.left), y(t.top), x(t.right), y(t.bottom)};
    }
}

MapPicture::Placing MapPicture::placing_of(Picture const &picture, SceneInput const &in)
{
    auto const &camera = in.view.camera;
    Placing placing;
    placing.scale = static_cast<float>(picture.camera.metres_per_pixel / camera.metres_per_pixel);
    auto const middle = to_screen(camera, in.view.viewport, picture.camera.centre);
    placing.left = middle.x - static_cast<float>(picture.own.scene.width) * placing.scale / 2;
    placing.top = middle.y - static_cast<float>(picture.own.scene.height) * placing.scale / 2;
    if (placing.scale == 1) { // whole pixels, so that nothing shimmers while the map is dragged
        placing.left = std::round(placing.left);
        placing.top = std::round(placing.top);
    }
    return placing;
}

/// Whether a picture fills the view and so many pixels beyond it.
bool MapPicture::covers(Picture const &picture, SceneInput const &in, float beyond)
{
    if (picture.key.empty()) {
        return false;
    }
    auto const placing = placing_of(picture, in);
    auto const &scene = picture.own.scene;
    return placing.left <= -beyond && placing.top <= -beyond &&
           placing.left + static_cast<float>(scene.width) * placing.scale >=
               static_cast<float>(in.view.viewport.width) + beyond &&
           placing.top + static_cast<float>(scene.height) * placing.scale >=
               static_cast<float>(in.view.viewport.height) + beyond;
}

Prepared MapPicture::prepared() const
{
    Prepared prepared;
    auto const &[left, top, scale] = m_placing;
    auto const shown = place_of(m_shown.shown(), left, top, scale);
    if (m_backdrop_placing) { // about the picture only: it is coarse, and to smooth it is dear
        auto &batch = batch_of(prepared, m_backdrop.shown(), m_backdrop.content);
        Rect const hole{std::ceil(shown.left), std::ceil(shown.top), std::floor(shown.right), std::floor(shown.bottom)};
        for (auto const &part : about(hole, m_viewport)) {
            append(batch, part, m_backdrop_placing->left, m_backdrop_placing->top, m_backdrop_placing->scale);
        }
    }
    append(batch_of(prepared, m_shown.shown(), m_shown.content), shown, left, top, scale);
    return prepared;
}

} // namespace app
