#include "app/kiosk/settings.hpp"

#include "app/core/atomic_file.hpp"

#include "geo/io/json_reader.hpp"
#include "geo/io/schema.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace app {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

/// Reads the members of the file one by one; each says what is wrong with it.
class SettingsReader
{
public:
    SettingsReader(Json const &json, std::string const &file) : m_json{json}, m_file{file} {}

    void text(char const *name, std::string &into)
    {
        if (auto const *const value = find(name)) {
            into = value->is_string() ? value->get<std::string>() : fail(name, "is no text; put it in quotes");
        }
    }
    void flag(char const *name, bool &into)
    {
        if (auto const *const value = find(name)) {
            if (!value->is_boolean()) {
                fail(name, "is neither true nor false");
            }
            into = value->get<bool>();
        }
    }
    void number(char const *name, int &into, int least, int most)
    {
        if (auto const *const value = find(name)) {
            if (!value->is_number_integer() || value->get<long>() < least || value->get<long>() > most) {
                fail(name, fmt::format("is no whole number from {} to {}", least, most));
            }
            into = value->get<int>();
        }
    }
    void hour(char const *name, std::optional<int> &into)
    {
        if (auto const *const value = find(name); value != nullptr && value->is_null()) {
            into.reset();
        } else if (value != nullptr) {
            into = 0;
            number(name, *into, 0, 23);
        }
    }
    void screen(char const *name, std::optional<ScreenSize> &into)
    {
        if (auto const *const value = find(name)) {
            auto const good = [](Json const &n) { return n.is_number() && n.get<double>() >= 50; };
            if (!value->is_array() || value->size() != 2 || !good((*value)[0]) || !good((*value)[1])) {
                fail(name, "is no size; give [width, height] in millimetres, such as [941, 529]");
            }
            into = ScreenSize{(*value)[0].get<double>(), (*value)[1].get<double>()};
        }
    }
    void call(char const *name, std::map<std::string, std::string> &into)
    {
        auto const *const value = find(name);
        if (value == nullptr) {
            return;
        }
        if (value->is_string()) {
            into = {{"", value->get<std::string>()}};
            return;
        }
        if (!value->is_object()) {
            fail(name, "is neither a text nor texts by language");
        }
        for (auto const &[language, words] : value->items()) {
            into[language] = words.is_string() ? words.get<std::string>() : fail(name, "holds something but texts");
        }
    }
    /// Throws at a member that nobody asked for.
    void finish() const
    {
        for (auto const &[name, value] : m_json.items()) {
            if (std::ranges::find(m_known, name) == m_known.end()) {
                auto const near = geo::nearest(name, m_known);
                fail(name, near.empty() ? "is not known; see docs/kiosk.md"
                                        : fmt::format("is not known; did you mean '{}'?", near));
            }
        }
    }

private:
    Json const *find(char const *name)
    {
        m_known.emplace_back(name);
        auto const found = m_json.find(name);
        return found == m_json.end() ? nullptr : &*found;
    }
    [[noreturn]] std::string fail(std::string const &name, std::string const &why) const
    {
        throw std::runtime_error{fmt::format("{}: '{}' {}", m_file, name, why)};
    }

    Json const &m_json;
    std::string const &m_file;
    std::vector<std::string> m_known;
};

std::string content(fs::path const &file)
{
    std::ifstream in{file, std::ios::binary};
    if (!in) {
        throw std::runtime_error{fmt::format("{}: the settings cannot be read", file.string())};
    }
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

} // namespace

KioskSettings parse_settings(std::string const &text, std::string const &file)
{
    auto const json = geo::parse_json(text, file);
    if (!json.is_object()) {
        throw std::runtime_error{fmt::format("{}: is no JSON object; it begins with {{", file)};
    }
    KioskSettings s;
    std::string updates;
    SettingsReader reader{json, file};
    reader.text("atlas", s.atlas);
    reader.text("updates", updates);
    reader.text("story", s.story);
    reader.text("language", s.language);
    reader.screen("screen_mm", s.screen_mm);
    reader.number("idle_seconds", s.idle_seconds, 10, 3600);
    reader.number("countdown_seconds", s.countdown_seconds, 5, 120);
    reader.hour("nightly_hour", s.nightly_hour);
    reader.number("memory_limit_mib", s.memory_limit_mib, 200, 65536);
    reader.number("postgis_minutes", s.postgis_minutes, 1, 1440);
    reader.text("operator_code", s.operator_code);
    reader.call("call", s.call);
    reader.flag("read_aloud", s.read_aloud);
    reader.finish();
    s.updates = updates;
    if (!s.operator_code.empty() && !s.operator_code.starts_with("$argon2")) {
        throw std::runtime_error{fmt::format(
            "{}: 'operator_code' is no hash; leave it out and type the code after 'marshrut kiosk --set-code'",
            file)};
    }
    return s;
}

SettingsResult load_settings(fs::path const &file, fs::path const &state)
{
    if (file.empty()) {
        return {};
    }
    auto const copy = state / "last-good-settings.json";
    try {
        auto const text = content(file);
        SettingsResult result{parse_settings(text, file.string()), ""};
        try {
            write_atomically(copy, std::string_view{text});
        } catch (std::exception const &failure) {
            result.problem = failure.what(); // a full disk: the settings are good all the same
        }
        return result;
    } catch (std::exception const &failure) {
        try {
            return {parse_settings(content(copy), copy.string()),
                    fmt::format("{}; the last good settings are used", failure.what())};
        } catch (std::exception const &) {
            return {{}, fmt::format("{}; the built-in settings are used", failure.what())};
        }
    }
}

fs::path state_folder(fs::path const &wanted)
{
    auto const from = [](char const *variable) -> fs::path {
        auto const *const value = std::getenv(variable);
        return value == nullptr ? "" : value;
    };
    auto folder = wanted;
    if (folder.empty()) {
        folder = from("STATE_DIRECTORY"); // set by systemd
    }
    if (folder.empty()) {
        auto const home = from("XDG_STATE_HOME");
        folder = (home.empty() ? from("HOME") / ".local/state" : home) / "marshrut-kiosk";
    }
    std::error_code failed;
    fs::create_directories(folder, failed);
    return folder;
}

} // namespace app
