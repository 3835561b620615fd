#pragma once

#include "app/i18n/number_formats.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace app {

/// Marks a message that is kept in a table and translated where it is shown.
[[nodiscard]] constexpr char const *msg(char const *message)
{
    return message;
}

/**
 * Interface texts in one language, from gettext catalogues. English is the message itself, so that nothing is ever
 * blank. The language is of this object: switching makes another one. Not thread-safe.
 */
class Texts
{
public:
    /// \param catalogues folder with <language>/LC_MESSAGES/marshrut.mo; a missing catalogue gives English
    Texts(std::filesystem::path const &catalogues, std::string language);
    ~Texts();
    Texts(Texts &&) noexcept;
    Texts &operator=(Texts &&) noexcept;

    /// The text in the language; the pointer lives as long as this object.
    [[nodiscard]] char const *tr(std::string_view message) const;
    /// With a plural form by `count`.
    [[nodiscard]] char const *trn(std::string_view one, std::string_view many, long count) const;
    [[nodiscard]] NumberFormats const &numbers() const { return *m_numbers; }
    [[nodiscard]] std::string const &language() const { return m_language; }

private:
    struct Catalogue;
    std::unique_ptr<Catalogue> m_catalogue;
    std::unique_ptr<NumberFormats> m_numbers;
    std::string m_language;
};

} // namespace app
