#include "app/i18n/number_text.hpp"

#include "app/i18n/number_formats.hpp"

#include <cmath>
#include <string>

namespace app {
namespace {

using Unit = NumberFormats::Unit;

} // namespace

std::string number_text(Texts const &texts, double value, int decimals)
{
    return texts.numbers().text(value, Unit::none, decimals);
}

std::string distance_text(Texts const &texts, double km)
{
    return texts.numbers().text(km, Unit::kilometre, km < 9.95 ? 1 : 0);
}

std::string speed_text(Texts const &texts, double km_per_hour)
{
    return texts.numbers().text(km_per_hour, Unit::kilometre_per_hour, km_per_hour < 9.95 ? 1 : 0);
}

std::string duration_text(Texts const &texts, double seconds)
{
    auto const minutes = std::lround(seconds / 60);
    std::string words;
    auto const add = [&](long value, Unit unit) {
        if (value > 0) {
            words += (words.empty() ? "" : " ") + texts.numbers().text(static_cast<double>(value), unit, 0);
        }
    };
    add(minutes / 1440, Unit::day);
    add(minutes / 60 % 24, Unit::hour);
    if (minutes < 1440) { // beside days, minutes say nothing
        add(minutes % 60, Unit::minute);
    }
    return words.empty() ? texts.numbers().text(0, Unit::minute, 0) : words;
}

std::string short_duration_text(Texts const &texts, double seconds)
{
    auto const whole = std::lround(seconds);
    return whole >= 90 || whole == 60 ? duration_text(texts, seconds)
                                      : texts.numbers().text(static_cast<double>(whole), Unit::second, 0);
}

std::string position_text(Texts const &texts, geo::LonLat at)
{
    auto const part = [&](double degrees, char const *sign) { return number_text(texts, std::abs(degrees), 4) + sign; };
    return part(at.lat, at.lat < 0 ? texts.tr("° S") : texts.tr("° N")) + ", " +
           part(at.lon, at.lon < 0 ? texts.tr("° W") : texts.tr("° E"));
}

} // namespace app
