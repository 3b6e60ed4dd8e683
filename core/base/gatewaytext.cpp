#include "core/base/errortext.h"
#include "core/base/text.h"

using namespace Qt::StringLiterals;

namespace lanyard {

// %1 is the gateway, or a general term for one, in front of %2.
QString ErrorText::ofGatewayFault(int status)
{
    if (status == 502 || status == 504 || (status >= 520 && status <= 530))
        return tr("%1 in front of %2 cannot reach the account service (status %3). %4");
    if (status == 503)
        return tr("%1 in front of %2 says that the account service is unavailable (status %3). %4");
    return tr("%1 in front of %2 reported an error (status %3). %4");
}

// It is unknown whether the service or something in front of it responded: neither is blamed.
QString ErrorText::ofSomebody(const Error &error, const QString &subject, const QString &later)
{
    const QString status = QString::number(error.httpStatus);
    if (error.kind == Error::Kind::GatewayRefused)
        return tr("%1 refused the request (status %2), but not the way an account service does: something in front of "
                  "it may have answered. Ask the server’s administrator.")
            .arg(subject, status);
    if (error.httpStatus == 503)
        return tr("%1 is unavailable (status %2). %3").arg(subject, status, later);
    return tr("%1 reported an error (status %2), either in the account service or in something in front of it. %3")
        .arg(subject, status, later);
}

// Many responses with this status have no body, and may be anybody's.
QString ErrorText::ofThrottle(const Error &error, const QString &subject)
{
    const QString who = visibleText(error.answeredBy, false, 40);
    const QString later = wait(error.retryAfterSeconds);
    if (!who.isEmpty())
        return tr("%1 in front of %2 is not accepting requests right now. %3").arg(who, subject, later);
    if (!subject.isEmpty())
        return tr("%1 is not accepting requests right now. %2").arg(subject, later);
    return tr("The service is not accepting requests right now. %1").arg(later);
}

// Something in front of the service responded, perhaps to what the service had answered: what the service has seen or
// done is not known, and not said.
QString ErrorText::ofGateway(const Error &error, const QString &subject)
{
    const QString who = quoted(error.answeredBy, 40);
    const QString later = error.retryAfterSeconds >= 0 ? wait(error.retryAfterSeconds) : tr("Try again later.");
    if (error.kind == Error::Kind::NetworkSignIn)
        return tr("Your network asks you to sign in before it lets you through to %1. Open a page in your web browser, "
                  "sign "
                  "in there, then try again.")
            .arg(subject);
    if (!error.isGateways && (error.kind == Error::Kind::GatewayFault || error.kind == Error::Kind::GatewayRefused))
        return ofSomebody(error, subject, later);
    if (error.kind == Error::Kind::GatewayFault)
        return ofGatewayFault(error.httpStatus)
            .arg(who.isEmpty() ? tr("A gateway") : who, subject, QString::number(error.httpStatus), later);
    if (error.kind == Error::Kind::GatewayRefused)
        return who.isEmpty() ? tr("A gateway in front of %1 refused the request (status %2). Ask the server’s "
                                  "administrator.")
                                   .arg(subject)
                                   .arg(error.httpStatus)
                             : tr("%1 in front of %2 refused the request (status %3). Ask the server’s administrator.")
                                   .arg(who, subject)
                                   .arg(error.httpStatus);
    const QString sentence = error.httpStatus == 407
                                 ? tr("A proxy in front of %1 asks for a sign-in of its own%2, "
                                      "which Lanyard cannot give there. Ask your network administrator.")
                                 : tr("A gateway in front of %1 asks for a sign-in of its own%2, "
                                      "which Lanyard cannot give. Ask the server’s administrator.");
    return sentence.arg(subject, who.isEmpty() ? QString() : u" (%1)"_s.arg(who));
}

} // namespace lanyard
