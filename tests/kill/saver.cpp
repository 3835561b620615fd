// Saves again and again what the viewer saves, for a test that kills it: `saver settings FILE TIMES` or
// `saver points SCAN TIMES`. The first save is of one state, the second of another, the third of the first, and so on.

#include "app/shell/scan_files.hpp"
#include "app/state/settings.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <string_view>

namespace {

app::Settings settings(bool first)
{
    app::Settings s;
    s.language = first ? "en" : "az";
    for (int i = 0; i < (first ? 10 : 2000); ++i) { // so that a torn file would be seen
        s.hidden.insert(fmt::format("layer {}", i));
    }
    return s;
}

app::DeskScan scan(char const *file, bool first)
{
    app::DeskScan s;
    s.file = file;
    for (int i = 0; i < (first ? 3 : 300); ++i) {
        s.points.push_back({i % 20 * 3.0, i / 20 * 3.0, {48 + i % 20 * 0.1, 42 - i / 20 * 0.1}});
    }
    s.points.push_back({0, 60, {48, first ? 40 : 40.5}});
    return s;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 4) {
        return 2;
    }
    bool const points = std::string_view{argv[1]} == "points";
    geo::Projection const projection{"", {47, 39, 51, 43}};
    for (int i = 0; i < std::atoi(argv[3]); ++i) {
        bool const first = i % 2 == 0;
        if (points) {
            app::save_scan(scan(argv[2], first), projection);
        } else {
            app::write_settings(settings(first), argv[2]);
        }
    }
    return 0;
}
