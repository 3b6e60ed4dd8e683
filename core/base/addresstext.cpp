#include "core/base/addresstext.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard {

QString withoutInvisible(QString typed)
{
    // A joiner between letters of some scripts makes another host.
    static const QRegularExpression joiner(u"(?<![^\\x{00}-\\x{7F}])[\\x{200C}\\x{200D}](?![^\\x{00}-\\x{7F}])"_s);
    static const QRegularExpression unseen(u"[\\x{00AD}\\x{200B}\\x{200E}\\x{200F}\\x{202A}-\\x{202E}\\x{2060}"
                                           "\\x{2066}-\\x{2069}\\x{FEFF}]"_s);
    return typed.remove(unseen).remove(joiner);
}

// A password may hold any of the characters that end a host: where an at sign stands behind one of them, nobody can say
// which host is meant.
QString withoutUserInfo(const QString &typed)
{
    constexpr QChar fullWidthAt(0xFF20);
    const qsizetype end = std::max(typed.lastIndexOf(u'@'), typed.lastIndexOf(fullWidthAt)) + 1;
    if (end == 0)
        return typed;
    static const QRegularExpression endOfHost(u"[/?#]"_s);
    const qsizetype scheme = typed.indexOf("://"_L1);
    const qsizetype begin = scheme < 0 || scheme > end ? 0 : scheme + 3;
    const qsizetype hostEnd = typed.indexOf(endOfHost, begin);
    return hostEnd >= 0 && hostEnd < end ? QString() : typed.left(begin) + typed.mid(end);
}

} // namespace lanyard
