#include "app/story/quiz_text.hpp"

#include "app/i18n/date_text.hpp"

#include "geo/cite/source_title.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace app {
namespace {

std::string in_words(Texts const &texts, char const *message, auto const &...values)
{
    return fmt::format(fmt::runtime(texts.tr(message)), values...);
}

geo::Indices const &sources_of(Question const &question, geo::Atlas const &atlas)
{
    switch (question.kind) {
    case QuestionKind::where_place:
        return atlas.places[question.subject].sources;
    case QuestionKind::where_unit: {
        auto const &fixes = atlas.units[question.subject].fixes;
        auto const fix = std::ranges::find(fixes, question.place, &geo::Fix::place);
        return fix == fixes.end() ? atlas.units[question.subject].sources : fix->sources;
    }
    default:
        return atlas.events[question.subject].sources;
    }
}

std::string dated(geo::Event const &event, std::string const &language, Texts const &texts)
{
    return fmt::format("{}: {}", event_date_text(texts, event), event.title.in(language));
}

} // namespace

std::string question_text(Question const &question, geo::Atlas const &atlas, Texts const &texts)
{
    auto const &language = texts.language();
    switch (question.kind) {
    case QuestionKind::where_place:
        return in_words(texts, msg("Show on the map: {}"), atlas.places[question.subject].name.in(language));
    case QuestionKind::where_event:
        return in_words(texts, msg("Where did this happen? {}"), atlas.events[question.subject].title.in(language));
    case QuestionKind::where_unit:
        return in_words(texts, msg("Where was this unit? {unit}. {time}"),
                        fmt::arg("unit", atlas.units[question.subject].name.in(language)),
                        fmt::arg("time", full_date_text(texts, question.at)));
    case QuestionKind::came_first:
        break;
    }
    return texts.tr("What came first?");
}

std::string verdict_text(QuizPlay const &quiz, geo::Atlas const &atlas, Texts const &texts)
{
    auto const &question = *quiz.question();
    auto const verdict = quiz.verdicts.back();
    if (verdict == Verdict::shown) {
        return texts.tr("This is the answer:");
    }
    if (question.kind == QuestionKind::came_first) {
        return verdict == Verdict::right ? texts.tr("Right!") : texts.tr("Not that one. The order was:");
    }
    auto const km = std::lround(judge(question, atlas, *quiz.guess).km);
    switch (verdict) {
    case Verdict::right:
        return in_words(texts, msg("Right! Only {} km off."), km);
    case Verdict::near:
        return in_words(texts, msg("Nearly: {} km off."), km);
    default:
        return in_words(texts, msg("Not quite: {} km off. Follow the line."), km);
    }
}

std::string explanation_text(Question const &question, geo::Atlas const &atlas, Texts const &texts)
{
    auto const &language = texts.language();
    if (question.kind == QuestionKind::came_first) {
        auto order = question.choices;
        std::ranges::sort(order, {}, [&](geo::Index e) { return atlas.events[e].span.begin; });
        std::string lines;
        for (auto const e : order) {
            lines += (lines.empty() ? "" : "\n") + dated(atlas.events[e], language, texts);
        }
        return lines;
    }
    auto const &place = atlas.places[question.place];
    auto const &name = place.name.in(language);
    if (question.kind == QuestionKind::where_event) {
        auto const &event = atlas.events[question.subject];
        return fmt::format("{}, {}. {}", name, event_date_text(texts, event), event.summary.in(language));
    }
    auto const &note = place.note.in(language);
    bool const other_name = !place.name_period.empty() && place.name_period != name;
    return fmt::format("{}{}{}", name, other_name ? fmt::format(" ({})", place.name_period) : "",
                       note.empty() ? "." : ". " + note);
}

std::string question_sources(Question const &question, geo::Atlas const &atlas, std::string_view language)
{
    std::string words;
    for (auto const i : sources_of(question, atlas)) {
        words += (words.empty() ? "" : "; ") + geo::citation_in(atlas.sources[i], language);
    }
    return words;
}

std::string result_text(QuizPlay const &quiz, Texts const &texts)
{
    return in_words(texts, msg("{right} of {all} right, {near} nearly"), fmt::arg("right", quiz.count(Verdict::right)),
                    fmt::arg("all", quiz.verdicts.size()), fmt::arg("near", quiz.count(Verdict::near)));
}

} // namespace app
