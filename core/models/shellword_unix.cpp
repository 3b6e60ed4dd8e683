#include "core/models/shellword.h"

namespace lanyard {

QString curlProgram()
{
    return QStringLiteral("curl");
}

QString curlWord(const QString &text)
{
    return shellWord(text);
}

} // namespace lanyard
