#include "ui/common/fingerprint.h"

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

int groupsOf(const QByteArray &sha256)
{
    return static_cast<int>(sha256.size()) * 2 / FingerprintGroupLength;
}

} // namespace

QString fingerprintGroup(const QByteArray &sha256, int index)
{
    const QString hex = QString::fromLatin1(sha256.toHex()).toUpper();
    return hex.mid(index * FingerprintGroupLength, FingerprintGroupLength);
}

QString fingerprintText(const QByteArray &sha256, int groupsInLine)
{
    QString text;
    for (int group = 0; group < groupsOf(sha256); ++group) {
        if (group > 0)
            text += group % groupsInLine == 0 ? u'\n' : u' ';
        text += fingerprintGroup(sha256, group);
    }
    return text;
}

QString shortFingerprintText(const QByteArray &sha256)
{
    const QString text = fingerprintText(sha256);
    return text.left(9) + u" … "_s + text.right(9);
}

int firstDifference(const QByteArray &a, const QByteArray &b)
{
    for (int group = 0; group < qMin(groupsOf(a), groupsOf(b)); ++group) {
        if (fingerprintGroup(a, group) != fingerprintGroup(b, group))
            return group;
    }
    return -1;
}

} // namespace lanyard
