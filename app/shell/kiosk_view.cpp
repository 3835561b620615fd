#include "app/shell/kiosk_view.hpp"

#include "app/core/paths.hpp"
#include "app/kiosk/supervisor.hpp"
#include "app/kiosk/wall_clock.hpp"
#include "app/shell/kiosk_window.hpp"

#include "geo/state/world_state.hpp"

#include <SFML/Graphics/Sprite.hpp>
#include <SFML/System/Sleep.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include <malloc.h>
#include <unistd.h>

namespace app {
namespace {

constexpr int settle_frames = 3;
constexpr double longest_step = 1; ///< seconds: a display that was stopped does not run on through an hour
constexpr float finger_reach = 30; ///< pixels at 1080 within which a finger finds what it meant
constexpr std::chrono::milliseconds frame_time{16};

ScreenPoint point(int x, int y)
{
    return {static_cast<float>(x), static_cast<float>(y)};
}

std::optional<PadKey> pad_key(sf::Keyboard::Key code)
{
    switch (code) {
    case sf::Keyboard::Left:
    case sf::Keyboard::Up:
        return PadKey::before;
    case sf::Keyboard::Right:
    case sf::Keyboard::Down:
        return PadKey::next;
    case sf::Keyboard::Return:
    case sf::Keyboard::Space:
        return PadKey::press;
    case sf::Keyboard::Escape:
    case sf::Keyboard::BackSpace:
        return PadKey::back;
    case sf::Keyboard::H:
        return PadKey::headphones;
    default:
        return std::nullopt;
    }
}

} // namespace

KioskView::KioskView(KioskDisplayOptions const &options, LogFile &log)
: m_session{options.content.session}, m_origin{options.content.origin}, m_settings{options.settings}, m_log{log},
  m_statistics{options.state / "statistics"}, m_lock{m_settings.operator_code, options.state / "operator-tries",
                                                     std::chrono::steady_clock::now()},
  m_can_speak{m_settings.read_aloud && ReadAloud::available()}, m_started{std::chrono::steady_clock::now()}
{
    open_kiosk_window(m_window, m_session->atlas->info.title.in(m_settings.language), options.windowed);
    if (m_settings.read_aloud && !m_can_speak) {
        m_log.write("nothing can be read aloud: espeak-ng is not installed");
    }
    auto const size = m_window.getSize();
    if (m_settings.screen_mm) {
        m_physical_width_mm = m_settings.screen_mm->width_mm;
    } else if (auto const whole = whole_screen(); whole && !options.windowed) {
        m_physical_width_mm = whole->width_mm;
    }
    m_fingers.emplace(m_window.getSystemHandle());
    m_exposure.emplace(m_window.getSystemHandle());
    m_painter = std::make_unique<Painter>(m_metrics);
    m_state.view.viewport = {static_cast<int>(size.x), static_cast<int>(size.y)};
    set_rules();
    m_state = opening_kiosk(surroundings(), m_state.view.viewport);
    m_last = std::chrono::steady_clock::now();
}

KioskSurroundings KioskView::surroundings() const
{
    return {{*m_session->atlas, m_session->projection}, m_rules};
}

/// What settings, screen and atlas make of the rules.
void KioskView::set_rules()
{
    auto const &info = m_session->atlas->info;
    auto const &size = m_state.view.viewport;
    m_rules.idle_seconds = m_settings.idle_seconds;
    m_rules.countdown_seconds = m_settings.countdown_seconds;
    auto const known = std::ranges::find(info.languages, m_settings.language) != info.languages.end();
    m_rules.language = known                    ? m_settings.language
                       : info.languages.empty() ? std::string{"en"}
                                                : info.languages.front();
    m_rules.story = m_settings.story;
    m_rules.scale = std::clamp(1.7F * static_cast<float>(std::min(size.width, size.height)) / 1080, 1.0F, 3.0F);
    m_rules.px_per_mm = m_physical_width_mm > 0 ? static_cast<float>(size.width / m_physical_width_mm) : 0;
    m_rules.days = five_days(info);
}

void KioskView::show(KioskContent content)
{
    m_map.invalidate(); // a thread may be drawing from the model that goes
    m_card_map.invalidate();
    m_moving = {};
    m_session = std::move(content.session);
    m_origin = std::move(content.origin);
    set_rules();
    m_state = opening_kiosk(surroundings(), m_state.view.viewport);
    m_touches.reset();
    m_to_give_back = true;
    m_frames_due = settle_frames;
}

Texts const &KioskView::texts_of(std::string const &language)
{
    auto found = m_texts.find(language);
    if (found == m_texts.end()) {
        found = m_texts.emplace(language, Texts{locale_dir(), language}).first;
    }
    return found->second;
}

void KioskView::act(KioskAction const &action)
{
    bool const visitor = has_visitor();
    m_state = reduce(std::move(m_state), action, surroundings());
    m_to_give_back = m_to_give_back || (visitor && !has_visitor());
    if (m_state.ended) {
        count_visit();
    }
    if (!std::holds_alternative<Elapse>(action)) {
        m_frames_due = settle_frames;
    }
}

void KioskView::count_visit()
{
    if (auto const problem = m_statistics.count(*m_state.ended, wall_now()); !problem.empty()) {
        m_log.write(problem);
    }
    m_state.ended.reset();
}

void KioskView::poll()
{
    sf::Event event{};
    while (m_window.pollEvent(event)) {
        switch (event.type) {
        case sf::Event::KeyPressed:
            key(event.key);
            break;
        case sf::Event::Resized:
            resize(event.size.width, event.size.height);
            break;
        case sf::Event::MouseButtonPressed:
        case sf::Event::MouseButtonReleased: // only where fingers are not read
            if (event.mouseButton.button == sf::Mouse::Left) {
                bool const down = event.type == sf::Event::MouseButtonPressed;
                touch({down ? Touch::Phase::begin : Touch::Phase::end, mouse_finger,
                       point(event.mouseButton.x, event.mouseButton.y), touch_clock()});
            }
            break;
        case sf::Event::MouseMoved:
            if (m_touches.touched()) {
                touch({Touch::Phase::move, mouse_finger, point(event.mouseMove.x, event.mouseMove.y), touch_clock()});
            }
            break;
        default: // a request to close the window is one of them: nobody but the operator ends the display
            break;
        }
    }
    for (auto const &finger : m_fingers->take()) {
        touch(finger);
    }
}

void KioskView::resize(unsigned width, unsigned height)
{
    m_state.view.viewport = {static_cast<int>(width), static_cast<int>(height)};
    set_rules();
    m_map.invalidate();
    m_canvas.forget();
    m_touches.reset();
    m_state = opening_kiosk(surroundings(), m_state.view.viewport); // a screen is turned by whoever sets it up
    m_frames_due = settle_frames;
}

void KioskView::touch(Touch const &touch)
{
    if (m_skin.scene.width == 0) {
        rebuild_skin();
    }
    auto const wishes = m_touches.feed(touch, m_skin, skin_input());
    for (auto const &action : wishes.actions) {
        act(action);
    }
    for (auto const &at : wishes.taps) {
        tap(at);
    }
    carry_out(wishes.command);
    if (!wishes.actions.empty()) {
        rebuild_skin(); // the next finger meets what this one changed
    }
    m_frames_due = std::max(m_frames_due, settle_frames);
}

/// Chooses what lies on the map there, or near it: a finger is no needle.
void KioskView::tap(ScreenPoint at)
{
    if (m_state.page != KioskPage::visit) {
        return;
    }
    auto const &base = m_map.base().scene;
    auto found = hit_test(base, m_moving, at);
    float const reach = finger_reach * layout().unit;
    for (float const share : {0.5F, 1.0F}) {
        for (int i = 0; i < 8 && found.kind == Kind::none; ++i) {
            auto const angle = static_cast<float>(i) * 0.785398F;
            found = hit_test(base, m_moving,
                             {at.x + std::cos(angle) * reach * share, at.y + std::sin(angle) * reach * share});
        }
    }
    act(Do{Select{found}});
}

void KioskView::key(sf::Event::KeyEvent const &event)
{
    if (auto const pad = pad_key(event.code); pad && !event.alt && !event.control && !event.system) {
        press(*pad);
    }
}

void KioskView::press(PadKey key)
{
    auto const &size = m_state.view.viewport;
    if (m_state.page == KioskPage::attract || m_state.page == KioskPage::asking) {
        act(Touched{{static_cast<float>(size.width) / 2, static_cast<float>(size.height) / 2}});
        rebuild_skin();
        return;
    }
    auto const count = static_cast<int>(m_skin.controls.size());
    auto const at = m_state.focus >= 0 && m_state.focus < count
                        ? &m_skin.controls[static_cast<std::size_t>(m_state.focus)]
                        : nullptr;
    auto const hours = [&](int steps) {
        act(Do{SetPlaying{false}});
        auto const to = m_state.view.now + std::chrono::hours{steps};
        act(Do{SetInstant{std::clamp<geo::Instant>(to, m_rules.days.begin, m_rules.days.end - geo::Seconds{1})}});
    };
    switch (key) {
    case PadKey::before:
    case PadKey::next: {
        int const step = key == PadKey::next ? 1 : -1;
        m_state.adjusting ? hours(step) : act(FocusStep{step, count});
        break;
    }
    case PadKey::press:
        if (at == nullptr) {
            act(FocusStep{1, count});
        } else if (at->slider) {
            act(SetAdjusting{!m_state.adjusting});
        } else {
            auto const control = *at;
            for (auto const &action : control.actions) {
                act(action);
            }
            carry_out(control.command);
        }
        break;
    case PadKey::back:
        if (m_state.adjusting) {
            act(SetAdjusting{false});
        } else if (m_state.page != KioskPage::visit) {
            act(CloseService{});
        } else if (m_state.view.selection.kind != Kind::none) {
            act(Do{Select{}});
        } else {
            act(ShowHome{});
        }
        break;
    case PadKey::headphones:
        if (m_can_speak) {
            act(ToggleReading{});
        }
        break;
    }
    rebuild_skin();
}

void KioskView::carry_out(KioskCommand command)
{
    switch (command) {
    case KioskCommand::none:
        break;
    case KioskCommand::try_code:
        if (!m_state.code.empty()) {
            auto const answer = m_lock.try_code(m_state.code, std::chrono::steady_clock::now());
            m_log.write(answer == Unlock::opened ? "the operator came in" : "a wrong operator's code was typed");
            act(CodeAnswered{answer});
            if (answer == Unlock::opened) {
                tell_service();
            }
        }
        break;
    case KioskCommand::restart:
        m_log.write("the operator restarts the display");
        m_exit = exit_restart;
        break;
    case KioskCommand::quit:
        m_log.write("the operator quits the kiosk");
        m_exit = 0;
        break;
    }
}

/// What the operator's page shows, as it is when he comes in.
void KioskView::tell_service()
{
    auto const &texts = texts_of(m_state.view.language);
    auto const &info = m_session->atlas->info;
    auto const now = wall_now();
    auto const hours = std::chrono::duration<double, std::ratio<3600>>(std::chrono::steady_clock::now() - m_started);
    auto const line = [&](char const *name, std::string const &value) {
        m_report.status.push_back(fmt::format("{}: {}", texts.tr(name), value));
    };
    m_report = {};
    line(msg("Atlas"), fmt::format("{} {} · {}", info.title.in(m_state.view.language), info.version, m_origin));
    line(msg("Wall clock"), wall_text(now));
    line(msg("Running for"), fmt::format(fmt::runtime(texts.tr("{:.1f} hours")), hours.count()));
    line(msg("Memory"), fmt::format("{} MiB", memory_of(static_cast<int>(::getpid())) / 1024));
    line(msg("Visits today"), std::to_string(m_statistics.total("visits", wall_day(now))));
    line(msg("Visits this month"), std::to_string(m_statistics.total("visits")));
    line(msg("Size of the counts"), fmt::format("{} KiB", m_statistics.volume() / 1024));
    m_report.errors = m_log.last(20);
}

/// What hangs on the state but is no part of it.
void KioskView::follow_state()
{
    if (m_style_id != m_state.view.style) {
        m_style = find_style(m_state.view.style);
        m_style_id = m_state.view.style;
        m_map.invalidate();
    }
}

SkinInput KioskView::skin_input()
{
    // References into members: the layout must live as long as the input.
    m_layout = layout();
    return {*m_session->atlas,
            m_state,
            m_rules,
            m_layout,
            texts_of(m_state.view.language),
            texts_of(language_in_turn(m_state, m_session->atlas->info)),
            m_metrics,
            m_touches.pressed(),
            m_can_speak,
            m_lock.locked_for(std::chrono::steady_clock::now()),
            &m_report,
            &m_moving.targets};
}

void KioskView::rebuild_skin()
{
    m_skin = build_skin(skin_input());
}

/// Says what is new on the page while the headphones are on; in the attract loop nobody listens.
void KioskView::keep_speaking()
{
    if (!m_state.reading || m_state.page == KioskPage::attract) {
        if (!m_said.empty()) {
            m_voice.stop();
            m_said.clear();
        }
        return;
    }
    auto text = spoken_text(skin_input());
    if (m_state.focus >= 0 && m_state.focus < static_cast<int>(m_skin.controls.size())) {
        text = m_skin.controls[static_cast<std::size_t>(m_state.focus)].name;
    }
    if (text != m_said) {
        m_said = std::move(text);
        m_voice.say(m_said, m_state.view.language);
    }
    (void)m_voice.speaks(); // lets the one that ended go
}

/// After each visit all is as before the first: every size of type that was seen keeps a texture of its letters, and a
/// visitor who zooms sees many.
void KioskView::give_back()
{
    m_to_give_back = false;
    m_map.forget();
    m_card_map.invalidate();
    m_canvas.forget();
    m_painter.reset();
    m_painter = std::make_unique<Painter>(m_metrics);
    malloc_trim(0);
}

void KioskView::paint()
{
    if (m_to_give_back) {
        give_back();
    }
    follow_state();
    auto const &texts = texts_of(m_state.view.language);
    auto const world = geo::state_at(*m_session->atlas, m_state.view.now);
    auto const lay = layout();
    SceneInput in{m_session->map, world, m_state.view, m_style, m_metrics, texts, lay.map, {}};
    in.blocked.push_back(furniture_rect(in));
    m_map.update(in, *m_painter);
    // The names of units keep off the card; those of the map do not, since a new picture of it would make a visitor
    // wait.
    std::ranges::copy_if(m_skin.sheets, std::back_inserter(in.blocked),
                         [&](Rect const &sheet) { return !(sheet == lay.bar); });
    m_moving = build_moving(in, m_map.base());
    rebuild_skin();
    auto const spot = card_spot(m_state.view.selection, *m_session->atlas);
    m_card_map.update(in, spot ? m_session->projection.forward(*spot) : geo::MapPoint{},
                      spot ? m_skin.small_map : Rect{}, *m_painter);
    if (busy()) {
        m_frames_due = std::max(m_frames_due, settle_frames);
    }
    auto const map = m_map.prepared();
    auto const furniture = m_painter->prepare(build_furniture(in, m_map.base(), {}));
    auto const moving = m_painter->prepare(m_moving);
    auto const skin = m_painter->prepare(m_skin.scene);
    auto const card = m_card_map.prepared();
    std::vector<PixelRect> covers;
    for (auto const &sheet : m_skin.sheets) {
        bool const bar = sheet == lay.bar;
        auto const corner = bar ? 0 : static_cast<int>(std::ceil(20 * lay.unit));
        covers.push_back({static_cast<int>(std::ceil(sheet.left)), static_cast<int>(std::ceil(sheet.top)) + corner,
                          static_cast<int>(sheet.right), static_cast<int>(sheet.bottom) - corner});
    }
    m_canvas.present({&map, {&furniture, &moving}, covers, {&skin, &card}}, m_window);
}

/// Whether something on the page moves by itself.
bool KioskView::moves() const
{
    return m_state.page == KioskPage::attract || m_state.page == KioskPage::asking || m_state.view.playing ||
           m_state.flight.has_value();
}

void KioskView::turn(double seconds)
{
    auto const page = m_state.page;
    act(Elapse{std::min(seconds, longest_step)});
    if (m_state.page != page) {
        m_touches.reset();
        m_frames_due = settle_frames;
    }
    keep_speaking();
    paint();
}

void KioskView::step()
{
    poll();
    if (m_exposure->take()) {
        m_canvas.forget();
        m_frames_due = std::max(m_frames_due, 1);
    }
    auto const now = std::chrono::steady_clock::now();
    double const seconds = std::chrono::duration<double>(now - m_last).count();
    m_last = now;
    if (!moves() && m_frames_due <= 0) {
        auto const page = m_state.page;
        act(Elapse{std::min(seconds, longest_step)});
        keep_speaking();
        if (m_state.page == page) {
            sf::sleep(sf::milliseconds(10));
            return;
        }
        m_touches.reset();
        m_frames_due = settle_frames;
    } else {
        --m_frames_due;
        turn(seconds);
    }
    if (auto const spent = std::chrono::steady_clock::now() - now; spent < frame_time) {
        sf::sleep(sf::microseconds(std::chrono::duration_cast<std::chrono::microseconds>(frame_time - spent).count()));
    }
}

} // namespace app
