// Overwrites all memory before it is freed, throughout the program: passwords, tokens and keys pass through buffers
// that are not ours to wipe (JSON, HTTP, TLS, text editors), and freed memory stays readable until it is reused.
//
// Replaces glibc's free() and realloc() for every library in the process. Not with a sanitizer, which has its own heap;
// with another C library this file is empty. SECURITY.md lists what this does not cover.
//
// If malloc() is not glibc's (LD_PRELOAD with jemalloc, tcmalloc, hardened_malloc, a heap checker), freed blocks are
// not glibc's either: they are left to the free() and realloc() of that allocator.

#include <atomic>
#include <cstdlib>
#include <cstring>

#ifdef __GLIBC__

#include <dlfcn.h>
#include <gnu/libc-version.h>
#include <malloc.h>

extern "C" {

// glibc's names for the functions that are replaced here.
void *__libc_malloc(std::size_t size); // NOLINT(bugprone-reserved-identifier)
void __libc_free(void *block);         // NOLINT(bugprone-reserved-identifier)

} // extern "C"

namespace {

// The file that contains the function: a preloaded library may define glibc's own names too (tcmalloc does).
const void *fileOf(const void *function)
{
    Dl_info info;
    return dladdr(function, &info) != 0 ? info.dli_fbase : nullptr;
}

// Determined at the first call: nothing is freed before the dynamic linker is done, and the answer does not change.
// dladdr() needs no heap.
bool isForeignHeap()
{
    enum { Unknown, Glibc, Foreign };
    static std::atomic<int> heap = Unknown;
    int known = heap.load(std::memory_order_relaxed);
    if (known == Unknown) {
        const void *glibc = fileOf(reinterpret_cast<const void *>(&gnu_get_libc_version));
        known = fileOf(reinterpret_cast<const void *>(&std::malloc)) == glibc ? Glibc : Foreign;
        heap.store(known, std::memory_order_relaxed);
    }
    return known == Foreign;
}

// The function that would be used without ours. dlsym() is not called before the heap is initialised, and does not use
// it if it finds the symbol.
template<typename Function>
Function next(std::atomic<Function> &known, const char *name)
{
    Function function = known.load(std::memory_order_relaxed);
    if (!function) {
        function = reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
        known.store(function, std::memory_order_relaxed);
    }
    return function;
}

using Free = void (*)(void *);
using Realloc = void *(*)(void *, std::size_t);
std::atomic<Free> nextFree;
std::atomic<Realloc> nextRealloc;

// glibc raises the size from which a block gets its own mapping to that of the largest that was freed. Then the next
// large document lies among small blocks, and the memory around it is not given back.
[[gnu::constructor]] void keepLargeBlocksApart()
{
    mallopt(M_MMAP_THRESHOLD, 1 << 20);
    mallopt(M_TRIM_THRESHOLD, 4 << 20);
}

} // namespace

extern "C" {

void free(void *block) noexcept
{
    if (!block)
        return;
    if (isForeignHeap())
        return next(nextFree, "free")(block);
    // A block with its own mapping is returned to the system, which clears it: touching all its pages would cost more
    // than the rest of the program does. It is marked by bit 1 of the word before it (malloc/malloc.c).
    const std::size_t head = static_cast<const std::size_t *>(block)[-1];
    if ((head & 2U) == 0)
        explicit_bzero(block, malloc_usable_size(block));
    __libc_free(block);
}

void *realloc(void *block, std::size_t size) noexcept
{
    if (isForeignHeap())
        return next(nextRealloc, "realloc")(block, size);
    if (!block)
        return __libc_malloc(size);
    if (size == 0) {
        free(block);
        return nullptr;
    }
    const std::size_t usable = malloc_usable_size(block);
    if (size <= usable && size >= usable / 2)
        return block;
    void *moved = __libc_malloc(size);
    if (!moved)
        return nullptr;
    std::memcpy(moved, block, size < usable ? size : usable);
    free(block);
    return moved;
}

} // extern "C"

#endif
