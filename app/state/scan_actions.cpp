#include "app/state/scan_actions.hpp"

#include <algorithm>

namespace app {
namespace {

DeskScan *chosen(ViewerState &state)
{
    auto &scans = state.desk.scans;
    return scans.chosen < scans.all.size() ? &scans.all[scans.chosen] : nullptr;
}

/// Another scan comes to the desk: what was begun with the one before is let be.
void choose(Scans &scans, std::size_t number)
{
    scans.chosen = number;
    scans.placing = false;
    scans.spot.reset();
    scans.view = {};
}

} // namespace

void carry_out(AddScan const &action, ViewerState &state, Surroundings const &)
{
    auto &scans = state.desk.scans;
    auto const known = std::ranges::find(scans.all, action.scan.file, &DeskScan::file);
    auto const number = static_cast<std::size_t>(known - scans.all.begin());
    if (known == scans.all.end()) {
        scans.all.push_back(action.scan);
    }
    choose(scans, number);
    state.desk.tab = DeskTab::scans;
    state.panels.set(Panel::desk, true);
}

void carry_out(RemoveScan const &action, ViewerState &state, Surroundings const &)
{
    auto &scans = state.desk.scans;
    if (action.scan < scans.all.size()) {
        scans.all.erase(scans.all.begin() + static_cast<std::ptrdiff_t>(action.scan));
        choose(scans, scans.all.empty() ? 0 : scans.all.size() - 1);
    }
}

void carry_out(ChooseScan const &action, ViewerState &state, Surroundings const &)
{
    if (action.scan < state.desk.scans.all.size()) {
        choose(state.desk.scans, action.scan);
    }
}

void carry_out(ShowScan const &action, ViewerState &state, Surroundings const &)
{
    if (action.scan < state.desk.scans.all.size()) {
        state.desk.scans.all[action.scan].shown = action.shown;
    }
}

void carry_out(SetScanOpacity const &action, ViewerState &state, Surroundings const &)
{
    if (auto *const scan = chosen(state)) {
        scan->opacity = std::clamp(action.opacity, 0.0F, 1.0F);
    }
}

void carry_out(SetSwipe const &action, ViewerState &state, Surroundings const &)
{
    state.desk.scans.swipe = std::clamp(action.share, 0.0F, 1.0F);
}

void carry_out(SetFitting const &action, ViewerState &state, Surroundings const &)
{
    if (auto *const scan = chosen(state); scan != nullptr && scan->fitting != action.fitting) {
        scan->fitting = action.fitting;
        scan->saved = scan->points.empty();
    }
}

void carry_out(SetPlacing const &action, ViewerState &state, Surroundings const &)
{
    auto &scans = state.desk.scans;
    scans.placing = action.on && scans.chosen < scans.all.size();
    scans.spot.reset();
    if (scans.placing) {
        state.desk.measure.active = false; // one thing at a time takes the clicks on the map
    }
}

void carry_out(SetScanSpot const &action, ViewerState &state, Surroundings const &)
{
    if (state.desk.scans.placing) {
        state.desk.scans.spot = action.spot;
    }
}

void carry_out(AddControlPoint const &action, ViewerState &state, Surroundings const &)
{
    auto *const scan = chosen(state);
    auto &spot = state.desk.scans.spot;
    if (scan != nullptr && spot) {
        scan->points.push_back({spot->pixel, spot->line, action.at});
        scan->saved = false;
        spot.reset();
    }
}

void carry_out(RemoveControlPoint const &action, ViewerState &state, Surroundings const &)
{
    auto *const scan = chosen(state);
    if (scan != nullptr && action.point < scan->points.size()) {
        scan->points.erase(scan->points.begin() + static_cast<std::ptrdiff_t>(action.point));
        scan->saved = false;
    }
}

void carry_out(SetScanView const &action, ViewerState &state, Surroundings const &)
{
    state.desk.scans.view = action.view;
}

void carry_out(MarkScanSaved const &, ViewerState &state, Surroundings const &)
{
    if (auto *const scan = chosen(state)) {
        scan->saved = true;
    }
}

} // namespace app
