#include "app/core/heap.hpp"

#include <malloc.h>

namespace app {

void share_one_heap()
{
    mallopt(M_ARENA_MAX, 1);
}

} // namespace app
