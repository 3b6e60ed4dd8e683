#pragma once

#include "core/base/jsonsource.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QNetworkReply>

namespace lanyard {

/// Everything that is known when a call has ended, before anything is made of it.
struct RawAnswer
{
    enum class Stop { None, ByUser, Connect, Silence, Deadline, Size, Certificate };

    Stop stop = Stop::None; ///< why we ended it ourselves, if we did
    bool isPost = false;
    bool wasSent = false; ///< the service may have seen the request
    QNetworkReply::NetworkError networkError = QNetworkReply::NoError;
    QString networkText;      ///< Qt's words, for the details
    int status = 0;           ///< 0: no status line arrived
    bool headWasRead = true;  ///< false: a status came, and no header that Qt could read
    QByteArray contentLength; ///< as received
    QByteArray contentType;
    QByteArray retryAfter;
    QByteArray date;
    QByteArray challenge; ///< all of WWW-Authenticate or, of a proxy, Proxy-Authenticate, joined by commas
    QByteArray server;    ///< as is what follows
    QByteArray via;
    std::optional<QString> writtenBy; ///< the gateway that says in a header that the answer is its own
    QString location;                 ///< a redirect's target, resolved
    QString origin;                   ///< where it was asked, for the sentence
    QString path;                     ///< and for what, behind the origin's own
    QString otherScheme;              ///< the origin with https for http, or the other way round
    QString proxy;                    ///< the proxy on the way there, host:port; empty when there is none
    QString proxyUser;                ///< the user name that it was given
    QByteArray body;
    std::optional<CertificateFacts> certificate; ///< with Stop::Certificate
};

/// A checked answer of the service.
struct ServiceAnswer
{
    QJsonObject envelope;
    QDateTime date = {};    ///< its Date header; invalid when there is none
    JsonSource source = {}; ///< the text of the envelope
    /// The text of each of its members that is an object.
    QHash<QString, JsonSource> objects = {};
};

/// The one classifier: a checked answer, or the one Error that describes it.
///
/// The order is fixed: stopped by us → TLS → no status → status → body whole and JSON → envelope says success. The
/// value holds the envelope; whether the members a call needs are there is the call's own question.
[[nodiscard]] Result<ServiceAnswer> classify(const RawAnswer &answer);

/// Seconds from a Retry-After header, as a number or an HTTP date (RFC 9110 section 10.2.3), clamped to 0…300; -1 when
/// there is none or it cannot be read.
[[nodiscard]] int retryAfterSeconds(const QByteArray &header, const QDateTime &now);

} // namespace lanyard
