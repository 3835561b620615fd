#pragma once

#include "app/vector/page.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace app {

/// What a document says of itself to programs that list or read it aloud.
struct DocumentInfo
{
    std::string title;
    std::string author;
    std::string subject;
    std::string language; ///< of the texts, such as "az"
};

/// What is still to be done to a file once it is drawn, before it takes its name.
using AfterDrawing = std::function<void(std::filesystem::path const &)>;

/**
 * The pages as one PDF through Cairo: lines and areas as vectors, letters as text that can be searched and copied, the
 * fonts embedded. Needs no display. The same pages give the same bytes.
 * \throws std::runtime_error naming the file if it cannot be written, or a font that is missing
 */
void write_pdf(std::vector<Page> const &pages, DocumentInfo const &info, std::filesystem::path const &file,
               AfterDrawing const &after = {});

/**
 * The page as SVG: drawn by Cairo, but for the letters, which stand in it as text elements in a group of their own, so
 * that they can be searched, and edited in a drawing program. A reader without the Noto fonts falls back to its own.
 */
void write_svg(Page const &page, DocumentInfo const &info, std::filesystem::path const &file);

/// The pages in the format that the name ends in, .svg or .pdf. An SVG holds one page. \pre is_vector_file(file)
/// \param after of a PDF
void write_vector(std::vector<Page> const &pages, DocumentInfo const &info, std::filesystem::path const &file,
                  AfterDrawing const &after = {});
[[nodiscard]] bool is_vector_file(std::filesystem::path const &file);

} // namespace app
