#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace geo {

/// The attributes of an element, names without prefix.
class XmlAttributes
{
public:
    explicit XmlAttributes(char const **pairs) : m_pairs{pairs} {}
    [[nodiscard]] std::string_view get(std::string_view name) const;

private:
    char const **m_pairs;
};

/// What reads a document element by element. Names come without their prefix ("gx:Track" is "Track").
class XmlHandler
{
public:
    virtual ~XmlHandler() = default;
    virtual void begin(std::string_view name, XmlAttributes const &attributes) = 0;
    /// \param text of the element itself since its last child, to be taken if wanted
    virtual void end(std::string_view name, std::string &text) = 0;
};

/**
 * Reads XML text (expat) from start to end. Document types that declare entities are refused, and nothing outside of
 * the text is ever opened.
 * \param file for messages and, if `text` is empty, what is read
 * \param progress is called now and then with the share that is read; what it throws ends the reading
 * \throws DataError with the line of the fault, or if the text is beyond the limits
 */
void read_xml(std::filesystem::path const &file, XmlHandler &handler, std::function<void(double)> const &progress,
              std::string_view text = {});

} // namespace geo
