#include "core/http/connectionerror.h"

#include "core/http/gateway.h"

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// Until the end of the TLS handshake, responses come from the proxy. Qt has error codes for some of them, and
// UnknownNetworkError for the rest.
bool isProxys(const RawAnswer &answer)
{
    const bool isNamed = answer.networkError >= QNetworkReply::ProxyConnectionRefusedError &&
                         answer.networkError <= QNetworkReply::UnknownProxyError;
    const bool isHandshakes = answer.networkError == QNetworkReply::SslHandshakeFailedError;
    return isNamed || (!answer.proxy.isEmpty() && !answer.wasSent && !isHandshakes);
}

// A proxy that asks for a password forwards nothing before it has one.
bool isProxysQuestion(const RawAnswer &answer)
{
    return answer.networkError == QNetworkReply::ProxyAuthenticationRequiredError && !answer.proxy.isEmpty();
}

Error proxyInTheWay(const RawAnswer &answer)
{
    Error error = errorOf(isProxysQuestion(answer) ? Error::Kind::ProxySignIn : Error::Kind::ProxyInTheWay, answer);
    error.subject = answer.proxy;
    error.proxyUser = answer.proxyUser;
    return error;
}

Error withSuggestion(Error error, const QString &address)
{
    error.suggestion = address;
    return error;
}

QString httpsInstead(const RawAnswer &answer)
{
    return answer.otherScheme.startsWith("https:"_L1) ? answer.otherScheme : QString();
}

} // namespace

Error errorOf(Error::Kind kind, const RawAnswer &answer)
{
    Error error = errorOf(kind, answer.networkText);
    error.httpStatus = answer.status;
    error.subject = answer.origin;
    error.isKnownService = answer.isKnownService;
    return error;
}

Error unanswered(Error::Kind kind, const RawAnswer &answer)
{
    if (!answer.isPost || !answer.wasSent)
        return errorOf(kind, answer);
    Error error = errorOf(Error::Kind::OutcomeUnknown, answer);
    error.cause = kind;
    return error;
}

std::optional<Error> stopped(const RawAnswer &answer)
{
    switch (answer.stop) {
    case RawAnswer::Stop::None:
        return std::nullopt;
    case RawAnswer::Stop::ByUser:
        return errorOf(Error::Kind::Cancelled, answer);
    case RawAnswer::Stop::Connect:
        // Certainly not sent.
        return answer.proxy.isEmpty() ? errorOf(Error::Kind::Unreachable, answer) : proxyInTheWay(answer);
    case RawAnswer::Stop::ProxyUnasked:
        return proxyInTheWay(answer);
    case RawAnswer::Stop::Silence:
    case RawAnswer::Stop::Deadline:
        // If a head is too long or malformed, Qt knows nothing about it, not even the length of its body, and waits for
        // the end.
        if (answer.status != 0 && !answer.headWasRead)
            return unanswered(Error::Kind::NotTheService, answer);
        return unanswered(Error::Kind::TimedOut, answer);
    case RawAnswer::Stop::Size:
        return unanswered(Error::Kind::TooLarge, answer);
    case RawAnswer::Stop::Certificate:
        break;
    }
    const bool changed = answer.certificate && !answer.certificate->expectedSha256.isEmpty();
    Error error = errorOf(changed ? Error::Kind::CertificateChanged : Error::Kind::CertificateUntrusted, answer);
    error.certificate = answer.certificate;
    return error;
}

Error withoutStatus(const RawAnswer &answer)
{
    if (isProxys(answer))
        return answer.wasSent && !isProxysQuestion(answer) ? unanswered(Error::Kind::ProxyInTheWay, answer)
                                                           : proxyInTheWay(answer);
    if (demandsClientCertificate(answer))
        return errorOf(Error::Kind::ClientCertificateDemanded, answer);
    if (failedForPlainHttp(answer))
        return withSuggestion(errorOf(Error::Kind::HttpExpected, answer), answer.otherScheme);
    if (saysHttpsExpected(answer))
        return withSuggestion(errorOf(Error::Kind::HttpsExpected, answer), answer.otherScheme);
    switch (answer.networkError) {
    case QNetworkReply::OperationCanceledError:
    case QNetworkReply::TimeoutError:
        return unanswered(Error::Kind::TimedOut, answer);
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
        return errorOf(Error::Kind::Unreachable, answer);
    case QNetworkReply::SslHandshakeFailedError:
        return errorOf(Error::Kind::TlsFailed, answer);
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
        return unanswered(Error::Kind::NotTheService, answer);
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError: // the same for a POST: see OneShotDevice
        // As Kestrel does when an https port receives plain HTTP.
        return withSuggestion(unanswered(Error::Kind::Unreachable, answer), httpsInstead(answer));
    default:
        return unanswered(Error::Kind::Unreachable, answer);
    }
}

} // namespace lanyard
