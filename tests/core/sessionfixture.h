// A service, and a session of somebody who uses it.
#pragma once

#include "core/http/truststore.h"
#include "core/session/session.h"
#include "tests/core/memorystore.h"
#include "tests/core/support.h"
#include "tests/service/accountservice.h"

#include <QSignalSpy>

namespace lanyard::testing {

struct SessionFixture
{
    explicit SessionFixture(const ServiceOptions &options = {}, const SessionLimits &sessionLimits = {})
        : service(options), limits(sessionLimits), started(service.start())
    {
    }

    SignInRequest request(const QString &userName = QStringLiteral("mrossi"),
                          const QString &password = QStringLiteral("lanyard")) const
    {
        return {.server = service.address(), .userName = userName, .secret = Secret::fromText(password)};
    }
    SignInRequest keyRequest(const QString &key = QStringLiteral("api_Kq7vR2mXw9LtZb4NcY8sHd3f")) const
    {
        return {.server = service.address(),
                .userName = {},
                .secret = Secret::fromText(key),
                .kind = Credential::Kind::ApiKey};
    }

    // Signs in and waits until the keychain has been told as well.
    bool signIn(const SignInRequest &request)
    {
        QSignalSpy settled(&session, &Session::storageChanged);
        session.signIn(request);
        return settled.wait(timeoutMs) && session.state() == Session::State::SignedIn;
    }
    bool signIn() { return signIn(request()); }

    AccountService service;
    SessionLimits limits;
    bool started;
    MemoryStore store;
    TrustStore trust;
    SavedAccounts accounts;
    SavedSignIns signIns{store, accounts};
    Session session{signIns, trust, limits};
};

// The error that a signal carried.
inline Error errorOf(const QSignalSpy &spy)
{
    const QVariant value = spy.isEmpty() ? QVariant() : spy.last().value(0);
    if (value.canConvert<std::optional<Error>>())
        return value.value<std::optional<Error>>().value_or(Error{});
    return value.value<Error>();
}

} // namespace lanyard::testing
