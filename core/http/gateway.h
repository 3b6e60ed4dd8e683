#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

class QNetworkReply;

namespace lanyard {

struct RawAnswer;

/// Whose sign-in the challenges of a 401 or 407 ask for (RFC 9110 section 11.6).
struct Challenge
{
    bool isServices = false; ///< Bearer, or a scheme for keys, is among them: the service's own
    QString foreign;         ///< the first other scheme, as it is usually written ("Basic", "Negotiate"); empty: none
};

/// The names of all schemes in the values of WWW-Authenticate or Proxy-Authenticate headers, joined by commas.
[[nodiscard]] QStringList challengeSchemes(const QByteArray &header);

/// Reads the values of all WWW-Authenticate headers, joined by commas.
[[nodiscard]] Challenge readChallenge(const QByteArray &header);

/// The gateway that says in a header of its own that it has written @p reply; empty when it does not say its name.
[[nodiscard]] std::optional<QString> gatewayMark(const QNetworkReply &reply);

/// What wrote @p answer, if that is something known to stand in front of services ("nginx", "Cloudflare"); empty when
/// it is not known. A gateway also passes on the service's answers: whether it has written this one is
/// answeredByService()'s question.
[[nodiscard]] QString gatewayName(const RawAnswer &answer);

/// Whether a 400, 401 or 403 is the service's own word: with a JSON object as the service writes them, or without any
/// body and without a challenge of somebody else's. A web page never is.
[[nodiscard]] bool answeredByService(const RawAnswer &answer);

/// Whether a status of 500 and above tells of a fault of the service: with an object as it writes them, or without any
/// body, where that is not how something known answers when the service cannot be reached. Or with the page that
/// ASP.NET Core shows to developers: nothing in front has that.
[[nodiscard]] bool failedInService(const RawAnswer &answer);

/// Whether the body is an object as the service writes them: its envelope, or a problem (RFC 9457); also one that broke
/// off.
[[nodiscard]] bool hasServicesForm(const QByteArray &body);

/// Whether only something in front of a service answers with this status: it does not reach the service.
[[nodiscard]] bool isGatewayStatus(int status);

/// Whether the body is a web page.
[[nodiscard]] bool isWebPage(const RawAnswer &answer);

/// Whether a server of TLS says that it was spoken to without it: in a web page, or by TLS's own alert.
[[nodiscard]] bool saysHttpsExpected(const RawAnswer &answer);
/// Whether a connection failed because the server does not speak TLS.
[[nodiscard]] bool failedForPlainHttp(const RawAnswer &answer);
/// Whether a server wants a client certificate: by an alert of TLS, or in a web page.
[[nodiscard]] bool demandsClientCertificate(const RawAnswer &answer);

} // namespace lanyard
