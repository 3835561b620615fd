#include "app/film/frame_writer.hpp"

#include <utility>

namespace app {

FrameWriter::FrameWriter(FrameSink &sink) : m_sink{sink}, m_thread{[this] { work(); }} {}

FrameWriter::~FrameWriter()
{
    {
        std::lock_guard const lock{m_mutex};
        m_given_up = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

void FrameWriter::rethrow() const
{
    if (m_failure) {
        std::rethrow_exception(m_failure);
    }
}

void FrameWriter::add(FramePixels pixels)
{
    std::unique_lock lock{m_mutex};
    m_changed.wait(lock, [&] { return m_waiting.size() < most_waiting || m_failure; });
    rethrow();
    std::vector<std::uint8_t> copy;
    if (!m_spare.empty()) {
        copy = std::move(m_spare.back());
        m_spare.pop_back();
    }
    lock.unlock();
    copy.assign(pixels.begin(), pixels.end());
    lock.lock();
    m_waiting.push_back(std::move(copy));
    m_changed.notify_all();
}

void FrameWriter::finish()
{
    {
        std::lock_guard const lock{m_mutex};
        m_done = true;
    }
    m_changed.notify_all();
    m_thread.join();
    rethrow();
    m_sink.finish();
}

void FrameWriter::work()
{
    std::unique_lock lock{m_mutex};
    while (true) {
        m_changed.wait(lock, [&] { return !m_waiting.empty() || m_done || m_given_up; });
        if (m_given_up || m_waiting.empty()) {
            return;
        }
        auto frame = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        try {
            m_sink.add(frame);
        } catch (...) {
            lock.lock();
            m_failure = std::current_exception();
            m_changed.notify_all();
            return;
        }
        lock.lock();
        m_spare.push_back(std::move(frame));
        m_changed.notify_all();
    }
}

} // namespace app
