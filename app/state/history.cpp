#include "app/state/history.hpp"

namespace app {
namespace {

constexpr std::size_t most_changes = 200;

/// Sets what differs between `from` and `to` as `to` has it.
void bring(View &view, View const &from, View const &to)
{
    auto const one = [&](auto member) {
        if (from.*member != to.*member) {
            view.*member = to.*member;
        }
    };
    one(&View::camera);
    one(&View::now);
    one(&View::ruler);
    one(&View::hidden);
    one(&View::selection);
    one(&View::filter);
}

} // namespace

void History::record(View const &before, View const &after, std::size_t kind, bool merges)
{
    m_undone.clear();
    if (merges && m_open && !m_done.empty() && m_done.back().kind == kind) {
        m_done.back().after = after;
        return;
    }
    m_done.push_back({before, after, kind});
    if (m_done.size() > most_changes) {
        m_done.pop_front();
    }
    m_open = merges;
}

void History::undo(View &view)
{
    if (!m_done.empty()) {
        bring(view, m_done.back().after, m_done.back().before);
        m_undone.push_back(std::move(m_done.back()));
        m_done.pop_back();
    }
    m_open = false;
}

void History::redo(View &view)
{
    if (!m_undone.empty()) {
        bring(view, m_undone.back().before, m_undone.back().after);
        m_done.push_back(std::move(m_undone.back()));
        m_undone.pop_back();
    }
    m_open = false;
}

} // namespace app
