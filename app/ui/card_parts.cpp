#include "app/i18n/date_text.hpp"
#include "app/ui/card.hpp"
#include "app/ui/event_list.hpp"
#include "app/ui/widgets.hpp"

#include "geo/cite/source_title.hpp"

namespace app {

std::string const &in(geo::LocalText const &text, PanelContext const &context)
{
    return text.in(context.state.language);
}

void draw_card_head(PanelContext const &context, std::string const &over, Colour colour, std::string const &title)
{
    // The buttons stand at the right of this line.
    ImGui::PushTextWrapPos(ImGui::GetWindowContentRegionMax().x - 74 * context.layout.scale);
    ImGui::PushFont(context.fonts.strong);
    ImGui::PushStyleColor(ImGuiCol_Text, vec(readable(colour, context.theme)));
    ImGui::TextUnformatted(over.c_str());
    ImGui::PopStyleColor();
    ImGui::PopFont();
    ImGui::PopTextWrapPos();
    float const least = 34 * context.layout.scale; // below the buttons
    if (float const y = ImGui::GetCursorPosY() - ImGui::GetCursorStartPos().y; y < least) {
        ImGui::SetCursorPosY(ImGui::GetCursorStartPos().y + least);
    }
    wrapped(context.fonts.card, context.theme.text, title);
}

void draw_sources(PanelContext const &context, geo::Indices const &sources)
{
    if (sources.empty()) {
        return;
    }
    heading(context, context.texts.tr("WHO SAYS SO"));
    for (auto const i : sources) {
        wrapped(context.fonts.note, context.theme.text, "· " + geo::citation_in(context.atlas.sources[i], context.state.language));
    }
}

void draw_note(PanelContext const &context, geo::LocalText const &note)
{
    if (!note.empty()) {
        wrapped(context.fonts.note, context.theme.secondary, in(note, context));
    }
}

void draw_boxed(PanelContext const &context, std::string const &lead, std::string const &text)
{
    if (text.empty()) {
        return;
    }
    float const s = context.layout.scale;
    ImGui::Dummy({0, 2 * s});
    auto &list = *ImGui::GetWindowDrawList();
    list.ChannelsSplit(2);
    list.ChannelsSetCurrent(1);
    auto const at = ImGui::GetCursorScreenPos();
    float const width = ImGui::GetContentRegionAvail().x;
    ImGui::Dummy({0, 4 * s});
    ImGui::Indent(14 * s);
    wrapped(context.fonts.strong, context.theme.text, lead);
    wrapped(context.fonts.note, context.theme.text, text);
    ImGui::Unindent(14 * s);
    ImGui::Dummy({0, 4 * s});
    float const bottom = ImGui::GetCursorScreenPos().y - ImGui::GetStyle().ItemSpacing.y;
    list.ChannelsSetCurrent(0);
    list.AddRectFilled(at, {at.x + width, bottom}, packed(context.theme.note_ground), 4 * s);
    list.AddRectFilled(at, {at.x + 4 * s, bottom}, packed(context.theme.note_bar));
    list.ChannelsMerge();
}

void draw_event_links(PanelContext const &context, geo::Indices const &events, Actions &actions)
{
    for (auto const i : events) {
        if (draw_event_row(context, i, event_row_height(context, i))) {
            actions.emplace_back(GoToEvent{i});
        }
    }
}

std::string confidence_text(Texts const &texts, geo::Confidence confidence)
{
    switch (confidence) {
    case geo::Confidence::attested:
        return texts.tr("attested");
    case geo::Confidence::probable:
        return texts.tr("probable");
    case geo::Confidence::disputed:
        return texts.tr("disputed");
    }
    return {};
}

} // namespace app
