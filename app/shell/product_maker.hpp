#pragma once

#include "app/core/child_process.hpp"
#include "app/shell/session.hpp"
#include "app/ui/files_data.hpp"

#include <chrono>
#include <memory>
#include <optional>

namespace app {

/// What is to be made, as words for this program: `film`, `render` or `export` with what they need.
struct ProductOrder
{
    std::filesystem::path file; ///< that will be there in the end
    std::vector<std::string> words;
};

/// The words by which this program makes of a view what the user chose. \param folder takes the file, under a free name
[[nodiscard]] ProductOrder order_of(Session const &session, ViewerState const &state, std::filesystem::path const &folder);

/// Makes films, pictures and data in a process of its own, so that the map goes on and a stopped film leaves nothing.
class ProductMaker
{
public:
    /// \param program this one
    explicit ProductMaker(std::filesystem::path program) : m_program{std::move(program)} {}
    /// Stops what is being made, and waits until it has cleared itself away.
    ~ProductMaker();
    ProductMaker(ProductMaker const &) = delete;
    ProductMaker &operator=(ProductMaker const &) = delete;

    /// \pre nothing is being made \throws std::runtime_error if it cannot be begun
    void begin(ProductOrder order);
    /// It will end soon, and nothing of it stay.
    void stop();

    struct Outcome
    {
        std::filesystem::path file; ///< empty: it was stopped
        std::string failure;        ///< empty: all went well
    };
    /// What has ended since the last call. Never waits.
    [[nodiscard]] std::optional<Outcome> take();
    [[nodiscard]] std::optional<WorkShown> shown() const;

private:
    void read_progress();

    std::filesystem::path m_program;
    std::filesystem::path m_file;
    std::unique_ptr<ChildProcess> m_child;
    std::string m_line; ///< begun, not ended
    double m_share = 0;
    bool m_stopped = false;
    std::chrono::steady_clock::time_point m_began;
};

} // namespace app
