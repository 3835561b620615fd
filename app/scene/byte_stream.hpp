#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace app {

/// Appends plain values and arrays to bytes, as they lie in memory.
class ByteWriter
{
public:
    template <typename T>
    void put(T const &value)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        m_bytes.append(reinterpret_cast<char const *>(&value), sizeof value);
    }
    template <typename T>
    void put(std::vector<T> const &values)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        put(static_cast<std::uint64_t>(values.size()));
        m_bytes.append(reinterpret_cast<char const *>(values.data()), values.size() * sizeof(T));
    }
    [[nodiscard]] std::string take() { return std::move(m_bytes); }

private:
    std::string m_bytes;
};

/// Takes them out again. Past the end, or where a count says more than there is, it fails and gives zeros.
class ByteReader
{
public:
    explicit ByteReader(std::string_view bytes) : m_left{bytes} {}

    template <typename T>
    void get(T &value)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        copy(&value, sizeof value);
    }
    template <typename T>
    void get(std::vector<T> &values)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        auto const size = count(sizeof(T));
        values.resize(size);
        copy(values.data(), size * sizeof(T));
    }
    /// How many follow; fails if that many of `each` bytes cannot.
    [[nodiscard]] std::size_t count(std::size_t each)
    {
        std::uint64_t size = 0;
        get(size);
        m_ok = m_ok && size <= m_left.size() / each;
        return m_ok ? static_cast<std::size_t>(size) : 0;
    }
    /// Whether all that was asked for was there.
    [[nodiscard]] bool ok() const { return m_ok; }
    [[nodiscard]] bool at_end() const { return m_left.empty(); }

private:
    void copy(void *to, std::size_t size)
    {
        m_ok = m_ok && size <= m_left.size();
        if (m_ok && size > 0) {
            std::memcpy(to, m_left.data(), size);
            m_left.remove_prefix(size);
        }
    }

    std::string_view m_left;
    bool m_ok = true;
};

} // namespace app
