#include "app/vector/write_vector.hpp"

#include "app/core/atomic_file.hpp"
#include "app/vector/cairo_canvas.hpp"
#include "app/vector/svg_text.hpp"

#include <cairo/cairo-pdf.h>
#include <cairo/cairo-svg.h>
#include <fmt/format.h>

#include <fstream>
#include <functional>
#include <memory>
#include <stdexcept>

namespace app {
namespace {

cairo_status_t append(void *into, unsigned char const *data, unsigned length)
{
    static_cast<std::string *>(into)->append(reinterpret_cast<char const *>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

/// What was drawn, once all is. \throws std::runtime_error with Cairo's words
void finish(cairo_surface_t *surface, cairo_t *cairo, std::filesystem::path const &file)
{
    auto status = cairo_status(cairo);
    cairo_destroy(cairo);
    cairo_surface_finish(surface);
    if (status == CAIRO_STATUS_SUCCESS) {
        status = cairo_surface_status(surface);
    }
    cairo_surface_destroy(surface);
    if (status != CAIRO_STATUS_SUCCESS) {
        throw std::runtime_error{
            fmt::format("{}: the picture could not be drawn: {}", file.string(), cairo_status_to_string(status))};
    }
}

void save(std::string const &bytes, std::filesystem::path const &file, AfterDrawing const &after = {})
{
    write_atomically(file, [&](std::filesystem::path const &temporary) {
        std::ofstream out{temporary, std::ios::binary};
        out << bytes;
        if (!out.flush()) {
            throw std::runtime_error{file.string() + ": the picture could not be written"};
        }
        out.close();
        if (after) {
            after(temporary);
        }
    });
}

std::string drawn_svg(Page const &page, std::filesystem::path const &file)
{
    std::string bytes;
    CairoFonts const fonts;
    FontMetrics const metrics;
    auto *const surface = cairo_svg_surface_create_for_stream(append, &bytes, page.width, page.height);
    cairo_svg_surface_set_document_unit(surface, CAIRO_SVG_UNIT_PX);
    auto *const cairo = cairo_create(surface);
    CairoCanvas{cairo, fonts, metrics, CairoCanvas::Letters::left_out}.draw(page);
    finish(surface, cairo, file);
    return bytes;
}

} // namespace

void write_pdf(std::vector<Page> const &pages, DocumentInfo const &info, std::filesystem::path const &file,
               AfterDrawing const &after)
{
    std::string bytes;
    CairoFonts const fonts;
    FontMetrics const metrics;
    auto *const surface = cairo_pdf_surface_create_for_stream(append, &bytes, 100, 100);
    auto const tell = [&](cairo_pdf_metadata_t what, std::string const &words) {
        if (!words.empty()) {
            cairo_pdf_surface_set_metadata(surface, what, words.c_str());
        }
    };
    tell(CAIRO_PDF_METADATA_TITLE, info.title);
    tell(CAIRO_PDF_METADATA_AUTHOR, info.author);
    tell(CAIRO_PDF_METADATA_SUBJECT, info.subject);
    tell(CAIRO_PDF_METADATA_CREATOR, "Marshrut");
    // Cairo would put the hour of writing in: the same pages shall give the same bytes.
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
    auto *const cairo = cairo_create(surface);
    for (auto const &page : pages) {
        cairo_pdf_surface_set_size(surface, page.width * page_points_per_pixel, page.height * page_points_per_pixel);
        cairo_save(cairo);
        cairo_scale(cairo, page_points_per_pixel, page_points_per_pixel);
        CairoCanvas{cairo, fonts, metrics, CairoCanvas::Letters::drawn}.draw(page);
        cairo_restore(cairo);
        cairo_show_page(cairo);
    }
    finish(surface, cairo, file);
    save(bytes, file, after);
}

void write_svg(Page const &page, DocumentInfo const &info, std::filesystem::path const &file)
{
    auto svg = drawn_svg(page, file);
    auto const open = svg.find("<svg");
    auto const begin = open == std::string::npos ? open : svg.find('>', open);
    auto const end = svg.rfind("</svg>");
    if (begin == std::string::npos || end == std::string::npos) {
        throw std::runtime_error{file.string() + ": the picture could not be drawn: Cairo gave no SVG"};
    }
    svg.insert(end, svg_texts(page));
    svg.insert(begin + 1,
               fmt::format("\n<title>{}</title>\n<desc>{}</desc>", xml_escaped(info.title), xml_escaped(info.subject)));
    if (!info.language.empty()) {
        svg.insert(begin, fmt::format(" xml:lang=\"{}\"", xml_escaped(info.language)));
    }
    save(svg, file);
}

void write_vector(std::vector<Page> const &pages, DocumentInfo const &info, std::filesystem::path const &file,
                  AfterDrawing const &after)
{
    if (file.extension() == ".svg") {
        write_svg(pages.front(), info, file);
    } else {
        write_pdf(pages, info, file, after);
    }
}

bool is_vector_file(std::filesystem::path const &file)
{
    return file.extension() == ".svg" || file.extension() == ".pdf";
}

} // namespace app
