#pragma once

// LANYARD_SANITIZED: a sanitizer watches this program, which takes several times the memory and the time.
// GCC says so by macros, clang by features.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define LANYARD_SANITIZED
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define LANYARD_SANITIZED
#endif
#endif
