#include "app/i18n/date_text.hpp"
#include "app/kiosk/skin_builder.hpp"

#include "geo/state/world_state.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace app {
namespace {

constexpr std::array status_words{msg("sovereign"), msg("controlled"), msg("occupied"),
                                  msg("claimed"),   msg("disputed"),   msg("neutral")};
constexpr std::array line_words{msg("railway"), msg("road"), msg("sea lane"), msg("front"), msg("border")};

/// Writes what a card says of one feature.
class CardWriter
{
public:
    explicit CardWriter(SkinInput const &in) : m_in{in} {}

    [[nodiscard]] CardText event(geo::Event const &e) const
    {
        return {event_date_text(m_in.texts, e), local(e.title), local(e.summary), local(e.disagreement),
                citations(e.sources)};
    }
    [[nodiscard]] CardText unit(geo::Index index) const
    {
        auto const &u = m_in.atlas.units[index];
        CardText card{name_in(m_in.atlas.info.sides, u.side), local(u.name), where(index), "", citations(u.sources)};
        for (auto const &part : {local(u.commander), local(u.strength)}) {
            if (!part.empty()) {
                card.body = part + '\n' + card.body;
            }
        }
        return card;
    }
    [[nodiscard]] CardText place(geo::Index index) const
    {
        auto const &p = m_in.atlas.places[index];
        CardText card{tr("Place"), local(p.name), local(p.note), "", citations(p.sources)};
        if (!p.name_period.empty() && p.name_period != card.title) {
            card.title += " (" + p.name_period + ")";
        }
        for (auto const &e : m_in.atlas.events) {
            if (std::ranges::find(e.places, index) != e.places.end() && m_in.rules.days.contains(e.span.begin)) {
                card.body += (card.body.empty() ? "" : "\n") + event_time_text(m_in.texts, e) + " – " + local(e.title);
            }
        }
        return card;
    }
    [[nodiscard]] CardText region(geo::Region const &r) const
    {
        return {tr(status_words.at(static_cast<std::size_t>(r.status))), name_in(m_in.atlas.info.polities, r.polity),
                local(r.note), "", citations(r.sources)};
    }
    [[nodiscard]] CardText line(geo::Line const &l) const
    {
        auto const kind = static_cast<std::size_t>(l.kind);
        return {kind < line_words.size() ? tr(line_words.at(kind)) : "", local(l.name), local(l.note), "",
                citations(l.sources)};
    }
    [[nodiscard]] CardText person(geo::Person const &p) const
    {
        return {tr("Person"), local(p.name), local(p.office), "", citations(p.sources)};
    }

private:
    [[nodiscard]] std::string tr(char const *message) const { return m_in.texts.tr(message); }
    [[nodiscard]] std::string local(geo::LocalText const &text) const { return text.in(m_in.state.view.language); }
    [[nodiscard]] std::string name_in(std::vector<geo::Label> const &labels, std::string const &id) const
    {
        auto const found = std::ranges::find(labels, id, &geo::Label::id);
        return found == labels.end() || found->name.empty() ? id : local(found->name);
    }
    [[nodiscard]] std::string citations(geo::Indices const &sources) const
    {
        std::string words;
        for (auto const i : sources) {
            words += (words.empty() ? "" : " · ") + m_in.atlas.sources[i].citation;
        }
        return words;
    }
    [[nodiscard]] std::string where(geo::Index unit) const
    {
        auto const state = geo::unit_at(m_in.atlas, unit, m_in.state.view.now);
        if (!state) {
            return tr("No source tells where it is at this time.");
        }
        auto const from = local(m_in.atlas.places[state->from].name);
        auto const to = local(m_in.atlas.places[state->to].name);
        auto words = state->phase == geo::Phase::moving
                         ? fmt::format(fmt::runtime(tr("between {0} and {1}")), from, to)
                         : fmt::format(fmt::runtime(tr("at {}")), from);
        auto const basis = state->basis == geo::Basis::fixed        ? tr("position named by a source")
                           : state->basis == geo::Basis::last_known ? tr("last known position")
                                                                    : tr("position interpolated");
        return brief_date_text(m_in.texts, m_in.state.view.now) + ": " + words + " (" + basis + ")";
    }

    SkinInput const &m_in;
};

} // namespace

CardText card_text(SkinInput const &in)
{
    CardWriter const writer{in};
    auto const [kind, index] = in.state.view.selection;
    switch (kind) {
    case Kind::event:
        return writer.event(in.atlas.events[index]);
    case Kind::unit:
        return writer.unit(index);
    case Kind::place:
        return writer.place(index);
    case Kind::region:
        return writer.region(in.atlas.regions[index]);
    case Kind::line:
        return writer.line(in.atlas.lines[index]);
    case Kind::person:
        return writer.person(in.atlas.people[index]);
    case Kind::none:
        break;
    }
    return {};
}

} // namespace app
