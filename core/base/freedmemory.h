#pragma once

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace lanyard {

/// Gives the system back what was freed, after something large: the heap keeps it, and the next large document may not
/// fit in there.
inline void giveBackFreed()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

} // namespace lanyard
