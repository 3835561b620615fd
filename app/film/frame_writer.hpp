#pragma once

#include "app/film/frame_sink.hpp"

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace app {

/// Hands frames to a sink on a thread of its own, so that the next one is painted meanwhile; a few wait at most.
class FrameWriter
{
public:
    explicit FrameWriter(FrameSink &sink);
    /// What still waits is given up.
    ~FrameWriter();
    FrameWriter(FrameWriter const &) = delete;
    FrameWriter &operator=(FrameWriter const &) = delete;

    /// Copies the frame; waits while too many do. \throws what the sink threw
    void add(FramePixels pixels);
    /// Waits for all. \throws likewise
    void finish();

private:
    static constexpr std::size_t most_waiting = 3;

    void work();
    void rethrow() const;

    FrameSink &m_sink;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::vector<std::uint8_t>> m_waiting;
    std::vector<std::vector<std::uint8_t>> m_spare; ///< kept for their memory
    std::exception_ptr m_failure;
    bool m_done = false;   ///< no more will come
    bool m_given_up = false;
    std::thread m_thread;
};

} // namespace app
