#include "app/kiosk/set_code.hpp"

#include "app/core/atomic_file.hpp"
#include "app/core/user_files.hpp"
#include "app/kiosk/operator_lock.hpp"
#include "app/kiosk/settings.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <sstream>
#include <unistd.h>

namespace app {

namespace fs = std::filesystem;

fs::path default_settings_file(bool writing)
{
    fs::path const of_computer = "/etc/marshrut/kiosk.json";
    std::error_code failed;
    if (fs::exists(of_computer, failed) || (writing && geteuid() == 0)) {
        return of_computer;
    }
    auto const own = config_dir().empty() ? fs::path{} : config_dir() / "kiosk.json";
    return writing || fs::exists(own, failed) ? own : fs::path{};
}

void set_code(fs::path const &file, std::string const &code)
{
    auto json = nlohmann::ordered_json::object();
    if (std::error_code failed; fs::exists(file, failed)) {
        std::ostringstream text;
        text << std::ifstream{file, std::ios::binary}.rdbuf();
        (void)parse_settings(text.str(), file.string()); // a broken one is for its author to mend
        json = nlohmann::ordered_json::parse(text.str());
    } else {
        fs::create_directories(file.parent_path(), failed);
    }
    json["operator_code"] = hash_code(code);
    write_atomically(file, std::string_view{json.dump(4) + "\n"});
}

} // namespace app
