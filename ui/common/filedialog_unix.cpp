#include "ui/common/filedialog.h"

#include <QtGlobal>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace lanyard {

// In Flatpak and Snap, where the portal is the only way to a file, the process is not hardened.
bool canUseSystemFileDialog()
{
#ifdef Q_OS_LINUX
    return prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 1;
#else
    return true;
#endif
}

} // namespace lanyard
