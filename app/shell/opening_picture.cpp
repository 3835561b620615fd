#include "app/shell/opening_picture.hpp"

#include "app/core/atomic_file.hpp"
#include "app/core/paths.hpp"
#include "app/core/user_files.hpp"
#include "app/scene/byte_stream.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <fstream>

namespace app {
namespace {

constexpr std::string_view magic = "marshrut-picture/1\n";
constexpr std::uint64_t most_head = 64UL << 20U; ///< bytes of what stands before the pixels

/// Size and time of change of a file; empty if it is none.
std::string stamp_of(std::filesystem::path const &file)
{
    std::error_code none;
    if (!std::filesystem::is_regular_file(file, none)) {
        return {};
    }
    auto const size = std::filesystem::file_size(file, none);
    auto const changed = std::filesystem::last_write_time(file, none).time_since_epoch().count();
    return none ? std::string{} : fmt::format("{} {} {}", std::filesystem::absolute(file).string(), size, changed);
}

std::size_t bytes_of(Scene const &scene)
{
    return static_cast<std::size_t>(scene.width) * static_cast<std::size_t>(scene.height) * 4;
}

void put_text(ByteWriter &out, std::string_view text)
{
    out.put(std::vector<char>(text.begin(), text.end()));
}

void put(ByteWriter &out, BaseScene const &base)
{
    out.put(base.scene.width);
    out.put(base.scene.height);
    out.put(base.scene.targets);
    out.put(base.taken);
    out.put(base.plan->span);
    out.put(static_cast<std::uint64_t>(base.plan->labels.size()));
    for (auto const &label : base.plan->labels) {
        out.put(label.box);
        out.put(label.ground);
    }
    out.put(static_cast<std::uint64_t>(base.plan->units.size()));
    for (auto const &runs : base.plan->units) {
        out.put(runs);
    }
}

void get(ByteReader &from, BaseScene &base)
{
    from.get(base.scene.width);
    from.get(base.scene.height);
    from.get(base.scene.targets);
    from.get(base.taken);
    auto plan = std::make_shared<LabelPlan>();
    from.get(plan->span);
    plan->labels.resize(from.count(sizeof(Rect)));
    for (auto &label : plan->labels) {
        from.get(label.box);
        from.get(label.ground);
    }
    plan->units.resize(from.count(sizeof(std::uint64_t)));
    for (auto &runs : plan->units) {
        from.get(runs);
    }
    base.plan = std::move(plan);
}

/// Whether all that is pointed at is there.
bool fits(BaseScene const &base, SceneInput const &in)
{
    auto const &atlas = *in.map.atlas;
    auto const there = [&](Target const &target) {
        switch (target.kind) {
        case Kind::place:
            return target.index < atlas.places.size();
        case Kind::region:
            return target.index < atlas.regions.size();
        case Kind::line:
            return target.index < atlas.lines.size();
        default: // the picture shows nothing else that can be pointed at
            return false;
        }
    };
    auto const &units = base.plan->units;
    return base.scene.width == in.view.viewport.width && base.scene.height == in.view.viewport.height &&
           (units.empty() || units.size() == atlas.units.size()) && std::ranges::all_of(base.scene.targets, there);
}

} // namespace

std::string picture_sources(std::filesystem::path const &atlas, std::string const &style)
{
    auto sources = stamp_of(atlas);
    if (sources.empty()) {
        return {};
    }
    for (auto const &file :
         {own_program(), assets_dir() / "styles" / (style + ".json"), font_file(Face::sans), font_file(Face::sans_bold),
          font_file(Face::sans_italic), font_file(Face::serif), font_file(Face::serif_italic)}) {
        sources += '\n' + stamp_of(file);
    }
    return sources;
}

std::string opening_key(SceneInput const &in, std::string const &sources)
{
    auto const &camera = in.view.camera;
    auto key = fmt::format("{}\n{}\n{} {} {}\n{}\n", sources, base_key(in), camera.centre.x, camera.centre.y,
                           camera.metres_per_pixel, in.map.base_scale);
    for (auto const &rect : in.blocked) {
        key += fmt::format("{} {} {} {}\n", rect.left, rect.top, rect.right, rect.bottom);
    }
    return key;
}

std::filesystem::path opening_file()
{
    return cache_dir() / "opening.picture";
}

std::optional<OpeningPicture> read_opening(std::filesystem::path const &file, std::string const &key,
                                           SceneInput const &in)
{
    std::ifstream stream{file, std::ios::binary};
    auto const take = [&](auto &into, std::size_t size) {
        into.resize(size);
        return static_cast<bool>(
            stream.read(reinterpret_cast<char *>(into.data()), static_cast<std::streamsize>(size)));
    };
    std::string head;
    if (!take(head, magic.size() + sizeof(std::uint64_t)) || !head.starts_with(magic)) {
        return std::nullopt;
    }
    std::uint64_t size = 0;
    ByteReader{std::string_view{head}.substr(magic.size())}.get(size);
    if (size > most_head || !take(head, size)) {
        return std::nullopt;
    }
    ByteReader reader{head};
    std::vector<char> of;
    reader.get(of);
    OpeningPicture picture;
    if (std::string_view{of.data(), of.size()} == key) {
        get(reader, picture.base);
    }
    bool const sound = picture.base.plan && reader.ok() && reader.at_end() && fits(picture.base, in);
    if (!sound || !take(picture.rgba, bytes_of(picture.base.scene)) ||
        stream.peek() != std::ifstream::traits_type::eof()) {
        return std::nullopt;
    }
    return picture;
}

void write_opening(std::filesystem::path const &file, std::string const &key, BaseScene const &base,
                   std::uint8_t const *rgba)
{
    ByteWriter head;
    put_text(head, key);
    put(head, base);
    auto const described = head.take();
    ByteWriter size;
    size.put(static_cast<std::uint64_t>(described.size()));
    std::string bytes{magic};
    bytes += size.take();
    bytes += described;
    bytes.append(reinterpret_cast<char const *>(rgba), bytes_of(base.scene));
    std::filesystem::create_directories(file.parent_path());
    write_atomically(file, bytes);
}

} // namespace app
