#include "ui/common/secretmarks.h"

#include <QMimeData>

namespace lanyard {

void markAsSecret(QMimeData &data)
{
    data.setData(QStringLiteral("x-kde-passwordManagerHint"), QByteArrayLiteral("secret"));
}

} // namespace lanyard
