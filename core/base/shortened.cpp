#include "core/base/shortened.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTextBoundaryFinder>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

class AccountName
{
    Q_DECLARE_TR_FUNCTIONS(AccountName)
};

QList<qsizetype> boundaries(const QString &text)
{
    QList<qsizetype> places{0};
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    while (finder.toNextBoundary() > 0)
        places << finder.position();
    return places;
}

// The longest form that fits of those with ever more characters.
QString longest(qsizetype most, int room, const TextWidth &width, const std::function<QString(qsizetype)> &form)
{
    qsizetype fits = 0;
    for (qsizetype step = most; step > 0; step /= 2) {
        while (fits + step <= most && width(form(fits + step)) <= room)
            fits += step;
    }
    return form(fits);
}

} // namespace

QString shortenedInTheMiddle(const QString &text, int room, const TextWidth &width)
{
    if (width(text) <= room)
        return text;
    const QList<qsizetype> places = boundaries(text);
    const qsizetype count = places.size() - 1;
    return longest(qMax<qsizetype>(0, count - 1), room, width, [&](qsizetype kept) {
        const qsizetype atStart = (kept + 1) / 2;
        return text.left(places.at(atStart)) + u'…' + text.mid(places.at(count - (kept - atStart)));
    });
}

QString accountName(const QString &who, const QString &server)
{
    //: A user and a server.
    return who.isEmpty() ? quoted(server) : AccountName::tr("%1 at %2").arg(quoted(who), quoted(server));
}

QString shortened(const QString &text, int room, const TextWidth &width)
{
    if (width(text) <= room)
        return text;
    const QList<qsizetype> places = boundaries(text);
    return longest(qMax<qsizetype>(0, places.size() - 2), room, width,
                   [&](qsizetype kept) { return text.left(places.at(kept)) + u'…'; });
}

QString shortenedServer(const QString &server, int room, const TextWidth &width)
{
    if (width(server) <= room)
        return server;
    static const QRegularExpression parts(u"\\A(.*?)(:\\d+)?(/.*)?\\z"_s);
    const QRegularExpressionMatch match = parts.match(server);
    const QString port = match.captured(2);
    const QString path = match.captured(3);
    const int left = room - width(port);
    const QString shortPath = path.isEmpty() ? path : shortenedInTheMiddle(path, left / 3, width);
    const QString host = shortenedInTheMiddle(match.captured(1), left - width(shortPath), width);
    const QString shown = host + port + shortPath;
    return width(shown) <= room ? shown : shortenedInTheMiddle(server, room, width);
}

// Each has half of the room, and what the other does not need.
QString shortenedAccount(const QString &who, const QString &server, int room, const TextWidth &width)
{
    QString whole = accountName(who, server);
    if (width(whole) <= room)
        return whole;
    if (who.isEmpty())
        return shortenedServer(server, room, width);
    const int left = qMax(0, room - (width(whole) - width(who) - width(server)));
    const int forWho = qMax(left / 2, left - width(server));
    const QString shortWho = shortenedInTheMiddle(who, forWho, width);
    return accountName(shortWho, shortenedServer(server, left - width(shortWho), width));
}

} // namespace lanyard
