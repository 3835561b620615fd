#include "app/kiosk/statistics.hpp"

#include "app/core/atomic_file.hpp"
#include "app/kiosk/wall_clock.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>

namespace app {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view header = "date,what,key,count\n";

std::vector<std::string> fields_of(std::string const &line)
{
    std::vector<std::string> fields{""};
    for (char const c : line) {
        if (c == ',') {
            fields.emplace_back();
        } else {
            fields.back() += c;
        }
    }
    return fields;
}

} // namespace

Statistics::Statistics(fs::path folder, std::uintmax_t limit) : m_folder{std::move(folder)}, m_limit{limit}
{
    std::error_code failed;
    fs::create_directories(m_folder, failed);
    open_month(wall_day(wall_now()).substr(0, 7));
}

std::vector<fs::path> Statistics::files() const
{
    std::vector<fs::path> found;
    std::error_code failed;
    for (auto const &entry : fs::directory_iterator{m_folder, failed}) {
        auto const name = entry.path().filename().string();
        if (name.starts_with("visits-") && name.ends_with(".csv")) {
            found.push_back(entry.path());
        }
    }
    std::ranges::sort(found); // by month, for that is what they are called
    return found;
}

void Statistics::open_month(std::string const &month)
{
    if (month == m_month) {
        return;
    }
    m_month = month;
    m_counts.clear();
    std::ifstream in{m_folder / fmt::format("visits-{}.csv", month)};
    for (std::string line; std::getline(in, line);) {
        auto const fields = fields_of(line);
        long count = 0;
        if (fields.size() == 4 &&
            std::from_chars(fields[3].data(), fields[3].data() + fields[3].size(), count).ec == std::errc{}) {
            m_counts[{fields[0], fields[1], fields[2]}] += count;
        }
    }
}

std::string Statistics::count(Visit const &visit, std::chrono::local_seconds wall)
{
    auto const day = wall_day(wall);
    open_month(day.substr(0, 7));
    auto const add = [&](char const *what, std::string const &key, long count = 1) {
        m_counts[{day, what, key}] += count;
    };
    add("visits", "");
    add("seconds", "", std::lround(visit.seconds));
    add("language", visit.language);
    add("ended", visit.walked_away ? "left" : "home");
    if (!visit.stopped_at.empty()) {
        add("stopped_at", visit.stopped_at);
    }
    for (auto const &event : visit.events) {
        add("event", event);
    }
    try {
        write();
        make_room();
        return {};
    } catch (std::exception const &failure) {
        return fmt::format("the counts could not be written and wait: {}", failure.what());
    }
}

void Statistics::write() const
{
    std::string text{header};
    for (auto const &[key, count] : m_counts) {
        text += fmt::format("{},{},{},{}\n", key.day, key.what, key.key, count);
    }
    write_atomically(m_folder / fmt::format("visits-{}.csv", m_month), std::string_view{text});
}

void Statistics::make_room() const
{
    auto all = files();
    auto left = volume();
    for (auto const &file : all) {
        if (left <= m_limit) {
            return;
        }
        std::error_code failed;
        auto const size = fs::file_size(file, failed);
        if (!failed && fs::remove(file, failed)) {
            left -= size;
        }
    }
}

std::uintmax_t Statistics::volume() const
{
    std::uintmax_t bytes = 0;
    for (auto const &file : files()) {
        std::error_code failed;
        auto const size = fs::file_size(file, failed);
        bytes += failed ? 0 : size;
    }
    return bytes;
}

long Statistics::total(std::string const &what, std::string const &day) const
{
    long sum = 0;
    for (auto const &[key, count] : m_counts) {
        if (key.what == what && (day.empty() || key.day == day)) {
            sum += count;
        }
    }
    return sum;
}

} // namespace app
