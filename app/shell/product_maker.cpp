#include "app/shell/product_maker.hpp"

#include "app/cli/exit.hpp"
#include "app/core/free_name.hpp"
#include "app/scene/view_extent.hpp"
#include "app/state/view_code.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <string_view>
#include <unistd.h>

namespace app {
namespace {

using Words = std::vector<std::string>;

void append(Words &words, Words const &more)
{
    words.insert(words.end(), more.begin(), more.end());
}

/// The atlas and its guests. No name can be taken for an option: they are whole paths.
Words inputs_of(Session const &session)
{
    auto const named = [](std::filesystem::path const &path) {
        return path.string().starts_with("PG:") ? path.string() : std::filesystem::absolute(path).string();
    };
    Words words{named(session.location)};
    for (auto const &guest : session.guests.files) {
        words.push_back(named(guest));
    }
    for (auto const &time : session.guests.times) {
        words.push_back(fmt::format("--time-field={}{}{}{}{}", time.layer, time.layer.empty() ? "" : ":", time.begin,
                                    time.end.empty() ? "" : ",", time.end));
    }
    return words;
}

/// What the code of a view does not say.
Words look_of(ViewerState const &state, Surroundings const &in)
{
    return {"--view=" + view_code(snapped(state, in), in), "--lang=" + state.language, "--style=" + state.style};
}

char const *ending_of(Making const &making)
{
    constexpr std::array films{".mp4", ".webm", ".gif"};
    constexpr std::array pictures{".png", ".svg", ".pdf"};
    constexpr std::array data{".gpkg", ".geojson", ".kml", ".gpx", ".csv", ".czml"};
    switch (making.product) {
    case Product::film:
        return films[static_cast<std::size_t>(making.film)];
    case Product::picture:
        return pictures[static_cast<std::size_t>(making.picture)];
    default:
        return data[static_cast<std::size_t>(making.data)];
    }
}

Words film_words(ViewerState const &state)
{
    int const height = state.making.film_height;
    int const width = (height * 16 / 9 + 1) / 2 * 2;
    return {"--from=" + geo::to_iso(state.ruler.begin), "--to=" + geo::to_iso(state.ruler.end),
            fmt::format("--seconds={}", state.making.film_seconds), fmt::format("--size={}x{}", width, height),
            "--report"};
}

Words picture_words(ViewerState const &state)
{
    Words words;
    if (state.making.picture != PictureFormat::pdf) {
        words.push_back(fmt::format("--size={}x{}", state.viewport.width, state.viewport.height));
    }
    if (state.making.picture == PictureFormat::png) {
        words.emplace_back("--world-file");
    }
    return words;
}

Words data_words(ViewerState const &state, Surroundings const &in)
{
    Words words{"--lang=" + state.language, "--report"};
    if (state.making.view_only) {
        append(words, {"--view=" + view_code(snapped(state, in), in), "--from=" + geo::to_iso(state.ruler.begin),
                       "--to=" + geo::to_iso(state.ruler.end)});
    }
    return words;
}

} // namespace

ProductOrder order_of(Session const &session, ViewerState const &state, std::filesystem::path const &folder)
{
    Surroundings const in{*session.atlas, session.projection};
    auto const &making = state.making;
    auto const stem = std::filesystem::path{session.location}.stem().string();
    ProductOrder order{free_name(folder, stem.starts_with("PG:") ? "atlas" : stem, ending_of(making)), {}};
    auto &words = order.words;
    words = {making.product == Product::film ? "film" : making.product == Product::picture ? "render" : "export"};
    append(words, inputs_of(session));
    append(words, {"-o", order.file.string()});
    if (making.product == Product::data) {
        append(words, data_words(state, in));
    } else {
        append(words, look_of(state, in));
        append(words, making.product == Product::film ? film_words(state) : picture_words(state));
    }
    return order;
}

ProductMaker::~ProductMaker()
{
    if (m_child) {
        m_child->interrupt();
        m_child->wait();
    }
}

void ProductMaker::begin(ProductOrder order)
{
    auto words = std::move(order.words);
    words.insert(words.begin(), m_program.string());
    m_child = std::make_unique<ChildProcess>(words, ChildProcess::Talk::tells);
    m_file = std::move(order.file);
    m_line.clear();
    m_share = 0;
    m_stopped = false;
    m_began = std::chrono::steady_clock::now();
}

void ProductMaker::stop()
{
    if (m_child) {
        m_stopped = true;
        m_child->interrupt();
    }
}

void ProductMaker::read_progress()
{
    constexpr std::string_view mark = "progress ";
    std::array<char, 4096> buffer{};
    for (auto got = read(m_child->pipe(), buffer.data(), buffer.size()); got > 0;
         got = read(m_child->pipe(), buffer.data(), buffer.size())) {
        m_line.append(buffer.data(), static_cast<std::size_t>(got));
    }
    for (auto end = m_line.find('\n'); end != std::string::npos; end = m_line.find('\n')) {
        auto const line = std::string_view{m_line}.substr(0, end);
        if (line.starts_with(mark)) {
            std::from_chars(line.data() + mark.size(), line.data() + line.size(), m_share);
        }
        m_line.erase(0, end + 1);
    }
}

std::optional<ProductMaker::Outcome> ProductMaker::take()
{
    if (!m_child) {
        return std::nullopt;
    }
    read_progress();
    auto const code = m_child->ended();
    if (!code) {
        return std::nullopt;
    }
    Outcome outcome;
    if (*code == static_cast<int>(Exit::done)) {
        outcome.file = m_file;
    } else if (!m_stopped) {
        auto const words = m_child->complaint();
        outcome.failure = words.empty() ? fmt::format("the program that makes it ended with code {}", *code) : words;
    }
    m_child.reset();
    return outcome;
}

std::optional<WorkShown> ProductMaker::shown() const
{
    if (!m_child) {
        return std::nullopt;
    }
    std::chrono::duration<double> const gone = std::chrono::steady_clock::now() - m_began;
    return WorkShown{m_file.filename().string(), m_share, gone.count()};
}

} // namespace app
