#include "app/shell/file_drop.hpp"

#include "app/core/uri_list.hpp"

#include <X11/Xatom.h>
#include <X11/Xlib.h>

#include <algorithm>
#include <span>
#include <string>
#include <utility>

namespace app {
namespace {

constexpr long version = 5;
constexpr long longest = 1L << 20; ///< of a list of names, in units of four bytes

} // namespace

class FileDrop::Connection
{
public:
    explicit Connection(::Window onto) : m_display{XOpenDisplay(nullptr)}, m_onto{onto}
    {
        if (m_display == nullptr) {
            return;
        }
        m_proxy = XCreateSimpleWindow(m_display, DefaultRootWindow(m_display), -10, -10, 1, 1, 0, 0, 0);
        XSelectInput(m_display, m_proxy, PropertyChangeMask);
        for (auto const window : {m_proxy, m_onto}) {
            set(window, "XdndAware", XA_ATOM, version);
            set(window, "XdndProxy", XA_WINDOW, static_cast<long>(m_proxy));
        }
        XFlush(m_display);
    }
    ~Connection()
    {
        if (m_display != nullptr) {
            XCloseDisplay(m_display); // the proxy goes with it
        }
    }
    Connection(Connection const &) = delete;
    Connection &operator=(Connection const &) = delete;

    std::vector<std::filesystem::path> take()
    {
        while (m_display != nullptr && XPending(m_display) > 0) {
            XEvent event{};
            XNextEvent(m_display, &event);
            if (event.type == ClientMessage) {
                handle(event.xclient);
            } else if (event.type == SelectionNotify) {
                receive(event.xselection);
            }
        }
        return std::exchange(m_files, {});
    }

private:
    [[nodiscard]] Atom atom(char const *name) const { return XInternAtom(m_display, name, False); }

    void set(::Window window, char const *property, Atom type, long value) const
    {
        XChangeProperty(m_display, window, atom(property), type, 32, PropModeReplace,
                        reinterpret_cast<unsigned char const *>(&value), 1);
    }

    void handle(XClientMessageEvent const &message)
    {
        auto const *const data = message.data.l;
        if (message.message_type == atom("XdndEnter")) {
            m_source = static_cast<::Window>(data[0]);
            m_welcome = offers_files(message);
        } else if (message.message_type == atom("XdndPosition")) {
            answer("XdndStatus", m_welcome ? 1 : 0, m_welcome ? atom("XdndActionCopy") : None);
        } else if (message.message_type == atom("XdndDrop")) {
            if (m_welcome) {
                XConvertSelection(m_display, atom("XdndSelection"), atom("text/uri-list"), atom("XdndSelection"),
                                  m_proxy, static_cast<Time>(data[2]));
                XFlush(m_display);
            } else {
                answer("XdndFinished", 0, None);
            }
        }
    }

    /// Whether names of files are among what the source can give: three kinds stand in the message, more on its window.
    [[nodiscard]] bool offers_files(XClientMessageEvent const &message) const
    {
        auto const wanted = atom("text/uri-list");
        if ((message.data.l[1] & 1) == 0) {
            return std::ranges::any_of(std::span{message.data.l}.subspan(2),
                                       [&](long kind) { return static_cast<Atom>(kind) == wanted; });
        }
        auto const kinds = property(m_source, "XdndTypeList", False);
        std::span const atoms{reinterpret_cast<Atom const *>(kinds.data()), kinds.size() / sizeof(Atom)};
        return std::ranges::find(atoms, wanted) != atoms.end();
    }

    /// What a property holds, items of 32 bits as longs, as Xlib gives them; empty if there is none.
    [[nodiscard]] std::string property(::Window window, char const *name, Bool remove) const
    {
        Atom type = None;
        int format = 0;
        unsigned long count = 0;
        unsigned long left = 0;
        unsigned char *bytes = nullptr;
        // The source may be gone by now, and an error would end the program.
        auto *const before = XSetErrorHandler([](Display *, XErrorEvent *) { return 0; });
        int const got = XGetWindowProperty(m_display, window, atom(name), 0, longest, remove, AnyPropertyType, &type,
                                           &format, &count, &left, &bytes);
        XSetErrorHandler(before);
        std::string content;
        if (got == Success && bytes != nullptr) {
            auto const size = format == 32 ? sizeof(long) : static_cast<std::size_t>(format / 8);
            content.assign(reinterpret_cast<char const *>(bytes), count * size);
            XFree(bytes);
        }
        return content;
    }

    void receive(XSelectionEvent const &selection)
    {
        bool const given = selection.property != None;
        if (given) {
            auto files = files_of_uri_list(property(m_proxy, "XdndSelection", True));
            m_files.insert(m_files.end(), files.begin(), files.end());
        }
        answer("XdndFinished", given ? 1 : 0, given ? atom("XdndActionCopy") : None);
    }

    /// Tells the source how things stand. \param action what will be done, or was done
    void answer(char const *kind, long accepted, Atom action)
    {
        XEvent event{};
        event.xclient.type = ClientMessage;
        event.xclient.window = m_source;
        event.xclient.message_type = atom(kind);
        event.xclient.format = 32;
        event.xclient.data.l[0] = static_cast<long>(m_onto);
        event.xclient.data.l[1] = accepted;
        bool const status = std::string_view{kind} == "XdndStatus";
        event.xclient.data.l[status ? 4 : 2] = static_cast<long>(action);
        auto *const before = XSetErrorHandler([](Display *, XErrorEvent *) { return 0; });
        XSendEvent(m_display, m_source, False, NoEventMask, &event);
        XSync(m_display, False);
        XSetErrorHandler(before);
    }

    Display *m_display;
    ::Window m_onto;
    ::Window m_proxy = None;
    ::Window m_source = None;
    bool m_welcome = false; ///< what is being dragged is files
    std::vector<std::filesystem::path> m_files;
};

FileDrop::FileDrop(unsigned long window) : m_connection{std::make_unique<Connection>(window)} {}

FileDrop::~FileDrop() = default;

std::vector<std::filesystem::path> FileDrop::take()
{
    return m_connection->take();
}

} // namespace app
