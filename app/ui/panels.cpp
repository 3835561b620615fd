#include "app/ui/panels.hpp"

namespace app {

void draw_panels(PanelContext const &context, Actions &actions)
{
    draw_presenter(context, actions);
    if (on_slide(context.state.presenter)) {
        draw_keys(context, actions);
        return;
    }
    draw_title(context);
    draw_events(context, actions);
    draw_story(context, actions);
    draw_quiz(context, actions);
    draw_card(context, actions);
    draw_timeline(context, actions);
    draw_tools(context, actions);
    draw_desk(context, actions);
    draw_filter_note(context, actions);
    draw_large_note(context);
    draw_layers(context, actions);
    draw_menu(context, actions);
    draw_guests(context, actions);
    draw_make(context, actions);
    draw_keys(context, actions);
    draw_file_choice(context, actions);
    draw_opening(context, actions);
    draw_notice(context, actions);
    draw_hover(context);
    walk_by_keys(context);
}

} // namespace app
