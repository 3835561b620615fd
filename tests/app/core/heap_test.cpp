#include "app/core/heap.hpp"

#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <latch>
#include <malloc.h>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace {

/// Heaps of this process, as the C library lists them.
int heaps()
{
    char *text = nullptr;
    std::size_t size = 0;
    std::FILE *const out = open_memstream(&text, &size);
    REQUIRE(out != nullptr);
    malloc_info(0, out);
    std::fclose(out);
    std::string const list{text, size};
    std::free(text);
    constexpr std::string_view one = "<heap nr=";
    int count = 0;
    for (auto at = list.find(one); at != std::string::npos; at = list.find(one, at + one.size())) {
        ++count;
    }
    return count;
}

} // namespace

TEST_CASE("what is taken and given back again and again stays mapped")
{
    app::take_memory_in_large_pieces();
    constexpr std::size_t size = 4 << 20; // by itself the C library maps a piece of that size alone
    auto const before = mallinfo2().hblks;
    std::vector<char> const piece(size);
    CHECK(piece.back() == 0);
    CHECK(mallinfo2().hblks == before);
}

TEST_CASE("threads that work side by side make no heaps of their own, whose free ends would never be given back")
{
    app::share_one_heap();
    int const before = heaps();
    CHECK(before >= 1);
    constexpr int count = 4;
    std::latch all{count};
    std::vector<std::jthread> threads;
    for (int i = 0; i < count; ++i) {
        threads.emplace_back([&all] {
            std::vector<std::string> work(1000, std::string(100, 'x'));
            all.arrive_and_wait();
        });
    }
    threads.clear();
    CHECK(heaps() == before);
}
