#include "core/base/errortext.h"
#include "core/base/text.h"

#include <QMetaEnum>

using namespace Qt::StringLiterals;

namespace lanyard {

QByteArray kindName(Error::Kind kind)
{
    return QMetaEnum::fromType<Error::Kind>().valueToKey(static_cast<int>(kind));
}

QString errorDetails(const Error &error)
{
    QStringList lines{u"Error: "_s + QString::fromLatin1(kindName(error.kind))};
    if (error.httpStatus != 0)
        lines << u"HTTP status: %1"_s.arg(error.httpStatus);
    if (error.code != 0)
        lines << u"Service code: %1"_s.arg(error.code);
    if (!error.answeredBy.isEmpty())
        lines << u"Answered by: "_s + visibleText(error.answeredBy, false, 40);
    if (!error.subject.isEmpty())
        lines << u"About: "_s + visibleText(error.subject, false, 200);
    if (!error.serverMessage.isEmpty())
        lines << u"Server says: "_s + visibleText(error.serverMessage, false, MessageLimit);
    if (!error.technical.isEmpty())
        lines << u"Details: "_s + visibleText(error.technical, false, MessageLimit);
    if (error.certificate) {
        for (const QString &reason : error.certificate->reasons)
            lines << u"Certificate: "_s + reason;
        lines << u"SHA-256 shown: "_s + QString::fromLatin1(error.certificate->sha256.toHex(':')).toUpper();
        if (!error.certificate->expectedSha256.isEmpty())
            lines << u"SHA-256 trusted: "_s +
                         QString::fromLatin1(error.certificate->expectedSha256.toHex(':')).toUpper();
    }
    return lines.join(u'\n');
}

} // namespace lanyard
