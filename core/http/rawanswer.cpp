#include "core/http/rawanswer.h"

#include "core/http/gateway.h"
#include "core/http/httplimits.h"
#include "core/http/origin.h"

#include <QNetworkRequest>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

QString reasonOf(const QNetworkReply &reply, RawAnswer::Stop stop, const HttpLimits &limits)
{
    switch (stop) {
    case RawAnswer::Stop::Connect:
        return u"no connection within %1 ms"_s.arg(limits.connectMs);
    case RawAnswer::Stop::Silence:
        return u"nothing came for %1 ms"_s.arg(limits.inactivityMs);
    case RawAnswer::Stop::Deadline:
        return u"not complete within %1 ms"_s.arg(limits.deadlineMs);
    case RawAnswer::Stop::None:
        if (reply.error() == QNetworkReply::NoError)
            return {};
        // Its own text is "Unknown error".
        return reply.error() == QNetworkReply::ContentReSendError ? u"the connection was lost"_s : reply.errorString();
    default:
        return {}; // Qt says "Operation canceled": it was ended by us, and the user would take it for somebody's doing
    }
}

} // namespace

RawAnswer RawAnswer::from(const QNetworkReply &reply, const Origin &origin)
{
    RawAnswer answer;
    answer.networkError = reply.error();
    answer.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.headWasRead = !reply.rawHeaderList().isEmpty();
    answer.contentLength = reply.rawHeader(QByteArrayLiteral("Content-Length"));
    answer.contentType = reply.rawHeader(QByteArrayLiteral("Content-Type"));
    answer.contentEncoding = reply.rawHeader(QByteArrayLiteral("Content-Encoding"));
    answer.date = reply.rawHeader(QByteArrayLiteral("Date"));
    answer.retryAfter = reply.rawHeader(QByteArrayLiteral("Retry-After"));
    answer.challenge = reply.rawHeader(answer.status == 407 ? QByteArrayLiteral("Proxy-Authenticate")
                                                            : QByteArrayLiteral("WWW-Authenticate"));
    answer.server = reply.rawHeader(QByteArrayLiteral("Server"));
    answer.via = reply.rawHeader(QByteArrayLiteral("Via"));
    answer.closesConnection = reply.rawHeader(QByteArrayLiteral("Connection")).toLower().contains("close");
    answer.endsConnection = answer.contentLength.isEmpty() && !reply.hasRawHeader("Transfer-Encoding");
    answer.writtenBy = gatewayMark(reply);
    // From the header itself: Qt's own attribute is empty for 300 and 305.
    const QUrl target = QUrl::fromEncoded(reply.rawHeader(QByteArrayLiteral("Location")));
    if (!target.isEmpty())
        answer.location = reply.url().resolved(target).toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo |
                                                                QUrl::RemoveQuery | QUrl::RemoveFragment);
    answer.origin = origin.text();
    answer.path = reply.url().path().mid(origin.url({}).path().size());
    answer.otherScheme = origin.withOtherScheme();
    return answer;
}

QString failureDetails(const QNetworkReply &reply, RawAnswer::Stop stop, const HttpLimits &limits, const QString &proxy,
                       int tries)
{
    QStringList parts{reasonOf(reply, stop, limits)};
    parts.removeAll(QString());
    if (!proxy.isEmpty())
        parts << u"(through the proxy %1)"_s.arg(proxy);
    if (tries > 1)
        parts << u"(tried %1 times)"_s.arg(tries);
    return parts.join(u' ');
}

} // namespace lanyard
