#include "core/http/headervalue.h"

#include "core/base/utc.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

QDateTime utc(const QRegularExpressionMatch &match)
{
    static const QStringList months{u"jan"_s, u"feb"_s, u"mar"_s, u"apr"_s, u"may"_s, u"jun"_s,
                                    u"jul"_s, u"aug"_s, u"sep"_s, u"oct"_s, u"nov"_s, u"dec"_s};
    int year = match.captured(u"year"_s).toInt();
    if (year < 100)
        year += year < 70 ? 2000 : 1900;
    const auto month = static_cast<int>(months.indexOf(match.captured(u"month"_s).toLower())) + 1;
    const QDate day(year, month, match.captured(u"day"_s).toInt());
    const QTime time = QTime::fromString(match.captured(u"time"_s), u"hh:mm:ss"_s);
    return time.isValid() ? utcMoment(day, time) : QDateTime(); // without a time it would be midnight
}

} // namespace

bool isNumber(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

QDateTime httpDate(const QByteArray &text)
{
    static const QRegularExpression usual(u"\\A(?:[^\\d,]+,\\s*)?(?<day>\\d{1,2})[ -](?<month>[a-z]{3})[ -]"
                                          "(?<year>\\d{4}|\\d{2}) (?<time>\\d\\d:\\d\\d:\\d\\d)"
                                          "(?: (?:GMT|UTC|Z|[+-]0000))?\\z"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression asctime(u"\\A[a-z]{3} (?<month>[a-z]{3}) (?<day>\\d{1,2}) "
                                            "(?<time>\\d\\d:\\d\\d:\\d\\d) (?<year>\\d{4})\\z"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    constexpr qsizetype lengthLimit = 64;
    if (text.size() > lengthLimit)
        return {};
    const QString date = QString::fromUtf8(text).simplified();
    for (const QRegularExpression &form : {usual, asctime}) {
        if (const QRegularExpressionMatch match = form.match(date); match.hasMatch())
            return utc(match);
    }
    return {};
}

int retryAfterSeconds(const QByteArray &header, const QDateTime &now)
{
    constexpr qint64 limit = 24 * 60 * 60;
    QByteArray text = header.trimmed();
    if (text.isEmpty())
        return -1;
    // From the service and from a balancer, which said the same.
    if (const QByteArray first = text.left(text.indexOf(',')).trimmed(); text.contains(',') && isNumber(first))
        text = first;
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
