#include "ui/common/secretmarks.h"

#include <QMimeData>

namespace lanyard {

// Qt registers a format of a name that it does not know under that name. Windows' own history and its cloud look
// whether the first is there, and for a 0 in the next two; other programs that keep a history look for the first or the
// last.
void markAsSecret(QMimeData &data)
{
    const QByteArray no(4, '\0');
    for (const char *format : {"ExcludeClipboardContentFromMonitorProcessing", "CanIncludeInClipboardHistory",
                               "CanUploadToCloudClipboard", "Clipboard Viewer Ignore"})
        data.setData(QLatin1StringView(format), no);
}

} // namespace lanyard
