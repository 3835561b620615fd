#include "geo/search/fold.hpp"

#include <unicode/locid.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <array>
#include <memory>
#include <stdexcept>
#include <utility>

namespace geo {
namespace {

/// Letters that ICU's own transliteration would send apart, then ICU's, then only letters, digits and spaces.
constexpr char const *rules = "::Lower;"
                              "ə > a; ё > e; е > e; э > e; ю > u; я > a; й > i; ы > i; ь > ; ъ > ; ж > zh; х > kh;"
                              "ц > ts; ч > ch; ш > sh; щ > sh; ҹ > j; ҝ > g; ғ > gh; һ > h; ө > o; ү > u; ј > i;"
                              "ç > ch; ş > sh; ğ > gh; ı > i; x > kh; č > ch; š > sh; ž > zh;"
                              "::Any-Latin; ::Latin-ASCII; ::Lower;"
                              "[^a-z0-9\\ ] > ;";

/// Groups of letters and the one that stands for all of them; longer groups first.
constexpr std::array<std::pair<std::string_view, std::string_view>, 26> sounds{
    {{"dzh", "c"}, {"dsch", "c"}, {"tsch", "c"}, {"tch", "c"}, {"shch", "s"}, {"sch", "s"}, {"dj", "c"},
     {"ch", "c"},  {"sh", "s"},   {"zh", "z"},   {"kh", "h"},  {"gh", "k"},   {"ts", "c"},  {"ph", "f"},
     {"th", "t"},  {"ya", "a"},   {"yu", "u"},   {"ye", "e"},  {"yo", "o"},   {"ia", "a"},  {"iu", "u"},
     {"j", "c"},   {"q", "k"},    {"g", "k"},    {"w", "v"},   {"y", "i"}}};

icu::Transliterator const &transliterator()
{
    static std::unique_ptr<icu::Transliterator> const one = [] {
        UErrorCode status = U_ZERO_ERROR;
        UParseError where{};
        std::unique_ptr<icu::Transliterator> made{icu::Transliterator::createFromRules(
            "marshrut-fold", icu::UnicodeString::fromUTF8(rules), UTRANS_FORWARD, where, status)};
        if (U_FAILURE(status) || !made) {
            throw std::runtime_error{std::string{"ICU cannot fold names: "} + u_errorName(status)};
        }
        return made;
    }();
    return *one;
}

std::string by_sound(std::string_view letters)
{
    std::string sounded;
    while (!letters.empty()) {
        std::pair<std::string_view, std::string_view> found{letters.substr(0, 1), letters.substr(0, 1)};
        for (auto const &sound : sounds) {
            if (letters.starts_with(sound.first)) {
                found = sound;
                break;
            }
        }
        letters.remove_prefix(found.first.size());
        // Doubled letters are written single in one alphabet or the other.
        if (sounded.empty() || sounded.back() != found.second.back() || found.second == "0") {
            sounded += found.second;
        }
    }
    return sounded;
}

} // namespace

std::string lower_case(std::string_view utf8)
{
    std::string lower;
    icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())})
        .toLower(icu::Locale::getRoot())
        .toUTF8String(lower);
    return lower;
}

std::string fold(std::string_view utf8)
{
    auto text = icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())});
    // A hyphen parts words as a space does.
    for (char16_t const hyphen : {u'-', u'\u2013', u'\u2014', u'/', u'.', u','}) {
        text.findAndReplace(icu::UnicodeString{hyphen}, icu::UnicodeString{u' '});
    }
    transliterator().transliterate(text);
    std::string ascii;
    text.toUTF8String(ascii);
    return by_sound(ascii);
}

} // namespace geo
