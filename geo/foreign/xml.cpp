#include "geo/foreign/xml.hpp"

#include "geo/io/data_error.hpp"
#include "geo/io/limits.hpp"

#include <expat.h>
#include <fmt/format.h>

#include <array>
#include <exception>
#include <fstream>
#include <memory>

namespace geo {
namespace {

std::string_view local(std::string_view name)
{
    auto const colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// One run of expat. Nothing may be thrown through its C code: a failure is kept, and the parser stopped.
class Run
{
public:
    Run(std::filesystem::path const &file, XmlHandler &handler)
    : m_file{file}, m_handler{handler}, m_parser{XML_ParserCreate(nullptr), &XML_ParserFree}
    {
        XML_SetUserData(m_parser.get(), this);
        XML_SetElementHandler(m_parser.get(), &on_begin, &on_end);
        XML_SetCharacterDataHandler(m_parser.get(), &on_text);
        XML_SetEntityDeclHandler(m_parser.get(), &on_entity);
    }

    void feed(std::string_view bytes, bool last)
    {
        auto const status = XML_Parse(m_parser.get(), bytes.data(), static_cast<int>(bytes.size()), last ? 1 : 0);
        if (m_failure) {
            std::rethrow_exception(m_failure);
        }
        if (status != XML_STATUS_OK) {
            fail(XML_ErrorString(XML_GetErrorCode(m_parser.get())));
        }
    }

private:
    [[noreturn]] void fail(std::string const &reason) const
    {
        throw DataError{m_file,
                        fmt::format("is no sound XML: line {}, column {}: {}", XML_GetCurrentLineNumber(m_parser.get()),
                                    XML_GetCurrentColumnNumber(m_parser.get()) + 1, reason)};
    }

    template <typename Act>
    void guarded(Act const &act) noexcept
    {
        if (m_failure) {
            return;
        }
        try {
            act();
        } catch (...) {
            m_failure = std::current_exception();
            XML_StopParser(m_parser.get(), XML_FALSE);
        }
    }

    static void on_begin(void *self, XML_Char const *name, XML_Char const **attributes)
    {
        auto &run = *static_cast<Run *>(self);
        run.guarded([&] {
            if (++run.m_depth > limits::xml_depth) {
                run.fail(fmt::format("elements lie more than {} deep", limits::xml_depth));
            }
            run.m_text.clear();
            run.m_handler.begin(local(name), XmlAttributes{attributes});
        });
    }

    static void on_end(void *self, XML_Char const *name)
    {
        auto &run = *static_cast<Run *>(self);
        run.guarded([&] {
            --run.m_depth;
            run.m_handler.end(local(name), run.m_text);
            run.m_text.clear();
        });
    }

    static void on_text(void *self, XML_Char const *bytes, int count)
    {
        auto &run = *static_cast<Run *>(self);
        run.guarded([&] {
            run.m_text.append(bytes, static_cast<std::size_t>(count));
            if (run.m_text.size() > limits::xml_text_bytes) {
                run.fail(fmt::format("the text of an element is longer than {} MB", limits::xml_text_bytes >> 20U));
            }
        });
    }

    static void on_entity(void *self, XML_Char const *, int, XML_Char const *, int, XML_Char const *, XML_Char const *,
                          XML_Char const *, XML_Char const *)
    {
        auto &run = *static_cast<Run *>(self);
        run.guarded([&] { run.fail("it declares entities of its own, which is not allowed here; write them out"); });
    }

    std::filesystem::path const &m_file;
    XmlHandler &m_handler;
    std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> m_parser;
    std::string m_text;
    std::size_t m_depth = 0;
    std::exception_ptr m_failure;
};

constexpr std::size_t portion = 256 * 1024;

} // namespace

std::string_view XmlAttributes::get(std::string_view name) const
{
    for (auto const *pair = m_pairs; pair != nullptr && *pair != nullptr; pair += 2) {
        if (local(pair[0]) == name) {
            return pair[1];
        }
    }
    return {};
}

void read_xml(std::filesystem::path const &file, XmlHandler &handler, std::function<void(double)> const &progress,
              std::string_view text)
{
    Run run{file, handler};
    if (!text.empty()) {
        for (std::size_t at = 0; at < text.size(); at += portion) {
            run.feed(text.substr(at, portion), at + portion >= text.size());
            progress(static_cast<double>(at) / static_cast<double>(text.size()));
        }
        return;
    }
    std::ifstream in{file, std::ios::binary};
    std::error_code unknown_size;
    auto const size = std::filesystem::file_size(file, unknown_size);
    if (!in || unknown_size) {
        throw DataError{file, "cannot be read"};
    }
    if (size > limits::text_file_bytes) {
        throw DataError{file, fmt::format("is larger than {} MB; split it, or make a GeoPackage of it",
                                          limits::text_file_bytes >> 20U)};
    }
    std::vector<char> buffer(portion);
    std::uintmax_t done = 0;
    while (in) {
        in.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        auto const count = static_cast<std::size_t>(in.gcount());
        done += count;
        run.feed({buffer.data(), count}, !in);
        progress(static_cast<double>(done) / static_cast<double>(std::max<std::uintmax_t>(size, 1)));
    }
}

} // namespace geo
