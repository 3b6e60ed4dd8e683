#include "ui/common/filedialog.h"

namespace lanyard {

bool canUseSystemFileDialog()
{
    return true;
}

} // namespace lanyard
