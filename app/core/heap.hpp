#pragma once

namespace app {

/**
 * Has every thread of this process allocate from one heap. By itself glibc gives threads heaps of their own, and what
 * lies free at the end of such a heap is never given back, not by malloc_trim() either: each keeps as much as the
 * largest work that ever met it took, and which work that is is chance. For a process that runs for months.
 * Call before the first thread begins; heaps that are there stay.
 */
void share_one_heap();

} // namespace app
