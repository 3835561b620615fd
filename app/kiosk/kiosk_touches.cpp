#include "app/kiosk/kiosk_touches.hpp"

namespace app {
namespace {

bool holds(Rect const &r, ScreenPoint p)
{
    return p.x >= r.left && p.x < r.right && p.y >= r.top && p.y < r.bottom;
}

} // namespace

void KioskTouches::reset()
{
    m_gestures.reset();
    m_held.reset();
    m_pressed.clear();
    m_waking = false;
}

void KioskTouches::slide(float x, SkinInput const &in, KioskWishes &wishes) const
{
    auto const at = moment_at(in.rules.days, m_held->control.rect, x);
    wishes.actions.emplace_back(Do{SetInstant{at}});
}

void KioskTouches::begin(Touch const &touch, KioskSkin const &skin, SkinInput const &in, KioskWishes &wishes)
{
    if (!m_gestures.touched()) {
        m_waking = in.state.page == KioskPage::attract || in.state.page == KioskPage::asking;
    }
    wishes.actions.emplace_back(Touched{touch.at});
    if (auto const *const control = skin.control_at(touch.at)) {
        if (!m_held) {
            m_held = Held{touch.finger, *control};
            m_pressed = control->id;
            if (control->slider) {
                wishes.actions.emplace_back(Do{SetPlaying{false}});
                slide(touch.at.x, in, wishes);
            }
        }
    } else if (!skin.covers(touch.at)) {
        gestures(touch, wishes);
    }
}

KioskWishes KioskTouches::feed(Touch const &touch, KioskSkin const &skin, SkinInput const &in)
{
    KioskWishes wishes;
    if (touch.phase == Touch::Phase::begin) {
        begin(touch, skin, in, wishes);
    } else if (!m_held || m_held->finger != touch.finger) {
        gestures(touch, wishes);
    } else if (m_held->control.slider) {
        slide(touch.at.x, in, wishes);
    } else {
        m_pressed = holds(m_held->control.rect, touch.at) ? m_held->control.id : "";
    }
    if (touch.phase == Touch::Phase::end && m_held && m_held->finger == touch.finger) {
        if (!m_pressed.empty() && !m_held->control.slider) {
            wishes.actions.insert(wishes.actions.end(), m_held->control.actions.begin(),
                                  m_held->control.actions.end());
            wishes.command = m_held->control.command;
        }
        m_held.reset();
        m_pressed.clear();
    }
    return wishes;
}

void KioskTouches::gestures(Touch const &touch, KioskWishes &wishes)
{
    for (auto const &gesture : m_gestures.feed(touch)) {
        if (auto const *const tap = std::get_if<Tap>(&gesture)) {
            if (!m_waking) {
                wishes.taps.push_back(tap->at);
            }
        } else if (auto const *const twice = std::get_if<DoubleTap>(&gesture)) {
            wishes.actions.emplace_back(Do{ZoomAt{twice->at, 2}});
        } else if (auto const *const drag = std::get_if<Drag>(&gesture)) {
            wishes.actions.emplace_back(Do{PanBy{drag->dx, drag->dy}});
        } else if (auto const *const pinch = std::get_if<Pinch>(&gesture)) {
            wishes.actions.emplace_back(Do{ZoomAt{pinch->about, pinch->factor}});
        }
    }
}

} // namespace app
