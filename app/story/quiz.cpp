#include "app/story/quiz.hpp"

#include "geo/network/geodesic.hpp"
#include "geo/state/accounts.hpp"
#include "geo/state/world_state.hpp"

#include <algorithm>
#include <chrono>
#include <random>
#include <set>

namespace app {
namespace {

using geo::Index;

/// Chance by the Mersenne twister alone: the library's distributions differ from one library to another.
class Chance
{
public:
    explicit Chance(std::uint64_t seed) : m_engine{seed} {}

    std::size_t below(std::size_t count) { return static_cast<std::size_t>(m_engine() % count); }
    template <typename T>
    void shuffle(std::vector<T> &items)
    {
        for (std::size_t i = items.size(); i > 1; --i) {
            std::swap(items[i - 1], items[below(i)]);
        }
    }

private:
    std::mt19937_64 m_engine;
};

/// What can be asked, by kind.
class Pool
{
public:
    explicit Pool(geo::Atlas const &atlas) : m_atlas{atlas}
    {
        auto const &home = atlas.info.home;
        m_tolerance = geo::distance_m({home.west, home.south}, {home.east, home.north}) / 1000 / 30;
        for (auto const &story : atlas.stories) {
            for (auto const &step : story.steps) {
                if (!step.content_note.empty()) {
                    m_noted.insert(step.events.begin(), step.events.end());
                }
            }
        }
        for (std::size_t i = 0; i < atlas.events.size(); ++i) {
            if (askable(static_cast<Index>(i))) {
                m_events.push_back(static_cast<Index>(i));
            }
        }
    }

    [[nodiscard]] std::vector<Question> places() const
    {
        std::vector<Question> all;
        auto const t = m_atlas.info.opening_at;
        for (std::size_t i = 0; i < m_atlas.places.size(); ++i) {
            auto const &place = m_atlas.places[i];
            if (place.rank <= 3 && place.life.span.contains(t) && pointable(static_cast<Index>(i))) {
                all.push_back(where(QuestionKind::where_place, static_cast<Index>(i), t, static_cast<Index>(i)));
            }
        }
        return all;
    }

    [[nodiscard]] std::vector<Question> events() const
    {
        std::vector<Question> all;
        for (auto const i : m_events) {
            auto const &event = m_atlas.events[i];
            if (event.places.size() == 1 && pointable(event.places.front()) && !names(event, event.places.front()) &&
                m_atlas.info.span.contains(event.span.begin)) {
                all.push_back(where(QuestionKind::where_event, i, event.span.begin, event.places.front()));
            }
        }
        return all;
    }

    [[nodiscard]] std::vector<Question> units() const
    {
        std::vector<Question> all;
        for (std::size_t i = 0; i < m_atlas.units.size(); ++i) {
            for (auto const &fix : m_atlas.units[i].fixes) {
                if (auto const t = moment(fix); t && stands(static_cast<Index>(i), fix.place, *t)) {
                    all.push_back(where(QuestionKind::where_unit, static_cast<Index>(i), *t, fix.place));
                }
            }
        }
        return all;
    }

    /// Three events of which one was over before the others began; nothing if chance finds none.
    [[nodiscard]] std::optional<Question> order(Chance &chance) const
    {
        constexpr std::size_t choices = 3;
        constexpr int tries = 60;
        for (int k = 0; k < tries && m_events.size() >= choices; ++k) {
            geo::Indices some;
            while (some.size() < choices) {
                auto const one = m_events[chance.below(m_events.size())];
                if (std::ranges::find(some, one) == some.end()) {
                    some.push_back(one);
                }
            }
            auto const first = std::ranges::min(some, {}, [&](Index e) { return m_atlas.events[e].span.begin; });
            auto const clear = [&](Index e) {
                auto const gap = m_atlas.events[e].span.begin - m_atlas.events[first].span.end;
                return e == first || (gap >= std::chrono::hours{0} && gap < std::chrono::days{120});
            };
            if (std::ranges::all_of(some, clear) && m_atlas.info.span.contains(m_atlas.events[first].span.begin)) {
                return Question{QuestionKind::came_first, first, m_atlas.events[first].span.begin, 0, 0, some};
            }
        }
        return std::nullopt;
    }

private:
    [[nodiscard]] bool askable(Index i) const
    {
        auto const &event = m_atlas.events[i];
        return event.confidence != geo::Confidence::disputed && event.disagreement.empty() &&
               event.span.end < geo::distant_future && !m_noted.contains(i);
    }

    /// Whether it is a spot that can be pointed at on the whole map.
    [[nodiscard]] bool pointable(Index i) const
    {
        auto const &place = m_atlas.places[i];
        auto const &home = m_atlas.info.home;
        return place.kind != "region" && !place.name.empty() && place.uncertainty_km <= m_tolerance &&
               place.at.lon > home.west && place.at.lon < home.east && place.at.lat > home.south &&
               place.at.lat < home.north;
    }

    /// Whether the title gives the answer away in some language.
    [[nodiscard]] bool names(geo::Event const &event, Index place) const
    {
        return std::ranges::any_of(event.title.all(), [&](auto const &title) {
            auto const &name = m_atlas.places[place].name.in(title.first);
            return !name.empty() && title.second.find(name) != std::string::npos;
        });
    }

    /// When to ask for a fix that a source dates to the day at least.
    [[nodiscard]] static std::optional<geo::Instant> moment(geo::Fix const &fix)
    {
        bool const sure = fix.confidence == geo::Confidence::attested && fix.time_basis == geo::TimeBasis::source;
        if (!sure || !fix.arrival || !fix.arrival->start || fix.arrival->start->precision < geo::Precision::day) {
            return std::nullopt;
        }
        auto const &arrival = *fix.arrival->start;
        bool const hour_known = arrival.precision >= geo::Precision::minute;
        return arrival.first + (hour_known ? std::chrono::minutes{30} : std::chrono::hours{20});
    }

    [[nodiscard]] bool stands(Index unit, Index place, geo::Instant t) const
    {
        if (!pointable(place) || !m_atlas.info.span.contains(t)) {
            return false;
        }
        auto const world = geo::state_at(m_atlas, t);
        auto const found = std::ranges::find(world.units, unit, &geo::UnitState::unit);
        return found != world.units.end() && !found->parent && !geo::is_account(m_atlas.units[unit]) && found->phase == geo::Phase::halted &&
               found->basis == geo::Basis::fixed && found->from == place;
    }

    [[nodiscard]] Question where(QuestionKind kind, Index subject, geo::Instant at, Index place) const
    {
        return {kind, subject, at, place, std::max(m_tolerance, m_atlas.places[place].uncertainty_km), {}};
    }

    geo::Atlas const &m_atlas;
    std::set<Index> m_noted;
    geo::Indices m_events;
    double m_tolerance = 0;
};

} // namespace

std::vector<Question> make_quiz(geo::Atlas const &atlas, std::uint64_t seed, std::size_t count)
{
    Chance chance{seed};
    Pool const pool{atlas};
    std::vector<std::vector<Question>> kinds{pool.places(), pool.events(), pool.units()};
    for (auto &kind : kinds) {
        chance.shuffle(kind);
    }
    std::vector<Question> quiz;
    std::set<Index> asked_first;
    // The kinds take turns, so that nobody has to find eight towns one after another.
    for (std::size_t round = 0; quiz.size() < count && round < 4 * count; ++round) {
        if (auto const kind = round % 4; kind < kinds.size()) {
            if (!kinds[kind].empty()) {
                quiz.push_back(kinds[kind].back());
                kinds[kind].pop_back();
            }
        } else if (auto const order = pool.order(chance); order && asked_first.insert(order->subject).second) {
            quiz.push_back(*order);
        }
    }
    return quiz;
}

std::size_t QuizPlay::count(Verdict verdict) const
{
    return static_cast<std::size_t>(std::ranges::count(verdicts, verdict));
}

Judgement judge(Question const &question, geo::Atlas const &atlas, geo::LonLat guess)
{
    double const km = geo::distance_m(guess, atlas.places[question.place].at) / 1000;
    return {km <= question.tolerance_km       ? Verdict::right
            : km <= 3 * question.tolerance_km ? Verdict::near
                                              : Verdict::wrong,
            km};
}

} // namespace app
