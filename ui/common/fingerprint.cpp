#include "ui/common/fingerprint.h"

using namespace Qt::StringLiterals;

namespace lanyard {

QString fingerprintText(const QByteArray &sha256)
{
    const QString hex = QString::fromLatin1(sha256.toHex()).toUpper();
    QString text;
    for (qsizetype i = 0; i < hex.size(); i += 4) {
        if (i > 0)
            text += i == hex.size() / 2 ? u'\n' : u' ';
        text += QStringView(hex).mid(i, 4);
    }
    return text;
}

QString shortFingerprintText(const QByteArray &sha256)
{
    const QString text = fingerprintText(sha256);
    return text.left(9) + u" … "_s + text.right(9);
}

} // namespace lanyard
