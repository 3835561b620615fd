#include "app/ui/event_list.hpp"
#include "app/ui/widgets.hpp"

#include "geo/cite/source_title.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace app {
namespace {

void toggle(std::set<std::string> &off, std::string const &id)
{
    if (off.erase(id) == 0) {
        off.insert(id);
    }
}

/// A switch for each label.
void label_switches(PanelContext const &context, std::vector<geo::Label> const &labels,
                    std::set<std::string> EventFilter::*off, Actions &actions)
{
    for (auto const &label : labels) {
        bool const on = !(context.state.filter.*off).contains(label.id);
        ImGui::PushID(label.id.c_str());
        if (chip_switch(context, label_name(labels, label.id, context.state.language), on,
                        label_colour(labels, label.id, context.theme.secondary))) {
            auto filter = context.state.filter;
            toggle(filter.*off, label.id);
            actions.emplace_back(SetFilter{std::move(filter)});
        }
        ImGui::PopID();
    }
    ImGui::NewLine();
}

void certainty_switches(PanelContext const &context, Actions &actions)
{
    auto const &texts = context.texts;
    std::array const words{texts.tr("attested"), texts.tr("probable"), texts.tr("disputed")};
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (chip_switch(context, words.at(i), !context.state.filter.confidence_off.at(i), {0, 0, 0, 0})) {
            auto filter = context.state.filter;
            filter.confidence_off.at(i) = !filter.confidence_off.at(i);
            actions.emplace_back(SetFilter{std::move(filter)});
        }
    }
    ImGui::NewLine();
}

/// A list to choose one from, or all. The features that no event names are left out.
template <typename Feature, typename Name>
void choice(PanelContext const &context, char const *id, char const *all, std::vector<Feature> const &features,
            geo::Indices geo::Event::*used, std::string EventFilter::*chosen, Name const &name, Actions &actions)
{
    auto const &current = context.state.filter.*chosen;
    auto const index = geo::index_of(features, current);
    auto const shown = index ? name(features[*index]) : std::string{all};
    auto const choose = [&](std::string value) {
        auto filter = context.state.filter;
        filter.*chosen = std::move(value);
        actions.emplace_back(SetFilter{std::move(filter)});
    };
    ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x);
    if (!ImGui::BeginCombo(id, shown.c_str())) {
        return;
    }
    if (ImGui::Selectable(all, current.empty())) {
        choose("");
    }
    std::set<geo::Index> named;
    for (auto const &event : context.atlas.events) {
        named.insert((event.*used).begin(), (event.*used).end());
    }
    for (auto const i : named) {
        ImGui::PushID(static_cast<int>(i));
        if (ImGui::Selectable(name(features[i]).c_str(), features[i].id == current)) {
            choose(features[i].id);
        }
        ImGui::PopID();
    }
    ImGui::EndCombo();
}

std::string brief(std::string const &citation)
{
    constexpr std::size_t longest = 70;
    if (citation.size() <= longest) {
        return citation;
    }
    auto const end = citation.rfind(' ', longest);
    return citation.substr(0, end == std::string::npos ? longest : end) + " …";
}

} // namespace

void draw_filter(PanelContext const &context, Actions &actions)
{
    auto const &texts = context.texts;
    auto const &state = context.state;
    float const room = ImGui::GetContentRegionAvail().y;
    ImGui::PushFont(context.fonts.note);
    ImGui::BeginChild("filter", {0, std::min(room * 0.6F, 330 * context.layout.scale)});
    auto const passing = std::ranges::count_if(
        context.atlas.events, [&](geo::Event const &event) { return passes(state.filter, event, context.atlas); });
    wrapped(context.fonts.note, context.theme.secondary,
            fmt::format(fmt::runtime(texts.tr("{0} of {1} events")), passing, context.atlas.events.size()));
    if (!state.filter.empty() && link(context, texts.tr("Show all"))) {
        actions.emplace_back(SetFilter{});
    }
    heading(context, texts.tr("KIND"));
    label_switches(context, context.atlas.info.categories, &EventFilter::categories_off, actions);
    heading(context, texts.tr("SIDE"));
    label_switches(context, context.atlas.info.sides, &EventFilter::sides_off, actions);
    heading(context, texts.tr("CERTAINTY"));
    certainty_switches(context, actions);
    heading(context, texts.tr("PLACE"));
    choice(
        context, "##place", texts.tr("everywhere"), context.atlas.places, &geo::Event::places, &EventFilter::place,
        [&](geo::Place const &place) { return place.name.in(state.language); }, actions);
    heading(context, texts.tr("SOURCE"));
    choice(
        context, "##source", texts.tr("all sources"), context.atlas.sources, &geo::Event::sources, &EventFilter::source,
        [&](geo::Source const &source) { return brief(geo::citation_in(source, state.language)); }, actions);
    ImGui::EndChild();
    ImGui::PopFont();
    ImGui::Separator();
}

} // namespace app
