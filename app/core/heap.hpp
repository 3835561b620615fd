#pragma once

namespace app {

/**
 * Has every thread of this process allocate from one heap. By itself glibc gives threads heaps of their own, and what
 * lies free at the end of such a heap is never given back, not by malloc_trim() either: each keeps as much as the
 * largest work that ever met it took, and which work that is is chance. For a process that runs for months.
 * Call before the first thread begins; heaps that are there stay.
 */
void share_one_heap();

/**
 * Has the heaps of this process grow and shrink by large pieces. By itself glibc asks the kernel for every 128 KiB, and
 * gives them back as soon as they are free: each page is then cleared and mapped anew, which costs as much as reading a
 * large file. What is not touched takes no memory. For a process that a reader waits for.
 */
void take_memory_in_large_pieces();

} // namespace app
