#pragma once

#include <chrono>
#include <filesystem>
#include <string>

namespace app {

/// The hash of an operator's code, to be written into the settings (Argon2id, with its salt).
/// \throws std::runtime_error if the code is no 4 to 12 digits
[[nodiscard]] std::string hash_code(std::string const &code);

enum class Unlock { opened, wrong, locked };

/**
 * The operator's code with limited tries: after five wrong ones it is locked for five minutes, then for ten, up to an
 * hour. The count outlives a restart, so that pulling the plug gains nothing.
 */
class OperatorLock
{
public:
    using Time = std::chrono::steady_clock::time_point;

    /// \param hash empty: nothing opens it; \param memory file that keeps the count of wrong tries
    OperatorLock(std::string hash, std::filesystem::path memory, Time now);

    [[nodiscard]] Unlock try_code(std::string const &code, Time now);
    /// How long it is still locked; 0 if it is not.
    [[nodiscard]] std::chrono::seconds locked_for(Time now) const;
    [[nodiscard]] bool exists() const { return !m_hash.empty(); }

private:
    void remember() const;
    [[nodiscard]] std::chrono::minutes pause() const;

    std::string m_hash;
    std::filesystem::path m_memory;
    int m_wrong = 0;
    Time m_until;
};

} // namespace app
