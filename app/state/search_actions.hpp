#pragma once

#include "app/state/surroundings.hpp"
#include "app/state/viewer_state.hpp"

#include <string>
#include <variant>

namespace app {

// Finding things: the search field, the filter of events, the typed date. carry_out() of each is in search_actions.cpp.

struct TypeQuery
{
    std::string text;
};
/// The search field opens, with the panel it is in, and takes the keys.
struct FocusSearch
{};
/// Goes to something that was found or named: selects it and brings it into view.
struct Reveal
{
    Selection what;
};
struct SetFilter
{
    EventFilter filter;
};
struct OpenDateEntry
{
    bool open = true;
};
struct TypeDate
{
    std::string text;
};
/// The clock goes to a typed date; a text that is none opens a message that says why.
struct GoToDate
{
    std::string text;
};

using SearchActions = std::variant<TypeQuery, FocusSearch, Reveal, SetFilter, OpenDateEntry, TypeDate, GoToDate>;

void carry_out(TypeQuery const &action, ViewerState &state, Surroundings const &in);
void carry_out(FocusSearch const &action, ViewerState &state, Surroundings const &in);
void carry_out(Reveal const &action, ViewerState &state, Surroundings const &in);
void carry_out(SetFilter const &action, ViewerState &state, Surroundings const &in);
void carry_out(OpenDateEntry const &action, ViewerState &state, Surroundings const &in);
void carry_out(TypeDate const &action, ViewerState &state, Surroundings const &in);
void carry_out(GoToDate const &action, ViewerState &state, Surroundings const &in);

} // namespace app
