#include "app/scene/label_plan.hpp"
#include "app/scene/tracks.hpp"
#include "app/scene/unit_label.hpp"

#include "geo/state/accounts.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace app {
namespace {

constexpr geo::Seconds finest_step{600};
constexpr long most_steps = 600;
constexpr std::size_t most_units = 150; ///< beyond that names would only hide the map
constexpr std::size_t most_runs = 2;    ///< that a label may come and go within what a screen shows
constexpr float screen_length = 2500;   ///< pixels of a course that no screen shows more of
constexpr float pad = 2;                ///< pixels kept free about a label
constexpr float mark = 9;               ///< half the ground of a unit's spot

using Course = std::vector<std::optional<ScreenPoint>>;

/// From the first to the last place of a course: where it goes, on the whole.
ScreenPoint drift(Course const &course)
{
    auto const first = std::ranges::find_if(course, [](auto const &p) { return p.has_value(); });
    auto const last = std::find_if(course.rbegin(), course.rend(), [](auto const &p) { return p.has_value(); });
    if (first == course.end()) {
        return {};
    }
    return {(*last)->x - (*first)->x, (*last)->y - (*first)->y};
}

bool moves(Course const &course)
{
    auto const d = drift(course);
    return std::abs(d.x) + std::abs(d.y) > 12;
}

/// How often the label of a course may come and go: on a long one no reader sees it all at once.
std::size_t runs_of(Course const &course)
{
    auto const d = drift(course);
    auto const screens = static_cast<std::size_t>(std::hypot(d.x, d.y) / screen_length);
    return most_runs + std::min<std::size_t>(screens, 6);
}

/// Where a label may stand about its unit, the preferred first: across the way of a unit that moves, else to the right.
std::vector<ScreenPoint> offsets_of(Course const &course, float width)
{
    constexpr float gap = 15;
    constexpr float h = unit_row;
    std::vector<ScreenPoint> beside;
    // Not so far that the label would seem to tell of other land.
    for (float const far : {gap, 50.0F}) {
        for (float const row : {0.0F, -1.0F, 1.0F, -2.0F, 2.0F, -3.0F, 3.0F}) {
            beside.push_back({far, -h / 2 + row * h});
            beside.push_back({-far - width, -h / 2 + row * h});
        }
    }
    std::vector<ScreenPoint> over;
    for (float const lift : {gap, gap + h}) {
        for (float const aside : {0.5F, 0.2F, 0.8F}) {
            over.push_back({-width * aside, -lift - h});
            over.push_back({-width * aside, lift});
        }
    }
    auto const d = drift(course);
    bool const level = std::abs(d.x) > std::abs(d.y) * 1.3F;
    auto &first = level ? over : beside;
    auto const &second = level ? beside : over;
    first.insert(first.end(), second.begin(), second.end());
    for (auto &p : first) {
        p = {std::round(p.x), std::round(p.y)};
    }
    return first;
}

/// What it is worth to name the unit at this step; nothing where it is not. Whoever is on the way, or halts on it, is
/// looked for more than who stands for days.
float worth_of(Course const &course, std::size_t step)
{
    constexpr std::size_t near = 18; // steps
    constexpr float on_the_way = 6;
    if (!course[step]) {
        return 0;
    }
    auto const first = step > near ? step - near : 0;
    auto const last = std::min(step + near, course.size() - 1);
    for (auto i = first; i < last; ++i) {
        if (course[i] && course[i + 1] && course[i] != course[i + 1]) {
            return on_the_way;
        }
    }
    return 1;
}

/// The ground that a label covers from one step to the next.
Rect swept(ScreenPoint from, ScreenPoint to, ScreenPoint offset, float width, float height)
{
    return {std::min(from.x, to.x) + offset.x - pad, std::min(from.y, to.y) + offset.y - pad,
            std::max(from.x, to.x) + offset.x + width + pad, std::max(from.y, to.y) + offset.y + height + pad};
}

/// The cheapest way through the steps: hidden, or shown at one of the offsets, with few changes.
class Timeline
{
public:
    Timeline(std::size_t steps, std::size_t offsets, std::size_t runs)
    : m_steps{steps}, m_offsets{offsets}, m_runs{runs}
    {
        m_cost.assign(states(), infinite);
        m_cost[0] = 0;
        m_from.reserve(steps);
    }

    /// One step further. \param free whether the offset's ground is; `missed`: what it costs to be hidden
    void advance(std::vector<char> const &free, float missed)
    {
        bool const here = missed > 0;
        std::vector<float> next(states(), infinite);
        std::vector<std::uint16_t> from(states(), 0);
        for (std::size_t runs = 0; runs <= m_runs; ++runs) {
            auto const [best, best_cost] = cheapest(runs);
            offer(next, from, state(runs, 0), best, best_cost + missed);
            for (std::size_t k = 0; k < m_offsets; ++k) {
                if (!here || free[k] == 0) {
                    continue;
                }
                float const price = 0.35F * static_cast<float>(k) / static_cast<float>(m_offsets);
                auto const same = state(runs, k + 1);
                offer(next, from, same, same, m_cost[same] + price);
                if (runs > 0) {
                    auto const [before, before_cost] = cheapest(runs - 1);
                    offer(next, from, same, before, before_cost + price + jump);
                }
            }
        }
        m_cost = std::move(next);
        m_from.push_back(std::move(from));
    }

    /// For each step the number of the offset plus one; 0: hidden.
    [[nodiscard]] std::vector<std::size_t> choices() const
    {
        auto at = static_cast<std::size_t>(std::ranges::min_element(m_cost) - m_cost.begin());
        std::vector<std::size_t> chosen(m_steps);
        for (std::size_t i = m_steps; i-- > 0;) {
            chosen[i] = at % (m_offsets + 1);
            at = m_from[i][at];
        }
        return chosen;
    }

private:
    static constexpr float infinite = std::numeric_limits<float>::infinity();
    static constexpr float jump = 1.5F; ///< what it costs to appear, in steps hidden of a unit that stands

    [[nodiscard]] std::size_t states() const { return (m_runs + 1) * (m_offsets + 1); }
    [[nodiscard]] std::size_t state(std::size_t runs, std::size_t choice) const
    {
        return runs * (m_offsets + 1) + choice;
    }
    [[nodiscard]] std::pair<std::size_t, float> cheapest(std::size_t runs) const
    {
        auto const begin = m_cost.begin() + static_cast<std::ptrdiff_t>(state(runs, 0));
        auto const found = std::min_element(begin, begin + static_cast<std::ptrdiff_t>(m_offsets + 1));
        return {static_cast<std::size_t>(found - m_cost.begin()), *found};
    }
    static void offer(std::vector<float> &cost, std::vector<std::uint16_t> &from, std::size_t to, std::size_t before,
                      float price)
    {
        if (price < cost[to]) {
            cost[to] = price;
            from[to] = static_cast<std::uint16_t>(before);
        }
    }

    std::size_t m_steps;
    std::size_t m_offsets;
    std::size_t m_runs;
    std::vector<float> m_cost;
    std::vector<std::vector<std::uint16_t>> m_from;
};

/// Plans the labels of all units, one after the other; lives for one call.
class UnitPlanner
{
public:
    UnitPlanner(SceneInput const &in, UnitCourses const &courses, LabelPlacer const &names)
    : m_in{in}, m_courses{courses}, m_names{names}
    {
        m_steps = courses.at.empty() ? 0 : courses.at.front().size() - 1;
        m_taken.resize(m_steps);
        for (geo::Index unit = 0; unit < courses.at.size(); ++unit) { // no label may cover where another unit stands
            auto const &course = courses.at[unit];
            for (std::size_t i = 0; i < m_steps; ++i) {
                if (course[i]) {
                    m_taken[i].push_back({unit, swept(*course[i], course[i + 1].value_or(*course[i]), {-mark, -mark},
                                                      2 * mark, 2 * mark)});
                }
            }
        }
    }

    std::vector<std::vector<UnitRun>> plan()
    {
        std::vector<geo::Index> order(m_courses.at.size());
        std::iota(order.begin(), order.end(), geo::Index{0});
        // What moves first: what stands still finds room beside it. Of those the one of which most is told.
        std::ranges::stable_sort(order, {}, [&](geo::Index u) {
            auto const fixes = m_in.map.atlas->units[u].fixes.size();
            return moves(m_courses.at[u]) ? std::pair{0, -static_cast<long>(fixes)} : std::pair{1, 0L};
        });
        std::vector<std::vector<UnitRun>> runs(order.size());
        for (auto const unit : order) {
            runs[unit] = plan_unit(unit);
        }
        return runs;
    }

private:
    std::vector<UnitRun> plan_unit(geo::Index unit)
    {
        auto const &course = m_courses.at[unit];
        if (std::ranges::none_of(course, [](auto const &p) { return p.has_value(); })) {
            return {};
        }
        float const width = unit_label_width(m_in, unit);
        auto const offsets = offsets_of(course, width);
        Timeline timeline{m_steps, offsets.size(), runs_of(course)};
        std::vector<char> clear(offsets.size()); // of names: holds on while the unit stands
        for (std::size_t i = 0; i < m_steps; ++i) {
            std::vector<char> free(offsets.size(), 0);
            if (course[i]) {
                auto const next = course[i + 1].value_or(*course[i]);
                bool const same = i > 0 && course[i - 1] == course[i] && course[i] == next;
                for (std::size_t k = 0; k < offsets.size(); ++k) {
                    auto const rect = swept(*course[i], next, offsets[k], width, unit_row);
                    if (!same) {
                        clear[k] = m_names.free(rect) ? 1 : 0;
                    }
                    free[k] = clear[k] != 0 && unmet(i, unit, rect) ? 1 : 0;
                }
            }
            timeline.advance(free, worth_of(course, i));
        }
        return keep(unit, offsets, width, timeline.choices());
    }

    [[nodiscard]] bool unmet(std::size_t step, geo::Index unit, Rect const &rect) const
    {
        return std::ranges::none_of(m_taken[step],
                                    [&](Taken const &taken) { return taken.by != unit && taken.ground.meets(rect); });
    }

    /// Takes the ground of what was chosen and gathers equal steps into runs.
    std::vector<UnitRun> keep(geo::Index unit, std::vector<ScreenPoint> const &offsets, float width,
                              std::vector<std::size_t> const &choices)
    {
        auto const &course = m_courses.at[unit];
        std::vector<UnitRun> runs;
        for (std::size_t i = 0; i < m_steps; ++i) {
            if (choices[i] == 0) {
                continue;
            }
            auto const &offset = offsets[choices[i] - 1];
            m_taken[i].push_back(
                {unit, swept(*course[i], course[i + 1].value_or(*course[i]), offset, width, unit_row)});
            auto const begin = m_courses.begin + m_courses.step * static_cast<long>(i);
            if (!runs.empty() && runs.back().span.end == begin && runs.back().offset == offset) {
                runs.back().span.end = begin + m_courses.step;
            } else {
                runs.push_back({{begin, begin + m_courses.step}, offset});
            }
        }
        return runs;
    }

    SceneInput const &m_in;
    UnitCourses const &m_courses;
    LabelPlacer const &m_names;
    std::size_t m_steps = 0;
    struct Taken
    {
        geo::Index by = 0;
        Rect ground;
    };
    std::vector<std::vector<Taken>> m_taken; ///< by step
};

} // namespace

UnitCourses sample_units(SceneInput const &in, geo::Span span)
{
    auto const &atlas = *in.map.atlas;
    UnitCourses courses;
    if (atlas.units.empty() || atlas.units.size() > most_units) {
        return courses;
    }
    auto const length = span.end - span.begin;
    courses.begin = span.begin;
    courses.step = std::max(finest_step, geo::Seconds{length / most_steps});
    auto const steps = static_cast<std::size_t>(length / courses.step) + 1;
    courses.at.assign(atlas.units.size(), Course(steps + 1));
    for (std::size_t i = 0; i <= steps; ++i) {
        auto const world = geo::state_at(atlas, span.begin + courses.step * static_cast<long>(i));
        for (auto const &unit : world.units) {
            if (!unit.parent && !geo::is_account(atlas.units[unit.unit])) {
                courses.at[unit.unit][i] = plan_point(in.view.camera, map_position(in.map, unit));
            }
        }
    }
    return courses;
}

std::vector<std::vector<UnitRun>> plan_units(SceneInput const &in, UnitCourses const &courses, LabelPlacer const &names)
{
    return UnitPlanner{in, courses, names}.plan();
}

std::vector<Rect> unit_corridors(SceneInput const &in, UnitCourses const &courses)
{
    std::vector<Rect> corridors;
    constexpr float half_width = 14; // of the small symbol of a unit without a label
    constexpr float half_height = 11;
    for (std::size_t unit = 0; unit < courses.at.size(); ++unit) {
        auto const &course = courses.at[unit];
        std::optional<ScreenPoint> before;
        for (auto const &p : course) {
            if (p && (!before || std::abs(p->x - before->x) + std::abs(p->y - before->y) > half_height)) {
                corridors.push_back({p->x - half_width, p->y - half_height, p->x + half_width, p->y + half_height});
                before = p;
            }
        }
        if (!moves(course)) {
            continue;
        }
        float const width = unit_label_width(in, static_cast<geo::Index>(unit));
        auto const offset = offsets_of(course, width).front();
        Rect last;
        for (auto const &p : course) {
            if (!p) {
                continue;
            }
            auto const rect = swept(*p, *p, offset, width, unit_row);
            if (rect != last) {
                corridors.push_back(rect);
            }
            last = rect;
        }
    }
    return corridors;
}

} // namespace app
