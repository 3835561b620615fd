// Files dropped from another program: the other side of XDND is played here.

#include "support/until.hpp"

#include "app/shell/file_drop.hpp"

#include <doctest/doctest.h>

#include <array>
#include <optional>
#include <string>

#include <X11/Xatom.h> // the last: its macros spoil other headers
#include <X11/Xlib.h>

namespace {

/// A file manager from which something is dragged, and the window it is dragged onto.
class Source
{
public:
    Source()
    {
        m_self = make();
        target = make();
        XSetSelectionOwner(m_display, atom("XdndSelection"), m_self, CurrentTime);
        XSync(m_display, False);
    }
    ~Source() { XCloseDisplay(m_display); }
    Source(Source const &) = delete;
    Source &operator=(Source const &) = delete;

    /// Sends a message of the protocol where the target wants it.
    void tell(char const *kind, std::array<long, 4> const &data)
    {
        XEvent event{};
        event.xclient.type = ClientMessage;
        event.xclient.window = target;
        event.xclient.message_type = atom(kind);
        event.xclient.format = 32;
        event.xclient.data.l[0] = static_cast<long>(m_self);
        std::copy(data.begin(), data.end(), event.xclient.data.l + 1);
        XSendEvent(m_display, proxy(), False, NoEventMask, &event);
        XSync(m_display, False);
    }

    /// The next answer of the target; the names are given when they are asked for.
    std::optional<XClientMessageEvent> answer(std::string const &names)
    {
        XSync(m_display, False);
        std::optional<XClientMessageEvent> said;
        while (XPending(m_display) > 0) {
            XEvent event{};
            XNextEvent(m_display, &event);
            if (event.type == ClientMessage) {
                said = event.xclient;
            } else if (event.type == SelectionRequest) {
                give(event.xselectionrequest, names);
            }
        }
        return said;
    }

    [[nodiscard]] Atom atom(char const *name) const { return XInternAtom(m_display, name, False); }

    ::Window target = 0;

private:
    ::Window make() const
    {
        return XCreateSimpleWindow(m_display, DefaultRootWindow(m_display), 0, 0, 10, 10, 0, 0, 0);
    }

    [[nodiscard]] ::Window proxy() const
    {
        Atom type = None;
        int format = 0;
        unsigned long count = 0;
        unsigned long left = 0;
        unsigned char *bytes = nullptr;
        XGetWindowProperty(m_display, target, atom("XdndProxy"), 0, 1, False, XA_WINDOW, &type, &format, &count, &left,
                           &bytes);
        REQUIRE(count == 1);
        auto const window = *reinterpret_cast<::Window *>(bytes);
        XFree(bytes);
        return window;
    }

    void give(XSelectionRequestEvent const &wish, std::string const &names)
    {
        XChangeProperty(m_display, wish.requestor, wish.property, wish.target, 8, PropModeReplace,
                        reinterpret_cast<unsigned char const *>(names.data()), static_cast<int>(names.size()));
        XEvent event{};
        event.xselection.type = SelectionNotify;
        event.xselection.requestor = wish.requestor;
        event.xselection.selection = wish.selection;
        event.xselection.target = wish.target;
        event.xselection.property = wish.property;
        XSendEvent(m_display, wish.requestor, False, NoEventMask, &event);
        XSync(m_display, False);
    }

    Display *m_display = XOpenDisplay(nullptr);
    ::Window m_self = 0;
};

long as_long(Atom atom)
{
    return static_cast<long>(atom);
}

/// The next answer, and what was dropped until it came.
struct Answer
{
    XClientMessageEvent message{};
    std::vector<std::filesystem::path> files;
};
Answer answer_of(Source &source, app::FileDrop &drop, std::string const &names = {})
{
    Answer answer;
    REQUIRE(test::until([&] {
        for (auto &file : drop.take()) {
            answer.files.push_back(std::move(file));
        }
        auto const said = source.answer(names);
        answer.message = said.value_or(XClientMessageEvent{});
        return said.has_value();
    }));
    return answer;
}

} // namespace

TEST_CASE("files dropped from a file manager arrive, and it is told that they were taken")
{
    Source source;
    app::FileDrop drop{source.target};
    source.tell("XdndEnter", {5L << 24, as_long(source.atom("text/plain")), as_long(source.atom("text/uri-list")), 0});
    source.tell("XdndPosition", {0, 0, 0, as_long(source.atom("XdndActionCopy"))});
    auto const status = answer_of(source, drop);
    CHECK(status.message.message_type == source.atom("XdndStatus"));
    CHECK((status.message.data.l[1] & 1) == 1);
    CHECK(status.files.empty());
    source.tell("XdndDrop", {0, CurrentTime, 0, 0});
    auto const finished = answer_of(source, drop, "file:///tmp/a%20walk.gpx\r\n");
    CHECK(finished.message.message_type == source.atom("XdndFinished"));
    CHECK((finished.message.data.l[1] & 1) == 1);
    REQUIRE(finished.files.size() == 1);
    CHECK(finished.files.front() == "/tmp/a walk.gpx");
}

TEST_CASE("what is no file is refused while it is dragged")
{
    Source source;
    app::FileDrop drop{source.target};
    source.tell("XdndEnter", {5L << 24, as_long(source.atom("text/html")), 0, 0});
    source.tell("XdndPosition", {0, 0, 0, as_long(source.atom("XdndActionCopy"))});
    CHECK((answer_of(source, drop).message.data.l[1] & 1) == 0);
    source.tell("XdndDrop", {0, CurrentTime, 0, 0});
    auto const finished = answer_of(source, drop);
    CHECK((finished.message.data.l[1] & 1) == 0);
    CHECK(finished.files.empty());
}
