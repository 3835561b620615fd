#include "app/kiosk/operator_lock.hpp"

#include "app/core/atomic_file.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <stdexcept>

namespace app {
namespace {

constexpr int tries = 5;

void start_sodium()
{
    if (sodium_init() < 0) {
        throw std::runtime_error{"the library libsodium cannot be used on this computer"};
    }
}

} // namespace

std::string hash_code(std::string const &code)
{
    auto const digit = [](char c) { return c >= '0' && c <= '9'; };
    if (code.size() < 4 || code.size() > 12 || !std::ranges::all_of(code, digit)) {
        throw std::runtime_error{"the operator's code is 4 to 12 digits"};
    }
    start_sodium();
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    // A fifth of a second and 64 MiB a try: a stolen settings file does not give the code away in an afternoon.
    if (crypto_pwhash_str(hash.data(), code.data(), code.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                          crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0) {
        throw std::runtime_error{"there is too little memory to hash the code"};
    }
    return hash.data();
}

OperatorLock::OperatorLock(std::string hash, std::filesystem::path memory, Time now)
: m_hash{std::move(hash)}, m_memory{std::move(memory)}, m_until{now}
{
    std::ifstream{m_memory} >> m_wrong;
    m_wrong = std::clamp(m_wrong, 0, 1000);
    if (m_wrong >= tries) {
        m_until = now + pause();
    }
}

std::chrono::minutes OperatorLock::pause() const
{
    int const doublings = std::min((m_wrong - tries) / tries, 4);
    return std::min(std::chrono::minutes{5 << doublings}, std::chrono::minutes{60});
}

void OperatorLock::remember() const
{
    try {
        write_atomically(m_memory, std::to_string(m_wrong));
    } catch (std::exception const &) { // NOLINT(bugprone-empty-catch): the count goes on without
        // A full disk: the count lives on in memory.
    }
}

Unlock OperatorLock::try_code(std::string const &code, Time now)
{
    if (m_hash.empty() || now < m_until) {
        return Unlock::locked;
    }
    start_sodium();
    if (crypto_pwhash_str_verify(m_hash.c_str(), code.data(), code.size()) == 0) {
        m_wrong = 0;
        remember();
        return Unlock::opened;
    }
    ++m_wrong;
    if (m_wrong % tries == 0) {
        m_until = now + pause();
    }
    remember();
    return Unlock::wrong;
}

std::chrono::seconds OperatorLock::locked_for(Time now) const
{
    return std::max(std::chrono::seconds{0}, std::chrono::ceil<std::chrono::seconds>(m_until - now));
}

} // namespace app
