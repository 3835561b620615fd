#pragma once

#include "geo/model/atlas.hpp"
#include "geo/project/projection.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace app {

enum class QuestionKind : std::uint8_t {
    where_place, ///< show a town on the map without names
    where_event, ///< show where an event took place
    where_unit,  ///< show where a unit stood at a time
    came_first   ///< which of some events was the earliest
};

/// One question, made from the atlas. Indices are into the vectors of the atlas it was made from.
struct Question
{
    QuestionKind kind = QuestionKind::where_place;
    geo::Index subject = 0; ///< place, event or unit; came_first: the event that was the earliest
    geo::Instant at{};      ///< when the map is looked at
    geo::Index place = 0;   ///< where the answer lies, but for came_first
    double tolerance_km = 0;
    geo::Indices choices; ///< events, for came_first only
    friend bool operator==(Question const &, Question const &) = default;
};

/**
 * Questions on what the atlas holds: the same seed gives the same ones on every computer. Nothing is asked that is
 * disputed, that is known too vaguely to tell right from wrong, or that a story's content note stands before. Fewer
 * than `count` where the atlas has no more to ask.
 */
[[nodiscard]] std::vector<Question> make_quiz(geo::Atlas const &atlas, std::uint64_t seed, std::size_t count);

enum class Verdict : std::uint8_t { right, near, wrong, shown };

/// Where a quiz stands. A small part of ViewerState.
struct QuizPlay
{
    std::shared_ptr<std::vector<Question> const> questions; ///< null: no quiz is open
    std::size_t at = 0;                                     ///< the question; past the last: the quiz is over
    std::vector<Verdict> verdicts;                          ///< of the questions answered
    std::optional<geo::LonLat> guess;                       ///< where the map was pointed at
    std::optional<geo::MapPoint> guess_on_map;              ///< the same in the plane
    std::optional<std::size_t> chosen;                      ///< of the choices
    friend bool operator==(QuizPlay const &, QuizPlay const &) = default;

    [[nodiscard]] bool open() const { return questions != nullptr; }
    [[nodiscard]] bool over() const { return open() && at >= questions->size(); }
    /// The present question; null if none is asked.
    [[nodiscard]] Question const *question() const { return open() && !over() ? &(*questions)[at] : nullptr; }
    [[nodiscard]] bool answered() const { return verdicts.size() > at; }
    /// Whether a click on the map is the answer.
    [[nodiscard]] bool wants_point() const
    {
        auto const *const asked = question();
        return asked != nullptr && asked->kind != QuestionKind::came_first && !answered();
    }
    [[nodiscard]] std::size_t count(Verdict verdict) const;
};

/// What a point on the map is worth as an answer, and how far it lies from the right one.
struct Judgement
{
    Verdict verdict = Verdict::wrong;
    double km = 0;
};
[[nodiscard]] Judgement judge(Question const &question, geo::Atlas const &atlas, geo::LonLat guess);

} // namespace app
