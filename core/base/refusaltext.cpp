// What the service itself said no to, or could not do.
#include "core/base/errortext.h"

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

// 409 and 412 mean that there is a newer state; with words of its own, a service may mean a name that is taken.
QString ErrorText::ofRefusal(const Error &error)
{
    const bool isWithoutWords = error.serverMessage.trimmed().isEmpty() && error.refusedMembers.isEmpty();
    if (isWithoutWords && (error.httpStatus == 409 || error.httpStatus == 412))
        return tr("The service refused this, because it was changed elsewhere in the meantime. Reload and try again.");
    return tr("The service refused this. Correct it and try again.");
}

QString ErrorText::ofServiceFault(const Error &error)
{
    const QString later = error.retryAfterSeconds >= 0 ? wait(error.retryAfterSeconds) : tr("Try again later.");
    return error.httpStatus == 503 ? tr("The service is busy or down for maintenance. %1").arg(later)
                                   : tr("The service reported an internal error. %1").arg(later);
}

QString ErrorText::ofMissingAnswer(const Error &error, const QString &subject)
{
    if (error.httpStatus == 202)
        return tr("%1 accepted the request, but did not say whether it has been carried out.").arg(subject);
    return tr("%1 did not reply like an account service. Check the address, and whether your network asks you to sign "
              "in first.")
        .arg(subject);
}

} // namespace lanyard
