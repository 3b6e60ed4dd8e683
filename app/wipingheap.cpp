// Memory that is given back is overwritten first, all over the program: passwords, tokens and keys pass through buffers
// that are not ours to wipe (JSON, HTTP, TLS, text editors), and what is freed stays readable until it is used again.
//
// Takes the place of glibc's free() and realloc() for every library of the process. Not with a sanitizer, which has a
// heap of its own; on other systems this file is empty. What this does not reach is said in SECURITY.md.

#include <cstdlib>
#include <cstring>

#ifdef __GLIBC__

#include <malloc.h>

extern "C" {

// glibc's names for what takes their place here.
void *__libc_malloc(std::size_t size); // NOLINT(bugprone-reserved-identifier)
void __libc_free(void *block);         // NOLINT(bugprone-reserved-identifier)

void free(void *block) noexcept
{
    if (!block)
        return;
    // A block with a mapping of its own goes back to the system, which clears it: touching all its pages would cost
    // more than the rest of the program does. It is marked by bit 1 of the word before it (malloc/malloc.c).
    const std::size_t head = static_cast<const std::size_t *>(block)[-1];
    if ((head & 2U) == 0)
        explicit_bzero(block, malloc_usable_size(block));
    __libc_free(block);
}

void *realloc(void *block, std::size_t size) noexcept
{
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
