#include "app/i18n/texts.hpp"

#include <boost/locale/gnu_gettext.hpp>
#include <boost/locale/message.hpp>

#include <map>

namespace app {
namespace {

namespace gettext = boost::locale::gnu_gettext;
using Facet = boost::locale::message_format<char>;

/// Keeps the facet alive: std::locale owns it.
std::locale load(std::filesystem::path const &catalogues, std::string const &language)
{
    gettext::messages_info info;
    info.language = language;
    info.encoding = "UTF-8";
    info.paths.push_back(catalogues.string());
    info.domains.emplace_back("marshrut");
    return {std::locale::classic(), gettext::create_messages_facet<char>(info)};
}

} // namespace

struct Texts::Catalogue
{
    std::locale locale;
    Facet const &facet;
    std::map<std::string, std::string, std::less<>> known;

    Catalogue(std::filesystem::path const &catalogues, std::string const &language)
    : locale{load(catalogues, language)}, facet{std::use_facet<Facet>(locale)}
    {}

    char const *keep(std::string key, std::string text)
    {
        return known.emplace(std::move(key), std::move(text)).first->second.c_str();
    }
};

Texts::Texts(std::filesystem::path const &catalogues, std::string language)
: m_catalogue{std::make_unique<Catalogue>(catalogues, language)}, m_numbers{std::make_unique<NumberFormats>(language)},
  m_language{std::move(language)}
{}

Texts::~Texts() = default;
Texts::Texts(Texts &&) noexcept = default;
Texts &Texts::operator=(Texts &&) noexcept = default;

char const *Texts::tr(std::string_view message) const
{
    auto &known = m_catalogue->known;
    if (auto const found = known.find(message); found != known.end()) {
        return found->second.c_str();
    }
    std::string const key{message};
    char const *const text = m_catalogue->facet.get(0, nullptr, key.c_str());
    return m_catalogue->keep(key, text == nullptr ? key : text);
}

char const *Texts::trn(std::string_view one, std::string_view many, long count) const
{
    std::string const single{one};
    char const *const text = m_catalogue->facet.get(0, nullptr, single.c_str(), static_cast<int>(count));
    auto const chosen = text != nullptr ? std::string{text} : std::string{count == 1 ? one : many};
    return m_catalogue->keep(single + '\0' + chosen, chosen);
}

} // namespace app
