#pragma once

// LANYARD_SANITIZED: a sanitizer watches this program, or its lines are counted, which takes several times the time
// and, with a sanitizer, the memory. GCC says so by macros, clang by features; of counting neither says anything.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || defined(LANYARD_COUNTED)
#define LANYARD_SANITIZED
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define LANYARD_SANITIZED
#endif
#endif
