#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

class QNetworkReply;

namespace lanyard {

struct RawAnswer;

/// The gateway that marks @p reply as its own in a header; empty if it does not give its name.
[[nodiscard]] std::optional<QString> gatewayMark(const QNetworkReply &reply);

/// What produced @p answer, if it is known to run in front of services ("nginx", "Cloudflare"); empty if unknown. A
/// gateway also relays the service's responses: answeredByService() decides which of the two this is.
[[nodiscard]] QString gatewayName(const RawAnswer &answer);

/// Whether a 400, 401 or 403 comes from the service itself: it has a JSON object of the service's form, or neither a
/// body nor a foreign challenge. A web page never does.
[[nodiscard]] bool answeredByService(const RawAnswer &answer);

/// Whether a status of 500 or above is a failure of the service: it has an object of the service's form; or no body,
/// unless that is how a known gateway responds when it cannot reach the service; or ASP.NET Core's developer exception
/// page, which nothing in front of a service produces.
[[nodiscard]] bool failedInService(const RawAnswer &answer);

/// Whether the body is an object of the service's form: its envelope, or a problem (RFC 9457); also a truncated one.
[[nodiscard]] bool hasServicesForm(const QByteArray &body);

/// Whether the service said so itself, as far as its response shows.
[[nodiscard]] bool isServicesOwn(const RawAnswer &answer);

/// Whether the service itself says that it does not have, offer or allow what was asked for. Until it is known, only
/// its envelope counts: any ASP.NET service describes its 404 as a problem.
[[nodiscard]] bool refusesTheCall(const RawAnswer &answer);

/// Whether only something in front of a service responds with this status, because it cannot reach the service.
[[nodiscard]] bool isGatewayStatus(int status);

/// Whether the body is a web page.
[[nodiscard]] bool isWebPage(const RawAnswer &answer);

/// Whether a TLS server reports that it received plain HTTP: in a web page, or by a TLS alert.
[[nodiscard]] bool saysHttpsExpected(const RawAnswer &answer);
/// Whether a connection failed because the server does not use TLS.
[[nodiscard]] bool failedForPlainHttp(const RawAnswer &answer);
/// Whether a server requires a client certificate: by a TLS alert, or in a web page.
[[nodiscard]] bool demandsClientCertificate(const RawAnswer &answer);

} // namespace lanyard
