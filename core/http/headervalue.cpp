#include "core/http/headervalue.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard {

bool isNumber(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

QDateTime httpDate(const QByteArray &text)
{
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(text.trimmed()), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    date.setTimeSpec(Qt::UTC);
    return date;
}

int retryAfterSeconds(const QByteArray &header, const QDateTime &now)
{
    constexpr qint64 limit = 300;
    const QByteArray text = header.trimmed();
    if (text.isEmpty())
        return -1;
    if (isNumber(text)) {
        bool ok = false;
        const qint64 seconds = text.toLongLong(&ok);
        return static_cast<int>(ok ? std::min(seconds, limit) : limit);
    }
    const QDateTime date = httpDate(text);
    if (!date.isValid())
        return -1;
    return static_cast<int>(std::clamp<qint64>(now.secsTo(date), 0, limit));
}

} // namespace lanyard
