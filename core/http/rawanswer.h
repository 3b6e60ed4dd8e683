#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QNetworkReply>
#include <QString>

#include <optional>

namespace lanyard {

class Origin;
struct HttpLimits;

/// Everything known at the end of a call, before it is interpreted.
struct RawAnswer
{
    enum class Stop { None, ByUser, Connect, Silence, Deadline, Size, Certificate, ProxyUnasked };

    Stop stop = Stop::None; ///< why we aborted it ourselves, if we did
    bool isPost = false;
    bool isKnownService = false; ///< see Error
    bool wasSent = false;        ///< the service may have seen the request
    QNetworkReply::NetworkError networkError = QNetworkReply::NoError;
    QString networkText;      ///< Qt's message, for the details
    int status = 0;           ///< 0: no status line arrived
    bool headWasRead = true;  ///< false: there was a status, but no header that Qt could parse
    QByteArray contentLength; ///< as received
    QByteArray contentType;
    QByteArray contentEncoding;
    QByteArray retryAfter;
    QByteArray date;
    QByteArray challenge; ///< WWW-Authenticate or, for a proxy, Proxy-Authenticate: all values, joined by commas
    QByteArray server;    ///< as received, like what follows
    QByteArray via;
    std::optional<QString> writtenBy; ///< the gateway that identifies itself in a header as the author of the response
    bool closesConnection = false;    ///< by its own word
    bool endsConnection = false;      ///< its body has no length but the connection's
    QString location;                 ///< a redirect's target, resolved
    QString origin;                   ///< the origin of the request, for the sentence
    QString path;                     ///< the path of the request, relative to the origin
    QString otherScheme;              ///< the origin with https instead of http, or the other way round
    QString proxy;                    ///< the proxy in use, host:port; empty if there is none
    QString proxyUser;                ///< the user name sent to it
    QByteArray body;
    std::optional<CertificateFacts> certificate; ///< set if stop is Stop::Certificate

    /// What @p reply tells of it: not why it was stopped, nor what was sent. Without the body.
    [[nodiscard]] static RawAnswer from(const QNetworkReply &reply, const Origin &origin);
};

/// How a call failed, for the details: why we stopped it, or else Qt's message (empty if nothing went wrong); the proxy
/// host:port, if there is one; how often it was tried.
[[nodiscard]] QString failureDetails(const QNetworkReply &reply, RawAnswer::Stop stop, const HttpLimits &limits,
                                     const QString &proxy, int tries);

} // namespace lanyard
