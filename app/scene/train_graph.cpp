#include "app/scene/train_graph.hpp"

#include "app/i18n/date_text.hpp"
#include "app/scene/drawing.hpp"
#include "app/scene/symbols.hpp"
#include "app/state/ruler.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace app {
namespace {

/// Draws one graph; lives for one call.
class GraphPainter
{
public:
    GraphPainter(GraphInput const &in, Scene &scene) : m_in{in}, m_out{scene}, m_plot{graph_plot(in)} {}

    void draw()
    {
        draw_hours();
        draw_stations();
        for (auto const &run : m_in.graph.runs) {
            draw_run(run);
        }
        for (auto const &call : m_in.graph.calls) {
            draw_call(call);
        }
        name_trains();
        draw_events();
        if (m_in.now) {
            draw_now();
        }
    }

private:
    [[nodiscard]] std::string const &language() const { return m_in.texts.language(); }

    [[nodiscard]] float x_of(geo::Instant t) const
    {
        auto const share = std::clamp(share_of(m_in.graph.window, t), 0.0, 1.0);
        return m_plot.left + static_cast<float>(share) * (m_plot.right - m_plot.left);
    }
    [[nodiscard]] float y_of(double km) const
    {
        return m_plot.top + static_cast<float>(km / m_in.graph.length_km()) * (m_plot.bottom - m_plot.top);
    }
    void line(std::vector<ScreenPoint> points, float width, Colour colour, std::vector<float> dash = {})
    {
        m_out.items.emplace_back(Drawing::stroke(std::move(points), width, colour, std::move(dash)));
    }
    void text(ScreenPoint at, std::string words, Face face, float size, Colour colour, float angle = 0)
    {
        m_out.items.emplace_back(Text{at, std::move(words), face, size, colour, m_in.ink.ground, 2.5F, 0, angle});
    }
    [[nodiscard]] Colour side_colour(geo::Index unit) const
    {
        return colour_of(m_in.atlas.info.sides, m_in.atlas.units[unit].side, m_in.style);
    }

    void draw_hours()
    {
        constexpr double spacing = 44;
        auto const ticks = ruler_ticks(m_in.graph.window, m_plot.right - m_plot.left, spacing);
        float labelled_to = m_plot.left - 1;
        for (auto const &tick : ticks) {
            float const x = x_of(tick.at);
            line({{x, m_plot.top - lane()}, {x, m_plot.bottom}}, tick.day ? 1.6F : 0.8F,
                 with_alpha(m_in.ink.faint, tick.day ? 0.6 : 0.3));
            auto const words = tick.day ? short_date_text(m_in.texts, tick.at) : clock_text(tick.at);
            auto const face = tick.day ? Face::sans_bold : Face::sans;
            float const end = x + 3 + m_in.fonts.width(face, words, m_in.type);
            if (x < labelled_to || end > m_in.area.right + 4) {
                continue;
            }
            labelled_to = end + 4;
            text({x + 3, m_plot.bottom + m_in.type * 1.3F}, words, face, m_in.type, m_in.ink.faint);
        }
    }

    /// The lane for events that are not on the axis.
    [[nodiscard]] float lane() const { return m_in.type * 2; }

    /// Which stations are named first: the ends, and where the kilometres turn; then by rank.
    [[nodiscard]] int importance(std::size_t i) const
    {
        auto const &stations = m_in.graph.stations;
        auto const km = [&](std::size_t at) { return *m_in.atlas.places[stations[at].place].railway_km; };
        bool const end = i == 0 || i + 1 == stations.size();
        bool const turn = !end && (km(i) - km(i - 1)) * (km(i + 1) - km(i)) < 0;
        return end || turn ? 0 : m_in.atlas.places[stations[i].place].rank;
    }

    void draw_station(geo::GraphStation const &station, float y, bool strong, bool named)
    {
        auto const &place = m_in.atlas.places[station.place];
        line({{m_plot.left, y}, {m_plot.right, y}}, strong ? 1.2F : 0.7F,
             with_alpha(m_in.ink.faint, named ? 0.45 : 0.2));
        if (!named) {
            return;
        }
        auto const km = fmt::format("{:g}", *place.railway_km);
        auto const &name = place.name.in(language());
        auto const face = strong ? Face::sans_bold : Face::sans;
        float const right = m_plot.left - 10;
        float const km_room = m_in.type * 3.1F;
        text({right - m_in.fonts.width(Face::sans, km, m_in.type), y + m_in.type * 0.36F}, km, Face::sans, m_in.type,
             m_in.ink.faint);
        text({right - km_room - m_in.fonts.width(face, name, m_in.type), y + m_in.type * 0.36F}, name, face, m_in.type,
             m_in.ink.text);
    }

    void draw_stations()
    {
        std::vector<std::size_t> order(m_in.graph.stations.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::stable_sort(order, {}, [&](std::size_t i) { return importance(i); });
        std::vector<float> named;
        for (auto const i : order) {
            float const y = y_of(m_in.graph.stations[i].km);
            bool const room =
                std::ranges::none_of(named, [&](float other) { return std::abs(other - y) < m_in.type * 1.15F; });
            if (room) {
                named.push_back(y);
            }
            draw_station(m_in.graph.stations[i], y, importance(i) <= 2, room);
        }
        line({{m_plot.left, m_plot.top - lane()}, {m_plot.right, m_plot.top - lane()}}, 0.7F,
             with_alpha(m_in.ink.faint, 0.45));
        auto const *const elsewhere = m_in.texts.tr("elsewhere");
        text({m_plot.left - 8 - m_in.fonts.width(Face::sans_italic, elsewhere, m_in.type),
              m_plot.top - lane() / 2 + m_in.type * 0.36F},
             elsewhere, Face::sans_italic, m_in.type, m_in.ink.faint);
    }

    /// The run cut to the window.
    [[nodiscard]] std::pair<ScreenPoint, ScreenPoint> ends(geo::GraphRun const &run) const
    {
        auto const at = [&](geo::Instant t) {
            if (run.stay || t == run.span.begin) {
                return run.from_km;
            }
            if (t == run.span.end) {
                return run.to_km;
            }
            auto const share = std::chrono::duration<double>(t - run.span.begin) /
                               std::chrono::duration<double>(run.span.end - run.span.begin);
            return std::lerp(run.from_km, run.to_km, share);
        };
        auto const from = std::max(run.span.begin, m_in.graph.window.begin);
        auto const to = std::min(run.span.end, m_in.graph.window.end);
        return {{x_of(from), y_of(at(from))}, {x_of(to), y_of(at(to))}};
    }

    void draw_run(geo::GraphRun const &run)
    {
        auto const [a, b] = ends(run);
        bool const chosen = m_in.chosen == run.unit;
        auto const colour = side_colour(run.unit);
        float const width = run.stay ? 1.6F : 2.6F;
        if (chosen) {
            line({a, b}, width + 5, with_alpha(colour, 0.22));
        }
        line({a, b}, chosen ? width + 0.8F : width, colour,
             run.assumed ? std::vector<float>{7, 4} : std::vector<float>{});
        if (run.confidence == geo::Confidence::disputed) {
            float const size = m_in.type;
            text({(a.x + b.x) / 2 - size * 0.25F, (a.y + b.y) / 2 - 3}, "?", Face::sans_bold, size, colour);
        }
        m_out.targets.push_back({Kind::unit, run.unit, std::min(a.x, b.x) - 3, std::min(a.y, b.y) - 4,
                                 std::max(a.x, b.x) + 3, std::max(a.y, b.y) + 4});
    }

    /// A dot at the hour that the data give (hollow: assumed), with whiskers as far as it may be off.
    void draw_call(geo::GraphCall const &call)
    {
        auto const colour = side_colour(call.unit);
        ScreenPoint const at{x_of(call.at), y_of(call.km)};
        auto const slack = geo::Seconds{static_cast<long>(call.slack_s)};
        float const from = x_of(call.at - slack);
        float const to = x_of(call.at + slack);
        if (to - from > 9) {
            line({{from, at.y}, {to, at.y}}, 1, with_alpha(colour, 0.55));
            line({{from, at.y - 3}, {from, at.y + 3}}, 1, with_alpha(colour, 0.55));
            line({{to, at.y - 3}, {to, at.y + 3}}, 1, with_alpha(colour, 0.55));
        }
        m_out.items.emplace_back(disc(at, 3.2F, call.assumed ? m_in.ink.ground : colour));
        m_out.items.emplace_back(ring(at, 3.2F, 1.4F, colour));
    }

    /// The name of each train along its longest slanted line, as on a working timetable.
    void name_trains()
    {
        LabelPlacer placer{m_in.fonts, m_in.area.right, m_in.area.bottom};
        std::vector<geo::Index> units;
        for (auto const &run : m_in.graph.runs) {
            if (std::ranges::find(units, run.unit) == units.end()) {
                units.push_back(run.unit);
            }
        }
        for (auto const unit : units) {
            name_train(unit, placer);
        }
    }

    void name_train(geo::Index unit, LabelPlacer &placer)
    {
        auto const &name = m_in.atlas.units[unit].name.in(language());
        float const width = m_in.fonts.width(Face::sans_bold, name, m_in.type);
        std::vector<std::pair<ScreenPoint, ScreenPoint>> lines;
        for (auto const &run : m_in.graph.runs) {
            if (run.unit == unit) {
                lines.push_back(ends(run));
            }
        }
        auto const length = [](auto const &l) { return std::hypot(l.second.x - l.first.x, l.second.y - l.first.y); };
        std::ranges::stable_sort(lines, std::ranges::greater{}, length);
        for (auto const &[a, b] : lines) {
            float const long_by = length(std::pair{a, b});
            if (long_by < width * 0.8F) {
                break;
            }
            float const dx = (b.x - a.x) / long_by;
            float const dy = (b.y - a.y) / long_by;
            for (float const share : {0.5F, 0.3F, 0.7F, 0.15F, 0.85F}) {
                float const start = std::clamp(long_by * share - width / 2, 4.0F, std::max(4.0F, long_by - width));
                ScreenPoint const at{a.x + dx * start + dy * 6, a.y + dy * start - dx * 6};
                ScreenPoint const to{at.x + dx * width, at.y + dy * width};
                Rect const box{std::min(at.x, to.x), std::min(at.y, to.y) - m_in.type, std::max(at.x, to.x),
                               std::max(at.y, to.y)};
                if (placer.take(box)) {
                    text(at, name, Face::sans_bold, m_in.type, side_colour(unit),
                         std::atan2(dy, dx) * 180 / std::numbers::pi_v<float>);
                    return;
                }
            }
        }
    }

    void draw_events()
    {
        for (std::size_t i = 0; i < m_in.graph.events.size(); ++i) {
            auto const &event = m_in.graph.events[i];
            if (event.km.empty()) {
                draw_event(event, i + 1, m_plot.top - lane() / 2, false);
            }
            for (auto const km : event.km) {
                draw_event(event, i + 1, y_of(km), true);
            }
        }
    }

    void draw_event(geo::GraphEvent const &event, std::size_t number, float y, bool on_axis)
    {
        auto const &of = m_in.atlas.events[event.event];
        auto const colour = colour_of(m_in.atlas.info.categories, of.category, m_in.style);
        // How long it lasts, or the day of which no hour is known.
        line({{x_of(event.span.begin), y}, {x_of(event.span.end), y}}, m_in.type * 0.5F, with_alpha(colour, 0.16));
        auto const words = std::to_string(number);
        float const size = m_in.type * 0.85F;
        float const radius = m_in.type * 0.72F;
        ScreenPoint const at{x_of(event.span.begin), y};
        ScreenPoint mark = at;
        // Marks that would lie on one another step aside, along the hours or away from the line.
        for (int tries = 0; tries < 60 && taken(mark, radius); ++tries) {
            mark.x += radius * 1.1F;
            if (tries % 20 == 19) {
                mark = {at.x, mark.y + (on_axis && at.y > (m_plot.top + m_plot.bottom) / 2 ? -2.0F : 2.0F) * radius};
            }
        }
        m_marks.push_back(mark);
        if (std::hypot(mark.x - at.x, mark.y - at.y) > radius) {
            line({at, mark}, 0.8F, with_alpha(colour, 0.5));
        }
        bool const disputed = of.confidence == geo::Confidence::disputed;
        m_out.items.emplace_back(disc(mark, radius, disputed ? m_in.ink.ground : colour));
        auto edge = ring(mark, radius, 1.3F, disputed ? colour : m_in.ink.ground);
        if (of.confidence != geo::Confidence::attested) {
            edge.dash = {3, 2};
        }
        m_out.items.emplace_back(std::move(edge));
        m_out.items.emplace_back(
            Text{{mark.x - m_in.fonts.width(Face::sans_bold, words, size) / 2, mark.y + size * 0.36F},
                 words,
                 Face::sans_bold,
                 size,
                 disputed ? m_in.ink.text : m_in.ink.ground,
                 {},
                 0,
                 0,
                 0});
        m_out.targets.push_back(
            {Kind::event, event.event, mark.x - radius, mark.y - radius, mark.x + radius, mark.y + radius});
    }

    [[nodiscard]] bool taken(ScreenPoint at, float radius) const
    {
        return std::ranges::any_of(m_marks, [&](ScreenPoint const &other) {
            return std::abs(other.x - at.x) < 2.2F * radius && std::abs(other.y - at.y) < 2.2F * radius;
        });
    }

    void draw_now()
    {
        if (m_in.graph.window.contains(*m_in.now)) {
            float const x = x_of(*m_in.now);
            line({{x, m_plot.top - lane()}, {x, m_plot.bottom}}, 2, {0xA8, 0x20, 0x1A, 0xC0});
        }
    }

    GraphInput const &m_in;
    Scene &m_out;
    Rect m_plot;
    std::vector<ScreenPoint> m_marks;
};

float list_height(GraphInput const &in)
{
    constexpr std::size_t columns = 3;
    auto const lines = (in.graph.events.size() + columns - 1) / columns;
    return in.list_events ? static_cast<float>(lines) * in.type * 1.45F + in.type : 0;
}

/// The words cut so that they fit, with an ellipsis.
std::string fitted(FontMetrics const &fonts, std::string words, float size, float room)
{
    if (fonts.width(Face::sans, words, size) <= room) {
        return words;
    }
    while (!words.empty() && fonts.width(Face::sans, words + "…", size) > room) {
        do {
            words.pop_back();
        } while (!words.empty() && (static_cast<unsigned char>(words.back()) & 0xC0U) == 0x80U);
    }
    return words + "…";
}

void list_events(GraphInput const &in, Rect const &plot, Scene &scene)
{
    constexpr std::size_t columns = 3;
    auto const lines = (in.graph.events.size() + columns - 1) / columns;
    float const width = (in.area.right - in.area.left) / columns;
    float const top = plot.bottom + in.type * 3;
    for (std::size_t i = 0; i < in.graph.events.size(); ++i) {
        auto const &event = in.atlas.events[in.graph.events[i].event];
        auto const words =
            fmt::format("{}  {} – {}", i + 1, event_time_text(in.texts, event), event.title.in(in.texts.language()));
        ScreenPoint const at{in.area.left + static_cast<float>(i / lines) * width,
                             top + static_cast<float>(i % lines) * in.type * 1.45F};
        scene.items.emplace_back(
            Text{at, fitted(in.fonts, words, in.type, width - in.type), Face::sans, in.type, in.ink.text, {}, 0, 0, 0});
    }
}

void legend(GraphInput const &in, ScreenPoint at, Scene &scene)
{
    auto const entry = [&](std::vector<float> dash, bool dot, bool hollow, char const *words) {
        ScreenPoint const to{at.x + 34, at.y};
        if (dot) {
            scene.items.emplace_back(disc({at.x + 17, at.y}, 3.2F, hollow ? in.ink.ground : in.ink.text));
            scene.items.emplace_back(ring({at.x + 17, at.y}, 3.2F, 1.4F, in.ink.text));
        } else {
            scene.items.emplace_back(Drawing::stroke({at, to}, 2.4F, in.ink.text, std::move(dash)));
        }
        scene.items.emplace_back(
            Text{{to.x + 6, at.y + in.type * 0.36F}, words, Face::sans, in.type, in.ink.faint, {}, 0, 0, 0});
        at.x += 34 + 6 + in.fonts.width(Face::sans, words, in.type) + 26;
    };
    entry({}, false, false, in.texts.tr("between hours of sources"));
    entry({7, 4}, false, false, in.texts.tr("an hour is assumed"));
    entry({}, true, false, in.texts.tr("hour of a source"));
    entry({}, true, true, in.texts.tr("assumed hour"));
}

} // namespace

Rect graph_plot(GraphInput const &in)
{
    float names = in.fonts.width(Face::sans_italic, in.texts.tr("elsewhere"), in.type);
    for (auto const &station : in.graph.stations) {
        auto const &name = in.atlas.places[station.place].name.in(in.texts.language());
        names = std::max(names, in.fonts.width(Face::sans_bold, name, in.type));
    }
    return {in.area.left + names + in.type * 3.1F + 12, in.area.top + in.type * 3.2F, in.area.right - in.type,
            in.area.bottom - in.type * 2.2F - list_height(in)};
}

geo::Instant graph_instant(GraphInput const &in, float x)
{
    auto const plot = graph_plot(in);
    return instant_at(in.graph.window,
                      std::clamp(static_cast<double>((x - plot.left) / (plot.right - plot.left)), 0.0, 1.0));
}

void draw_train_graph(GraphInput const &in, Scene &scene)
{
    GraphPainter{in, scene}.draw();
    if (in.list_events) {
        list_events(in, graph_plot(in), scene);
    }
}

Scene train_graph_page(GraphInput in, std::string const &title, int width, int height)
{
    Scene scene{width, height, in.ink.ground, {}, {}};
    constexpr float margin = 28;
    scene.items.emplace_back(Text{{margin, margin + 18}, title, Face::sans_bold, 22, in.ink.text, {}, 0, 0, 0});
    auto const &info = in.atlas.info;
    auto const words =
        fmt::format("{} {} · {}", info.title.in(in.texts.language()), info.version, info.clock.in(in.texts.language()));
    scene.items.emplace_back(Text{{margin, margin + 40}, words, Face::sans, in.type, in.ink.faint, {}, 0, 0, 0});
    legend(in, {margin, margin + 60}, scene);
    in.area = {margin, margin + 60, static_cast<float>(width) - margin, static_cast<float>(height) - margin};
    in.list_events = true;
    draw_train_graph(in, scene);
    return scene;
}

} // namespace app
