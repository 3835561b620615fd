#include "app/story/handout.hpp"

#include "app/i18n/date_text.hpp"
#include "app/scene/compose.hpp"
#include "app/scene/drawing.hpp"
#include "app/scene/symbols.hpp"
#include "app/story/stage.hpp"
#include "app/story/text_column.hpp"

#include "geo/cite/source_title.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <set>

namespace app {
namespace {

constexpr float page_width = 794; ///< A4 at 96 to the inch
constexpr float page_height = 1123;
constexpr float margin = 60;
constexpr float inner_width = page_width - 2 * margin;
/// With text and question two moments fill a page; a blind map has the room of both.
constexpr float map_height = 258;
constexpr float blind_map_height = 352;
/// The map is composed larger than it is printed, so that its type comes out at about nine points.
constexpr float map_scale = 0.78F;

constexpr Colour ink{0x20, 0x26, 0x2A, 0xFF};
constexpr Colour quiet{0x55, 0x50, 0x44, 0xFF};
constexpr Colour nothing{0, 0, 0, 0}; ///< the ground of what lies over a page
constexpr Colour rule{0xA8, 0xA1, 0x90, 0xFF};

BlockType plain(float size = 13.5F)
{
    return {Face::sans, size, ink, 1.32F};
}

BlockType strong(float size = 13.5F)
{
    return {Face::sans_bold, size, ink, 1.28F};
}

BlockType small()
{
    return {Face::sans, 11.5F, quiet, 1.3F};
}

/// When a step's map is drawn: when its span is over.
geo::Instant moment(geo::StoryStep const &step)
{
    return step.until && *step.until > step.at ? *step.until - geo::Seconds{1} : step.at;
}

/// The dates of a step in words; whole days without hours.
std::string dates(Texts const &texts, geo::StoryStep const &step)
{
    auto const midnight = [](geo::Instant t) { return t == std::chrono::floor<std::chrono::days>(t); };
    bool const spans = step.until && *step.until > step.at;
    bool const days = midnight(step.at) && (!spans || midnight(*step.until));
    auto const date = [&](geo::Instant t) {
        return geo::EdtfDate{t, t, days ? geo::Precision::day : geo::Precision::minute};
    };
    auto const day = [](geo::Instant t) { return geo::Instant{std::chrono::floor<std::chrono::days>(t)}; };
    auto const end = !spans ? step.at : days ? day(moment(step)) : *step.until;
    return date_text(texts, geo::Edtf{end != step.at, date(step.at), date(end)});
}

Stroke line(float left, float right, float y, float width = 0.8F)
{
    return Drawing::stroke({{left, y}, {right, y}}, width, rule);
}

/// A disc with a number, as it stands on the map and in the key.
void number_mark(FontMetrics const &fonts, ScreenPoint at, std::size_t number, float size, std::vector<Item> &out)
{
    auto const word = std::to_string(number);
    out.emplace_back(disc(at, size * 0.78F, {0xFF, 0xFF, 0xFF, 0xFF}));
    out.emplace_back(ring(at, size * 0.78F, size * 0.1F, ink));
    out.emplace_back(
        Text{{at.x - fonts.width(Face::sans_bold, word, size) / 2, at.y + fonts.cap_height(Face::sans_bold, size) / 2},
             word,
             Face::sans_bold,
             size,
             ink,
             {},
             0,
             0,
             0});
}

/// Sets the pages one after another; lives for one call.
class HandoutBuilder
{
public:
    explicit HandoutBuilder(HandoutInput const &in) : m_in{in}, m_column{in.fonts, margin, margin, inner_width}
    {
        begin_page();
    }

    Handout build()
    {
        head();
        signs();
        for (std::size_t i = 0; i < m_in.steps.size(); ++i) {
            moment_block(i + 1, m_in.story.steps[m_in.steps[i]]);
        }
        answers();
        sources();
        finish_pages();
        return std::move(m_handout);
    }

private:
    [[nodiscard]] geo::Atlas const &atlas() const { return *m_in.map.atlas; }
    [[nodiscard]] std::string const &language() const { return m_in.texts.language(); }
    std::vector<Item> &items() { return m_paper->items; }

    void begin_page()
    {
        m_paper = &m_handout.scenes.emplace_back();
        m_paper->width = static_cast<int>(page_width);
        m_paper->height = static_cast<int>(page_height);
        m_paper->background = {0xFF, 0xFF, 0xFF, 0xFF};
        m_handout.pages.push_back({page_width, page_height, {}});
        m_handout.pages.back().parts.push_back({{m_paper}, {0, 0, page_width, page_height}});
        m_column.go_to(margin);
    }

    /// A new page where less than that is left of this one.
    void need(float height)
    {
        if (m_column.y() + height > page_height - margin) {
            begin_page();
        }
    }

    void head()
    {
        m_column.paragraph(m_in.story.title.in(language()), strong(25), items());
        auto const &info = atlas().info;
        m_column.paragraph(fmt::format("{} · {}", info.title.in(language()), info.version), small(), items());
        m_column.skip(20);
        constexpr std::array fields{std::pair{msg("Name"), 0.52F}, std::pair{msg("Class"), 0.2F},
                                    std::pair{msg("Date"), 0.28F}};
        float x = margin;
        float const y = m_column.y();
        for (auto const &[name, share] : fields) {
            std::string const word = m_in.texts.tr(name);
            items().emplace_back(Text{{x, y}, word, Face::sans, 12, quiet, {}, 0, 0, 0});
            float const end = x + inner_width * share;
            items().emplace_back(line(x + m_in.fonts.width(Face::sans, word, 12) + 6, end - 12, y + 2));
            x = end;
        }
        m_column.skip(22);
    }

    [[nodiscard]] float height_of_map() const { return m_in.blind ? blind_map_height : map_height; }

    void moment_block(std::size_t number, geo::StoryStep const &step)
    {
        auto const title = fmt::format("{}. {}", number, step.title.in(language()));
        auto const &text = step.text.in(language());
        auto const &question = step.question.in(language());
        constexpr float lines_to_write = 46;
        float below = 80; // of a blind map: the lines for the names
        if (!m_in.blind) {
            below = m_column.height_of(text, plain()) +
                    (question.empty() ? 0 : m_column.height_of(question, strong()) + 6 + lines_to_write);
        }
        need(m_column.height_of(title, strong(15.5F)) + 18 + height_of_map() + 8 + below);
        m_column.paragraph(title, strong(15.5F), items());
        m_column.paragraph(dates(m_in.texts, step), small(), items());
        m_column.skip(3);
        auto const asked = map(step);
        m_column.skip(height_of_map() + 8);
        if (m_in.blind) {
            blanks(asked);
        } else {
            m_column.paragraph(text, plain(), items());
        }
        if (!m_in.blind && !question.empty()) {
            m_column.skip(6);
            m_column.paragraph(question, strong(), items());
            for (int i = 0; i < 2; ++i) {
                m_column.skip(lines_to_write / 2);
                items().emplace_back(line(margin, page_width - margin, m_column.y()));
            }
        }
        m_column.skip(20);
        m_keys.push_back({number, &step, asked});
    }

    /// Places the step's map on the page. \return the places it asks for
    geo::Indices map(geo::StoryStep const &step)
    {
        ViewerState view;
        view.viewport = {static_cast<int>(inner_width / map_scale), static_cast<int>(height_of_map() / map_scale)};
        view.camera = fit(m_in.projection, step.extent, view.viewport);
        view.now = moment(step);
        view.language = language();
        view.style = "print";
        for (auto const &name : layer_names()) {
            if (!step.layers.empty() && name != "furniture" &&
                std::ranges::find(step.layers, name) == step.layers.end()) {
                view.hidden.insert(name);
            }
        }
        if (m_in.blind) {
            view.hidden.insert("labels");
        }
        auto const world = geo::state_at(atlas(), view.now);
        Rect const whole{0, 0, static_cast<float>(view.viewport.width), static_cast<float>(view.viewport.height)};
        auto picture = compose({m_in.map, world, view, m_in.style, m_in.fonts, m_in.texts, whole, {}}, Plate::none);
        Part part;
        for (auto *scene : {&picture.base.scene, &picture.furniture, &picture.moving}) {
            part.scenes.push_back(&m_handout.scenes.emplace_back(std::move(*scene)));
        }
        auto const asked = m_in.blind ? asked_places(m_in, view, world) : geo::Indices{};
        Scene marks{view.viewport.width, view.viewport.height, {}, {}, {}};
        for (std::size_t i = 0; i < asked.size(); ++i) {
            number_mark(m_in.fonts, to_screen(view.camera, view.viewport, m_in.map.places[asked[i]]), i + 1, 15,
                        marks.items);
        }
        part.scenes.push_back(&m_handout.scenes.emplace_back(std::move(marks)));
        part.where = {margin, m_column.y(), margin + inner_width, m_column.y() + height_of_map()};
        auto &parts = m_handout.pages.back().parts;
        parts.push_back(part);
        // The frame lies over the map.
        Scene frame{m_paper->width, m_paper->height, nothing, {}, {}};
        auto edge = Drawing::stroke(block(part.where, {}).points, 1, ink);
        edge.closed = true;
        frame.items.emplace_back(std::move(edge));
        parts.push_back({{&m_handout.scenes.emplace_back(std::move(frame))}, {0, 0, page_width, page_height}});
        return asked;
    }

    /// "1 ______ 2 ______": where the names of the numbers are written.
    void blanks(geo::Indices const &asked)
    {
        if (asked.empty()) {
            return;
        }
        m_column.paragraph(m_in.texts.tr("Fill in the names:"), strong(), items());
        constexpr std::size_t columns = 4;
        float const width = inner_width / columns;
        for (std::size_t i = 0; i < asked.size(); ++i) {
            float const x = margin + static_cast<float>(i % columns) * width;
            float const y = m_column.y() + 22;
            items().emplace_back(Text{{x, y}, std::to_string(i + 1), Face::sans_bold, 13, ink, {}, 0, 0, 0});
            items().emplace_back(line(x + 18, x + width - 14, y + 2));
            if (i % columns == columns - 1 || i + 1 == asked.size()) {
                m_column.skip(26);
            }
        }
        m_column.skip(10);
    }

    /// The sides whose units the maps show.
    [[nodiscard]] std::set<std::string> sides() const
    {
        std::set<std::string> shown;
        for (auto const i : m_in.steps) {
            for (auto const &unit : geo::state_at(atlas(), moment(m_in.story.steps[i])).units) {
                shown.insert(atlas().units[unit.unit].side);
            }
        }
        return shown;
    }

    /// What the signs on the maps mean, in rows.
    void signs()
    {
        float x = margin;
        float y = m_column.y() + 10;
        auto const entry = [&](std::string const &words, auto const &draw) {
            float const width = 36 + m_in.fonts.width(Face::sans, words, 12) + 18;
            if (x + width > page_width - margin) {
                x = margin;
                y += 25;
            }
            draw(ScreenPoint{x + 14, y});
            items().emplace_back(Text{{x + 36, y + 4.5F}, words, Face::sans, 12, ink, {}, 0, 0, 0});
            x += width;
        };
        auto const shown = sides();
        auto const &all = atlas().info.sides;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (shown.contains(all[i].id)) {
                entry(all[i].name.in(language()), [&](ScreenPoint at) {
                    auto const colour = colour_of(all, all[i].id, m_in.style);
                    draw_unit(at, 0.62F, {frame_of(i), {}, Echelon::none, colour, m_in.style.symbol_edge}, items());
                });
            }
        }
        entry(m_in.texts.tr("railways"), [&](ScreenPoint at) {
            std::vector<ScreenPoint> const way{{at.x - 14, at.y}, {at.x + 14, at.y}};
            items().emplace_back(Drawing::stroke(way, 4, m_in.style.rail));
            items().emplace_back(Drawing::stroke(way, 2, m_in.style.rail_tick, {6, 6}));
        });
        if (m_in.blind) {
            entry(m_in.texts.tr("a place that is named in the answer key"),
                  [&](ScreenPoint at) { number_mark(m_in.fonts, at, 1, 12, items()); });
        }
        m_column.go_to(y + 28);
    }

    /// To the question, where it is printed.
    [[nodiscard]] std::string const &answer_of(geo::StoryStep const &step) const
    {
        static std::string const none;
        return m_in.blind ? none : step.answer.in(language());
    }

    void answers()
    {
        bool const any = std::ranges::any_of(
            m_keys, [&](Key const &key) { return !answer_of(*key.step).empty() || !key.places.empty(); });
        if (!any) {
            return;
        }
        begin_page(); // so that it can be kept back
        m_column.paragraph(m_in.texts.tr("Answer key"), strong(19), items());
        m_column.skip(8);
        for (auto const &[number, step, places] : m_keys) {
            std::string names;
            for (std::size_t i = 0; i < places.size(); ++i) {
                names +=
                    fmt::format("{}{} {}", i == 0 ? "" : " · ", i + 1, atlas().places[places[i]].name.in(language()));
            }
            auto const &answer = answer_of(*step);
            if (names.empty() && answer.empty()) {
                continue;
            }
            need(20 + m_column.height_of(answer, plain()) + m_column.height_of(names, plain()));
            m_column.paragraph(fmt::format("{}. {}", number, step->title.in(language())), strong(), items());
            m_column.paragraph(names, plain(), items());
            m_column.paragraph(answer, plain(), items());
            m_column.skip(10);
        }
    }

    void sources()
    {
        std::set<geo::Index> cited;
        for (auto const &key : m_keys) {
            for (auto const event : key.step->events) {
                cited.insert(atlas().events[event].sources.begin(), atlas().events[event].sources.end());
            }
        }
        if (!cited.empty()) {
            need(60);
            m_column.skip(8);
            m_column.paragraph(m_in.texts.tr("SOURCES"), small(), items());
            for (auto const i : cited) {
                auto const citation = geo::citation_in(atlas().sources[i], language());
                need(m_column.height_of(citation, small()));
                m_column.paragraph(citation, small(), items());
            }
        }
        auto const &info = atlas().info;
        auto rights = info.attribution.in(language());
        auto const &base = m_in.map.attribution.in(language());
        rights += (rights.empty() || base.empty() ? "" : " · ") + base;
        rights += (rights.empty() || info.licence.empty() ? "" : " · ") + info.licence;
        need(m_column.height_of(rights, small()) + 8);
        m_column.skip(8);
        m_column.paragraph(rights, small(), items());
    }

    /// Their numbers, once it is known how many there are.
    void finish_pages()
    {
        auto const count = m_handout.pages.size();
        for (std::size_t i = 0; i < count; ++i) {
            auto words = fmt::format(fmt::runtime(m_in.texts.tr("Page {0} of {1}")), i + 1, count);
            Scene foot{m_paper->width, m_paper->height, nothing, {}, {}};
            float const width = m_in.fonts.width(Face::sans, words, 11);
            foot.items.emplace_back(Text{{page_width - margin - width, page_height - margin * 0.55F},
                                         std::move(words),
                                         Face::sans,
                                         11,
                                         quiet,
                                         {},
                                         0,
                                         0,
                                         0});
            m_handout.pages[i].parts.push_back(
                {{&m_handout.scenes.emplace_back(std::move(foot))}, {0, 0, page_width, page_height}});
        }
    }

    struct Key
    {
        std::size_t number = 0;
        geo::StoryStep const *step = nullptr;
        geo::Indices places;
    };

    HandoutInput const &m_in;
    Handout m_handout;
    Scene *m_paper = nullptr; ///< of the page that is being set
    TextColumn m_column;
    std::vector<Key> m_keys;
};

} // namespace

Handout make_handout(HandoutInput const &in)
{
    return HandoutBuilder{in}.build();
}

geo::Indices asked_places(HandoutInput const &in, ViewerState const &view, geo::WorldState const &world)
{
    constexpr std::size_t most = 8;
    constexpr float apart = 46;
    constexpr float from_edge = 18;
    auto const &places = in.map.atlas->places;
    auto order = world.places;
    std::ranges::stable_sort(order, {}, [&](geo::Index i) { return places[i].rank; });
    geo::Indices asked;
    std::vector<ScreenPoint> taken;
    for (auto const i : order) {
        auto const at = to_screen(view.camera, view.viewport, in.map.places[i]);
        bool const seen = at.x > from_edge && at.y > from_edge &&
                          at.x < static_cast<float>(view.viewport.width) - from_edge &&
                          at.y < static_cast<float>(view.viewport.height) - from_edge;
        bool const free = std::ranges::all_of(
            taken, [&](ScreenPoint const &p) { return std::hypot(p.x - at.x, p.y - at.y) >= apart; });
        if (asked.size() < most && seen && free && places[i].rank <= 3 && places[i].kind != "region") {
            asked.push_back(i);
            taken.push_back(at);
        }
    }
    return asked;
}

} // namespace app
