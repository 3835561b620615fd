#include "app/shell/viewer.hpp"

#include "app/core/atomic_file.hpp"
#include "app/core/free_name.hpp"
#include "app/core/paths.hpp"
#include "app/shell/scan_files.hpp"
#include "app/shell/write_handout.hpp"
#include "app/state/carry_over.hpp"
#include "app/state/reduce.hpp"
#include "app/state/settings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace app {

void Viewer::write_handout_of(WriteHandout const &wish)
{
    auto const &stories = m_session->atlas->stories;
    if (wish.story >= stories.size()) {
        return;
    }
    HandoutWish const how{wish.story, {}, wish.blind, m_state.language};
    auto const file = new_handout_file(stories[wish.story], how);
    try {
        write_handout(*m_session, how, m_metrics, file);
        m_notice = fmt::format(fmt::runtime(m_texts->tr("The handout was written: {}")), file.string());
    } catch (std::exception const &failure) {
        m_notice = fmt::format(fmt::runtime(m_texts->tr("The handout could not be written: {}")), failure.what());
    }
}

/// Another session takes the place of the present one: the same atlas read anew, with other guests, or another.
void Viewer::adopt(std::shared_ptr<Session const> fresh)
{
    if (fresh->atlas == m_session->atlas) { // the ground came under it
        m_map.invalidate();                 // a thread may be drawing from the model that goes
        m_session = std::move(fresh);
        m_notice = notice_of(m_session->problems);
        m_frames_due = settle_frames;
        return;
    }
    bool const same = fresh->location == m_session->location;
    bool const other_guests = fresh->guests != m_session->guests || !same;
    if (same) {
        m_state = carry_over(std::move(m_state), *m_session->atlas, *fresh->atlas);
    } else {
        auto const settings = sound(settings_of(m_state), *fresh->atlas);
        m_state = with_settings(opening_state({*fresh->atlas, fresh->projection}, m_state.viewport), settings,
                                m_state.ui_scale);
    }
    m_names = NameFinder{fresh->atlas};
    bool const moved = fresh->atlas->info.crs != m_session->atlas->info.crs;
    m_map.invalidate(); // a thread may be drawing from the model that goes
    m_session = std::move(fresh);
    if (same && moved) {
        act(Home{}); // the camera stands in metres of the projection
    }
    m_notice = notice_of(m_session->problems);
    m_desk.forget();
    if (other_guests && !m_session->atlas->guests.empty()) { // what became of them
        m_state.panels.set(Panel::files, true);
        m_state.panels.set(Panel::menu, false);
    }
    m_frames_due = settle_frames;
}

/// Files of other people go over the map unless they are to be alone; an atlas takes its place.
void Viewer::open_files(std::vector<std::filesystem::path> const &files, bool alone)
{
    auto location = m_session->location;
    auto guests = m_session->guests;
    bool any = false;
    for (auto const &file : files) {
        if (is_scan(file)) {
            open_scan(file);
            continue;
        }
        any = true;
        if (alone || !geo::is_foreign(file)) {
            location = file;
            guests = {};
            guests.in_parts = m_session->guests.in_parts;
            alone = false; // what follows lies over it
        } else if (file != location) {
            std::erase(guests.files, file);
            guests.files.push_back(file);
        }
    }
    if (any) {
        m_files.opener().begin(std::move(location), std::move(guests));
    }
}

/// Reads all but that file again. Where it was the first of its kind alone, the bundled atlas comes back.
void Viewer::close_file(CloseFile const &wish)
{
    auto location = m_session->location;
    auto guests = m_session->guests;
    std::erase_if(guests.files, [&](auto const &file) { return file.filename() == wish.file; });
    if (geo::is_foreign(location) && location.filename() == wish.file) {
        location = bundled_atlas();
        if (!guests.files.empty()) {
            location = guests.files.front();
            guests.files.erase(guests.files.begin());
        }
    }
    m_files.opener().begin(std::move(location), std::move(guests));
}

void Viewer::set_times(SetTimeColumns const &wish)
{
    auto guests = m_session->guests;
    std::erase_if(guests.times, [&](geo::TimeChoice const &choice) { return choice.layer == wish.layer; });
    guests.times.insert(guests.times.begin(), {wish.layer, wish.begin, wish.end});
    m_files.opener().begin(m_session->location, std::move(guests));
}

void Viewer::make()
{
    if (m_files.maker().shown()) {
        return; // one at a time
    }
    try {
        m_files.maker().begin(order_of(*m_session, m_state, documents_dir()));
    } catch (std::exception const &failure) {
        tell({{}, failure.what()});
    }
}

/// What became of a film, a picture or data.
void Viewer::tell(ProductMaker::Outcome const &made)
{
    if (!made.failure.empty()) {
        act(Say{{msg("It could not be written. {}"), made.failure, true}});
    } else if (made.file.empty()) {
        act(Say{{msg("Stopped; nothing was written."), {}, false}});
    } else {
        act(Say{{msg("Written: {}"), made.file.string(), false}});
    }
}

/// Takes what was dropped onto the window and what was read beside the map, and tells how far that is.
void Viewer::follow_files()
{
    open_files(m_drop->take(), false);
    if (auto outcome = m_files.opener().take()) {
        if (outcome->session) {
            adopt(std::move(outcome->session));
        } else if (!outcome->failure.empty()) {
            act(Say{{msg("It could not be opened. {}"), outcome->failure, true}});
        }
    }
    m_files.opener().lay_ground(m_session);
    if (auto const made = m_files.maker().take()) {
        tell(*made);
    }
    if (m_files.moved()) {
        m_frames_due = std::max(m_frames_due, 1);
    }
}

void Viewer::reload()
{
    try {
        adopt(open_session(m_session->location, m_session->guests));
    } catch (std::exception const &failure) {
        m_notice = fmt::format("The atlas could not be read again; what is shown was read before. {}", failure.what());
    }
    m_frames_due = settle_frames;
}

void Viewer::keep_settings(std::filesystem::path file, std::string const &notice)
{
    m_settings_file = std::move(file);
    m_saved = settings_of(m_state);
    if (!notice.empty()) {
        act(Say{{msg("{}"), notice, true}});
    }
}

/// Writes them if they have changed. Where that fails the user is told once and nothing is kept.
void Viewer::save_settings()
{
    if (m_settings_file.empty()) {
        return;
    }
    auto now = settings_of(m_state);
    if (m_fullscreen) {
        now.window = m_saved.window;
    }
    if (now == m_saved) {
        return;
    }
    m_saved = now;
    try {
        write_settings(now, m_settings_file);
    } catch (std::exception const &failure) {
        m_settings_file.clear();
        act(Say{{msg("Your settings cannot be kept. {}"), failure.what(), true}});
    }
}

void Viewer::save_points(DeskScan const &scan)
{
    try {
        std::string names;
        for (auto const &file : save_scan(scan, m_session->projection)) {
            names += (names.empty() ? "" : ", ") + file.string();
        }
        m_notice = fmt::format("{} {}", m_texts->tr("Saved:"), names);
        m_actions.emplace_back(MarkScanSaved{});
    } catch (std::exception const &failure) {
        m_notice = failure.what();
    }
}

void Viewer::open_scan(std::filesystem::path const &file)
{
    try {
        act(AddScan{scan_of(file)});
    } catch (std::exception const &failure) {
        act(Say{{msg("{}"), failure.what(), true}});
    }
}

void Viewer::save_table(std::string const &csv)
{
    try {
        auto const file = free_name(std::filesystem::current_path(), m_state.desk.table.table, ".csv");
        write_atomically(file, csv);
        m_notice = fmt::format("{} {}", m_texts->tr("Saved:"), file.string());
    } catch (std::exception const &failure) {
        m_notice = failure.what();
    }
}

} // namespace app
