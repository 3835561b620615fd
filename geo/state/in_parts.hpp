#pragma once

#include <algorithm>
#include <cstddef>
#include <future>
#include <thread>
#include <vector>

namespace geo {

/// Into how many parts work on so many items is best cut: one where starting a thread would cost more than it saves.
[[nodiscard]] inline std::size_t parts_for(std::size_t items)
{
    constexpr std::size_t least = 8192; // items that are worth a thread
    auto const worth = items / least;
    if (worth < 2) {
        return 1; // without asking the system, which takes longer than all the work on few items
    }
    return std::min<std::size_t>(worth, std::max(1U, std::thread::hardware_concurrency()));
}

/// Runs `work(part, begin, end)` for each of `parts` stretches of [0, items), all at once; the first on this thread.
/// Returns when all are done. \throws what work threw
template <typename Work>
void in_parts(std::size_t items, std::size_t parts, Work const &work)
{
    std::vector<std::future<void>> others;
    for (std::size_t part = 1; part < parts; ++part) {
        others.push_back(std::async(std::launch::async,
                                    [&, part] { work(part, items * part / parts, items * (part + 1) / parts); }));
    }
    work(0, 0, items / parts);
    for (auto &other : others) {
        other.get();
    }
}

/// What `take(i, into)` puts into a list for each of so many items, in their order; by several threads where that pays.
template <typename Found, typename Take>
[[nodiscard]] std::vector<Found> gathered(std::size_t items, Take const &take)
{
    auto const parts = parts_for(items);
    std::vector<std::vector<Found>> found(parts);
    in_parts(items, parts, [&](std::size_t part, std::size_t begin, std::size_t end) {
        if (parts > 1) {
            found[part].reserve(part == 0 ? items : end - begin); // the others are joined to the first
        }
        for (auto i = begin; i < end; ++i) {
            take(i, found[part]);
        }
    });
    auto all = std::move(found.front());
    for (std::size_t part = 1; part < parts; ++part) {
        all.insert(all.end(), found[part].begin(), found[part].end());
    }
    return all;
}

} // namespace geo
