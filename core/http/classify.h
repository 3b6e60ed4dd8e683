#pragma once

#include "core/base/jsonsource.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QNetworkReply>

namespace lanyard {

/// Everything known at the end of a call, before it is interpreted.
struct RawAnswer
{
    enum class Stop { None, ByUser, Connect, Silence, Deadline, Size, Certificate };

    Stop stop = Stop::None; ///< why we aborted it ourselves, if we did
    bool isPost = false;
    bool wasSent = false; ///< the service may have seen the request
    QNetworkReply::NetworkError networkError = QNetworkReply::NoError;
    QString networkText;      ///< Qt's message, for the details
    int status = 0;           ///< 0: no status line arrived
    bool headWasRead = true;  ///< false: there was a status, but no header that Qt could parse
    QByteArray contentLength; ///< as received
    QByteArray contentType;
    QByteArray retryAfter;
    QByteArray date;
    QByteArray challenge; ///< WWW-Authenticate or, for a proxy, Proxy-Authenticate: all values, joined by commas
    QByteArray server;    ///< as received, like what follows
    QByteArray via;
    std::optional<QString> writtenBy; ///< the gateway that identifies itself in a header as the author of the response
    QString location;                 ///< a redirect's target, resolved
    QString origin;                   ///< the origin of the request, for the sentence
    QString path;                     ///< the path of the request, relative to the origin
    QString otherScheme;              ///< the origin with https instead of http, or the other way round
    QString proxy;                    ///< the proxy in use, host:port; empty if there is none
    QString proxyUser;                ///< the user name sent to it
    QByteArray body;
    std::optional<CertificateFacts> certificate; ///< set if stop is Stop::Certificate
};

/// A validated response of the service.
struct ServiceAnswer
{
    QJsonObject envelope;
    QDateTime date = {};    ///< its Date header; invalid if there is none
    JsonSource source = {}; ///< the source text of the envelope
    /// The source text of each of its members that is an object.
    QHash<QString, JsonSource> objects = {};
};

/// The one classifier: a validated response, or the one Error that describes it.
///
/// The order is fixed: aborted by us → TLS → no status → status → body complete and JSON → envelope reports success.
/// The value holds the envelope; checking for the members that a call needs is up to the call.
[[nodiscard]] Result<ServiceAnswer> classify(const RawAnswer &answer);

/// Seconds from a Retry-After header, given as a number or an HTTP date (RFC 9110 section 10.2.3), clamped to 0…300; -1
/// if there is none or it cannot be parsed.
[[nodiscard]] int retryAfterSeconds(const QByteArray &header, const QDateTime &now);

} // namespace lanyard
