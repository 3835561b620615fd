#include "app/i18n/date_text.hpp"
#include "app/i18n/number_text.hpp"
#include "app/ui/files_data.hpp"
#include "app/ui/widgets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace app {
namespace {

/// One of several, each a switch; true if one was pressed.
template <typename Value, std::size_t N>
bool choose(PanelContext const &context, std::array<std::pair<Value, std::string>, N> const &all, Value &value)
{
    bool changed = false;
    for (auto const &[one, name] : all) {
        if (chip_switch(context, name, one == value, {0, 0, 0, 0})) {
            value = one;
            changed = true;
        }
    }
    ImGui::NewLine();
    return changed;
}

bool draw_film(PanelContext const &context, Making &making)
{
    auto const &texts = context.texts;
    auto const &ruler = context.state.ruler;
    wrapped(context.fonts.note, context.theme.secondary,
            fmt::format(fmt::runtime(texts.tr("From {} to {}: the time that the ruler shows.")),
                        brief_date_text(texts, ruler.begin), brief_date_text(texts, ruler.end)));
    ImGui::Dummy({0, context.layout.scale}); // else the chips touch the letters above
    bool changed = choose(context,
                          std::array{std::pair{FilmFormat::mp4, std::string{"MP4"}},
                                     std::pair{FilmFormat::webm, std::string{"WebM"}},
                                     std::pair{FilmFormat::gif, std::string{"GIF"}}},
                          making.film);
    heading(context, texts.tr("IT RUNS FOR"));
    std::array<std::pair<int, std::string>, 5> lengths;
    std::ranges::transform(std::array{10, 30, 60, 120, 300}, lengths.begin(), [&](int seconds) {
        return std::pair{seconds, short_duration_text(texts, seconds)};
    });
    changed = choose(context, lengths, making.film_seconds) || changed;
    heading(context, texts.tr("SIZE"));
    changed = choose(context,
                     std::array{std::pair{480, std::string{"854 × 480"}}, std::pair{720, std::string{"1280 × 720"}},
                                std::pair{1080, std::string{"1920 × 1080"}}, std::pair{2160, std::string{"3840 × 2160"}}},
                     making.film_height) ||
              changed;
    return changed;
}

bool draw_picture(PanelContext const &context, Making &making)
{
    wrapped(context.fonts.note, context.theme.secondary,
            context.texts.tr("A PDF says itself where on earth it lies; a PNG gets a world file beside it."));
    return choose(context,
                  std::array{std::pair{PictureFormat::png, std::string{"PNG"}},
                             std::pair{PictureFormat::svg, std::string{"SVG"}},
                             std::pair{PictureFormat::pdf, std::string{"PDF (A3)"}}},
                  making.picture);
}

bool draw_data(PanelContext const &context, Making &making)
{
    auto const &texts = context.texts;
    bool changed = choose(context,
                          std::array{std::pair{DataFormat::gpkg, std::string{"GeoPackage"}},
                                     std::pair{DataFormat::geojson, std::string{"GeoJSON"}},
                                     std::pair{DataFormat::kml, std::string{"KML"}},
                                     std::pair{DataFormat::gpx, std::string{"GPX"}},
                                     std::pair{DataFormat::csv, std::string{"CSV"}},
                                     std::pair{DataFormat::czml, std::string{"CZML"}}},
                          making.data);
    changed = choose(context,
                     std::array{std::pair{true, std::string{texts.tr("what is in view, in the ruler's time")}},
                                std::pair{false, std::string{texts.tr("everything")}}},
                     making.view_only) ||
              changed;
    return changed;
}

void draw_progress(PanelContext const &context, WorkShown const &work, Actions &actions)
{
    wrapped(context.fonts.body, context.theme.text,
            fmt::format(fmt::runtime(context.texts.tr("{} is being written")), work.what));
    progress_bar(context, work.share, work.seconds);
    if (word_button(context, context.texts.tr("Stop"), 0)) {
        actions.emplace_back(StopMaking{});
    }
}

} // namespace

/// Films, pictures and data for other programs.
void draw_make(PanelContext const &context, Actions &actions)
{
    if (!context.state.panels.has(Panel::make) || context.files == nullptr) {
        return;
    }
    auto const &texts = context.texts;
    float const s = context.layout.scale;
    float const most = static_cast<float>(context.state.viewport.width) - 2 * context.layout.timeline.x;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2{8 * s, 6 * s});
    if (begin_sheet(context, "##make", std::min(400 * s, most))) {
        heading(context, texts.tr("FILM, PICTURE, DATA"));
        auto making = context.state.making;
        bool changed = choose(context,
                              std::array{std::pair{Product::film, std::string{texts.tr("film")}},
                                         std::pair{Product::picture, std::string{texts.tr("picture")}},
                                         std::pair{Product::data, std::string{texts.tr("data")}}},
                              making.product);
        changed = (making.product == Product::film      ? draw_film(context, making)
                   : making.product == Product::picture ? draw_picture(context, making)
                                                        : draw_data(context, making)) ||
                  changed;
        if (changed) {
            actions.emplace_back(SetMaking{making});
        }
        ImGui::Dummy({0, 4 * s});
        if (context.files->making) {
            draw_progress(context, *context.files->making, actions);
        } else if (word_button(context, texts.tr("Write it"), 0)) {
            actions.emplace_back(Make{});
        }
        ImGui::SameLine(0, 8 * s);
        if (word_button(context, texts.tr("Close"), 0)) {
            actions.emplace_back(TogglePanel{Panel::make});
        }
    }
    ImGui::End();
    ImGui::PopStyleVar();
}

} // namespace app
