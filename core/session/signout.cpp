#include "core/session/signout.h"

#include "core/document/dates.h"
#include "core/session/authapi.h"
#include "core/session/savedsignins.h"

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
        if (report.account.expiresAt)
            return tr("Signed out here. The service could not be told: it may accept the old session until %1.")
                .arg(displayTimestamp(*report.account.expiresAt));
        return tr("Signed out here. The service could not be told: it may accept the old session for a while.");
    }

    static QString unrecorded() { return tr("Until then, a sign-in that you ended may be back at the next start."); }

    static QString keychain(const Error &error)
    {
        // A user who denied access is not asked again unless they request it.
        if (error.kind == Error::Kind::KeychainRefused)
            return tr("The saved sign-in could not be removed: %1").arg(errorText(error));
        return tr("The saved sign-in could not be removed: %1 It is removed as soon as that is possible.")
            .arg(errorText(error));
    }
};

} // namespace

Pending<SignOutReport> signOutOf(AuthApi &api, SavedSignIns &keeper, const QObject *session,
                                 const SavedAccount &account, const Credential &credential, const User &known)
{
    auto report = std::make_shared<SignOutReport>();
    report->account = account;
    report->wasApiKey = account.kind == Credential::Kind::ApiKey;
    const Promise<SignOutReport> promise;
    auto left = std::make_shared<int>(2);
    const auto finishOne = [promise, report, left] {
        if (--*left == 0)
            promise.complete(*report);
    };
    keeper.forget(account, session).then(&api, [report, finishOne](const Result<Done> &removed) {
        if (!removed)
            report->keychainError = removed.error();
        finishOne();
    });
    if (report->wasApiKey || credential.isEmpty()) {
        finishOne();
        return promise.pending();
    }
    const auto asked = api.logout(credential, known);
    promise.onCancel([asked] { asked.cancel(); });
    asked.then(&api, [report, finishOne](const Result<Done> &told) {
        // An expired session is the intended result.
        if (!told && told.error().kind != Error::Kind::SessionExpired)
            report->serviceError = told.error();
        finishOne();
    });
    return promise.pending();
}

QString signOutText(const SignOutReport &report)
{
    const QString service = SignOutText::service(report);
    return report.keychainError ? service + QLatin1Char(' ') + SignOutText::keychain(*report.keychainError) : service;
}

QString unrecordedText()
{
    return errorText(errorOf(Error::Kind::NotWritten)) + u' ' + SignOutText::unrecorded();
}

} // namespace lanyard
