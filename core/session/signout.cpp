#include "core/session/signout.h"

#include "core/account/authapi.h"
#include "core/account/dates.h"
#include "core/secrets/secretstore.h"

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

Pending<SignOutReport> signOutOf(AuthApi &api, SecretStore &store, const Account &account, const Credential &credential,
                                 QObject *context)
{
    auto report = std::make_shared<SignOutReport>();
    report->userName = account.userName;
    report->server = account.origin.text();
    report->wasApiKey = account.kind == Credential::Kind::ApiKey;
    report->wasKept = account.kept;
    report->expiresAt = account.expiresAt;
    const Promise<SignOutReport> promise;
    auto left = std::make_shared<int>(2);
    const auto finishOne = [promise, report, left] {
        if (--*left == 0)
            promise.complete(*report);
    };
    store.remove(account.keychainKey()).then(context, [report, finishOne](const Result<Done> &removed) {
        if (!removed && report->wasKept)
            report->keychainError = removed.error();
        finishOne();
    });
    if (report->wasApiKey || credential.isEmpty()) {
        finishOne();
        return promise.pending();
    }
    const auto asked = api.logout(credential);
    promise.onCancel([asked] { asked.cancel(); });
    asked.then(context, [report, finishOne](const Result<Done> &told) {
        if (!told)
            report->serviceError = told.error();
        finishOne();
    });
    return promise.pending();
}

QString signOutText(const SignOutReport &report)
{
    const QString service = SignOutText::service(report);
    return report.keychainError ? service + QLatin1Char(' ') + SignOutText::keychain() : service;
}

} // namespace lanyard
