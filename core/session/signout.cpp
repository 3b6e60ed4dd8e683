#include "core/session/signout.h"

#include "core/account/dates.h"

#include <QCoreApplication>

namespace lanyard {

namespace {

class SignOutText
{
    Q_DECLARE_TR_FUNCTIONS(SignOutText)

public:
    static QString service(const SignOutReport &report)
    {
        if (report.wasApiKey)
            return tr("Signed out here. The API key itself stays valid.");
        if (!report.serviceError)
            return tr("Signed out here and at the service.");
        if (report.expiresAt)
            return tr("Signed out here. The service could not be told: it may accept the old session until %1.")
                .arg(displayTimestamp(*report.expiresAt));
        return tr("Signed out here. The service could not be told: it may accept the old session for a while.");
    }

    static QString keychain()
    {
        return tr("The saved sign-in could not be removed from the keychain: unlock it, sign in and sign out again.");
    }
};

} // namespace

QString signOutText(const SignOutReport &report)
{
    const QString service = SignOutText::service(report);
    return report.keychainError ? service + QLatin1Char(' ') + SignOutText::keychain() : service;
}

} // namespace lanyard
