#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace lanyard {

/// Who the challenges of a 401 or 407 come from (RFC 9110 section 11.6).
struct Challenge
{
    bool isServices = false; ///< they include Bearer or an API-key scheme: the service's own
    QString foreign;         ///< the first other scheme, in its usual spelling ("Basic", "Negotiate"); empty: none
};

/// The names of all schemes in the values of WWW-Authenticate or Proxy-Authenticate headers, joined by commas.
[[nodiscard]] QStringList challengeSchemes(const QByteArray &header);

/// Parses the values of all WWW-Authenticate headers, joined by commas.
[[nodiscard]] Challenge readChallenge(const QByteArray &header);

} // namespace lanyard
