#pragma once

#include "app/state/view.hpp"

#include <cstddef>
#include <deque>
#include <vector>

namespace app {

/**
 * A ring of view changes, the oldest forgotten first. Undoing a change brings back only what it changed: a pan that is
 * undone while the clock runs does not turn the clock back.
 */
class History
{
public:
    /// \param kind changes of one kind that follow one another merge into one, if `merges`: a drag is one step
    void record(View const &before, View const &after, std::size_t kind, bool merges);
    /// What comes next is a change of its own, such as after a button is let go.
    void end_gesture() { m_open = false; }

    void undo(View &view);
    void redo(View &view);
    [[nodiscard]] bool can_undo() const { return !m_done.empty(); }
    [[nodiscard]] bool can_redo() const { return !m_undone.empty(); }

    friend bool operator==(History const &, History const &) = default;

private:
    struct Change
    {
        View before;
        View after;
        std::size_t kind = 0;
        friend bool operator==(Change const &, Change const &) = default;
    };

    std::deque<Change> m_done;
    std::vector<Change> m_undone; ///< the next to be done again is the last
    bool m_open = false;          ///< the last change may still grow
};

} // namespace app
