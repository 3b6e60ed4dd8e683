// What the service itself said no to, or could not do.
#include "core/base/errortext.h"
#include "core/base/text.h"

#include <QRegularExpression>

namespace lanyard {

// "Account is locked out", "Password expired": what was entered is right, and entering it again does not help.
QString ErrorText::ofRefusedSignIn(const Error &error)
{
    static const QRegularExpression isOfEntry(
        QStringLiteral("\\b(invalid|incorrect|wrong|bad|unknown|not found|no such|does not (exist|match)|"
                       "doesn't (exist|match)|do not match|credentials|unauthori[sz]ed|authentication failed)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    const bool isExplained =
        !error.serverMessage.trimmed().isEmpty() && !isOfEntry.match(error.serverMessage).hasMatch();
    return isExplained ? tr("The sign-in was refused.")
                       : tr("The sign-in was refused. Check what you entered and try again.");
}

// With words of the service's own there was none, and the words say what comes first: a code, a new password.
QString ErrorText::ofUnusableToken(const Error &error)
{
    return error.serverMessage.trimmed().isEmpty()
               ? tr("The service sent a session token that cannot be used. Ask its administrator.")
               : tr("The service did not sign you in: it sent no session token.");
}

QString ErrorText::ofRefusedForm(int status)
{
    return tr("The service does not accept the request in the form in which Lanyard sends it (status %1). Trying again "
              "will not help. Ask its administrator.")
        .arg(status);
}

// Each says only what its status means: with words of its own, which are quoted, the service says more.
QString ErrorText::ofRefusal(const Error &error)
{
    const QString later = error.retryAfterSeconds >= 0 ? wait(error.retryAfterSeconds) : tr("Try again later.");
    if (isAboutForm(error.httpStatus))
        return ofRefusedForm(error.httpStatus);
    if (isAboutOffer(error.httpStatus))
        return tr("The service does not offer this. Ask its administrator.");
    switch (error.httpStatus) {
    case 200: // in its envelope
    case 400:
    case 422:
        return tr("The service refused this. Correct it and try again.");
    case 404:
    case 410:
        return tr("The service does not have what was asked for. Ask its administrator.");
    case 409: // also a name that is taken
        return tr("The service refused this, because it conflicts with what is stored there now. Try again: that is "
                  "read first. If it is refused again, correct it.");
    case 412:
        return tr("The service refused this, because it was changed elsewhere in the meantime. Try again: the change "
                  "is read first.");
    case 413:
        return tr("The service refused this, because it is too large. Make it smaller and try again.");
    case 423:
        return tr("The service refused this, because it is locked at the moment. %1").arg(later);
    case 424:
    case 425:
        return tr("The service could not do this now. %1").arg(later);
    case 451:
        return tr("The service refused this for legal reasons. Ask its administrator.");
    default:
        return tr("The service refused this (status %1). Ask its administrator.").arg(error.httpStatus);
    }
}

QString ErrorText::ofServiceFault(const Error &error)
{
    const QString later = error.retryAfterSeconds >= 0 ? wait(error.retryAfterSeconds) : tr("Try again later.");
    if (error.httpStatus == 503)
        return tr("The service is busy or down for maintenance. %1").arg(later);
    if (isAboutForm(error.httpStatus))
        return ofRefusedForm(error.httpStatus);
    if (error.httpStatus == 507)
        return tr("The service has no room left to store this. Ask its administrator.");
    return tr("The service reported an internal error. %1").arg(later);
}

QString ErrorText::ofMissingAnswer(const Error &error, const QString &subject)
{
    if (error.httpStatus == 202)
        return tr("%1 accepted the request, but did not say whether it has been carried out.").arg(subject);
    if (!error.isKnownService)
        return tr("%1 did not reply like an account service. Check the address, and whether your network asks you to "
                  "sign in first.")
            .arg(subject);
    if (error.httpStatus >= 400)
        return tr("%1 replied that it does not offer this (status %2). Ask its administrator.")
            .arg(subject)
            .arg(error.httpStatus);
    return tr("%1 did not reply like an account service this time. Check whether your network asks you to sign in "
              "first, then try again.")
        .arg(subject);
}

QString ErrorText::ofRedirect(const Error &error, const QString &subject)
{
    if (error.suggestion.isEmpty())
        return (error.isKnownService
                    ? tr("The server redirects to %1, which is not the address of an account service. Nothing was sent "
                         "there. Check whether your network asks you to sign in first, then try again.")
                    : tr("The server redirects to %1, which is not the address of an account service. Nothing was sent "
                         "there. Check the address, and whether your network asks you to sign in first."))
            .arg(subject);
    const QString target = quoted(error.suggestion, 200);
    return (error.isKnownService
                ? tr("The server now redirects to another address, %1. Nothing was sent there. Try again. If that does "
                     "not help, ask the server’s administrator.")
                : tr("The server redirects to another address. Nothing was sent there. If you trust it, enter %1 as "
                     "the server."))
        .arg(target);
}

} // namespace lanyard
