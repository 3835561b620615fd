#include "app/scene/unit_label.hpp"

#include <algorithm>

namespace app {
namespace {

/// A blind map has symbols without words.
bool lettered(SceneInput const &in)
{
    return !in.view.hidden.contains("labels");
}

std::string commander_words(SceneInput const &in, geo::Index unit)
{
    constexpr std::size_t longest = 40;
    std::string words = in.map.atlas->units[unit].commander.in(in.view.language);
    if (words.size() > longest || words.find(';') != std::string::npos) {
        words.resize(std::min(words.size(), words.find(';')));
    }
    return words.size() > longest ? std::string{} : words;
}

std::string joined(std::string const &words, std::string const &basis)
{
    return words + (words.empty() || basis.empty() ? "" : " · ") + basis;
}

} // namespace

std::string unit_name(SceneInput const &in, geo::Index unit)
{
    return lettered(in) ? in.map.atlas->units[unit].name.in(in.view.language) : std::string{};
}

std::string unit_remark(SceneInput const &in, geo::UnitState const &state)
{
    if (!lettered(in)) {
        return {};
    }
    char const *const basis = state.basis == geo::Basis::interpolated ? in.texts.tr("interpolated")
                              : state.basis == geo::Basis::last_known ? in.texts.tr("last known")
                                                                      : "";
    return joined(commander_words(in, state.unit), basis);
}

float unit_label_width(SceneInput const &in, geo::Index unit)
{
    if (!lettered(in)) {
        return unit_symbol;
    }
    auto const commander = commander_words(in, unit);
    float const name = in.fonts.width(Face::sans_bold, unit_name(in, unit), unit_name_size);
    float const first = in.fonts.width(Face::sans, joined(commander, in.texts.tr("interpolated")), unit_remark_size);
    float const second = in.fonts.width(Face::sans, joined(commander, in.texts.tr("last known")), unit_remark_size);
    return unit_symbol + 12 + std::max({name, first, second});
}

} // namespace app
