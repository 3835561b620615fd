#include "app/core/heap.hpp"

#include <malloc.h>

namespace app {

void share_one_heap()
{
    mallopt(M_ARENA_MAX, 1);
}

void take_memory_in_large_pieces()
{
    constexpr int piece = 32 << 20; // bytes; the most that M_MMAP_THRESHOLD takes
    mallopt(M_TOP_PAD, piece);
    mallopt(M_TRIM_THRESHOLD, 2 * piece);
    mallopt(M_MMAP_THRESHOLD, piece);
}

} // namespace app
