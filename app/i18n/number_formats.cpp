#include "app/i18n/number_formats.hpp"

#include <unicode/measunit.h>
#include <unicode/numberformatter.h>

#include <map>
#include <utility>

namespace app {
namespace {

icu::MeasureUnit unit_of(NumberFormats::Unit unit)
{
    switch (unit) {
    case NumberFormats::Unit::kilometre:
        return icu::MeasureUnit::getKilometer();
    case NumberFormats::Unit::kilometre_per_hour:
        return icu::MeasureUnit::getKilometerPerHour();
    case NumberFormats::Unit::day:
        return icu::MeasureUnit::getDay();
    case NumberFormats::Unit::hour:
        return icu::MeasureUnit::getHour();
    case NumberFormats::Unit::minute:
        return icu::MeasureUnit::getMinute();
    case NumberFormats::Unit::second:
        return icu::MeasureUnit::getSecond();
    case NumberFormats::Unit::none:
        break;
    }
    return {};
}

} // namespace

struct NumberFormats::Formatters
{
    icu::Locale locale;
    std::map<std::pair<Unit, int>, icu::number::LocalizedNumberFormatter> known;

    icu::number::LocalizedNumberFormatter const &find(Unit unit, int decimals)
    {
        std::pair const key{unit, decimals};
        auto found = known.find(key);
        if (found == known.end()) {
            auto how = icu::number::NumberFormatter::with()
                           .precision(icu::number::Precision::fixedFraction(decimals))
                           .unit(unit_of(unit))
                           .unitWidth(UNUM_UNIT_WIDTH_SHORT)
                           .locale(locale);
            found = known.emplace(key, std::move(how)).first;
        }
        return found->second;
    }
};

NumberFormats::NumberFormats(std::string const &language)
: m_formatters{std::make_unique<Formatters>(Formatters{icu::Locale{language.c_str()}, {}})}
{}

NumberFormats::~NumberFormats() = default;

std::string NumberFormats::text(double value, Unit unit, int decimals) const
{
    UErrorCode status = U_ZERO_ERROR;
    auto const words = m_formatters->find(unit, decimals).formatDouble(value, status).toString(status);
    std::string utf8;
    words.toUTF8String(utf8);
    return utf8;
}

} // namespace app
