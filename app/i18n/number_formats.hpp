#pragma once

#include <memory>
#include <string>

namespace app {

/// How a language writes numbers and units. Making one is slow, using it is quick: Texts keeps one.
class NumberFormats
{
public:
    explicit NumberFormats(std::string const &language);
    ~NumberFormats();
    NumberFormats(NumberFormats const &) = delete;
    NumberFormats &operator=(NumberFormats const &) = delete;

    enum class Unit { none, kilometre, kilometre_per_hour, day, hour, minute, second };
    /// \param decimals 0 to 4
    [[nodiscard]] std::string text(double value, Unit unit, int decimals) const;

private:
    struct Formatters;
    std::unique_ptr<Formatters> m_formatters;
};

} // namespace app
