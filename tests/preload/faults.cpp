// Preloaded into a program under test: moves its wall clock, fills its disk, lets it spin or eat memory, each as an
// environment variable says.
//   MARSHRUT_TEST_CLOCK   a file with the seconds by which the clock is wrong; read anew each time, missing: 0
//   MARSHRUT_TEST_FULL    a folder on a disk that is full while there is a file "full" beside it
//   MARSHRUT_TEST_HABIT   a file that may come to be: "spin" or "eat" is what the display does after its next heartbeat

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <sys/time.h>
#include <unistd.h>

#include <ctime>

namespace {

template <class Function>
Function real(char const *name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

long wrong_by()
{
    char const *const file = std::getenv("MARSHRUT_TEST_CLOCK");
    auto *const stream = file == nullptr ? nullptr : std::fopen(file, "r");
    if (stream == nullptr) {
        return 0;
    }
    long seconds = 0;
    if (std::fscanf(stream, "%ld", &seconds) != 1) {
        seconds = 0;
    }
    std::fclose(stream);
    return seconds;
}

bool lies_on_full_disk(int handle)
{
    char const *const folder = std::getenv("MARSHRUT_TEST_FULL");
    if (folder == nullptr) {
        return false;
    }
    char sign[4096];
    std::snprintf(sign, sizeof sign, "%s/../full", folder);
    if (access(sign, F_OK) != 0) {
        return false;
    }
    char link[64];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", handle);
    char path[4096];
    auto const length = readlink(link, path, sizeof path - 1);
    return length > 0 && std::strncmp(path, folder, std::strlen(folder)) == 0;
}

void misbehave()
{
    char const *const file = std::getenv("MARSHRUT_TEST_HABIT");
    auto *const stream = file == nullptr ? nullptr : std::fopen(file, "r");
    if (stream == nullptr) {
        return;
    }
    int const habit = std::fgetc(stream);
    std::fclose(stream);
    if (habit == 's') {
        for (volatile unsigned long turns = 0;;) {
            turns = turns + 1;
        }
    }
    constexpr std::size_t meal = 100'000'000;
    auto volatile *const bytes = static_cast<char *>(std::malloc(meal)); // and never given back
    for (std::size_t i = 0; bytes != nullptr && i < meal; i += 4096) {
        bytes[i] = 1;
    }
}

constexpr int heartbeat = 3;

} // namespace

extern "C" {

time_t time(time_t *into) noexcept
{
    static auto *const original = real<time_t (*)(time_t *)>("time");
    auto const now = original(nullptr) + wrong_by();
    if (into != nullptr) {
        *into = now;
    }
    return now;
}

int clock_gettime(clockid_t clock, timespec *into) noexcept
{
    static auto *const original = real<int (*)(clockid_t, timespec *)>("clock_gettime");
    int const failed = original(clock, into);
    if (failed == 0 && clock == CLOCK_REALTIME) {
        into->tv_sec += wrong_by();
    }
    return failed;
}

ssize_t write(int handle, void const *bytes, size_t count)
{
    static auto *const original = real<ssize_t (*)(int, void const *, size_t)>("write");
    if (lies_on_full_disk(handle)) {
        errno = ENOSPC;
        return -1;
    }
    auto const written = original(handle, bytes, count);
    if (handle == heartbeat && count == 1) {
        misbehave();
    }
    return written;
}

} // extern "C"
