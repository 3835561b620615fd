#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>

namespace app {

/// The panels that can be opened and folded away. New ones go at the end; their names for settings are in settings.cpp.
enum class Panel : std::uint8_t { events, card, layers, keys, desk, filter, menu, stories, files, make };

/// Which panels are open.
class PanelSet
{
public:
    [[nodiscard]] bool has(Panel panel) const { return m_open.test(static_cast<std::size_t>(panel)); }
    void set(Panel panel, bool open) { m_open.set(static_cast<std::size_t>(panel), open); }
    friend bool operator==(PanelSet const &, PanelSet const &) = default;

private:
    std::bitset<32> m_open{1U << static_cast<unsigned>(Panel::events) | 1U << static_cast<unsigned>(Panel::card)};
};

} // namespace app
