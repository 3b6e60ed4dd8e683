// Signing in: with a password or a key, what is kept of it, and what is told when it fails.

#include "tests/core/sessionpair.h"

using namespace Qt::StringLiterals;

namespace lanyard::testing {

using Kind = Error::Kind;
using State = Session::State;
using Storage = Session::Storage;

class SignInTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPasswordSignsIn();
    void anApiKeySignsInAndIsKept();
    void theServicesSpellingOfTheNameIsKept();
    void whatIsWrongIsToldAndNothingIsKept_data();
    void whatIsWrongIsToldAndNothingIsKept();
    void aSignInCanBeCancelled();
    void aSecondAttemptTakesTheFirstOnesPlace();
    void withoutKeepingAnOlderEntryGoes();
    void aKeychainThatFailsDoesNotStopTheSignIn_data();
    void aKeychainThatFailsDoesNotStopTheSignIn();
    void plainHttpNeedsAYes();
    void aTrustedCertificateSignsIn();
};

void SignInTest::aPasswordSignsIn()
{
    SessionPair pair;
    QSignalSpy states(&pair.session, &Session::stateChanged);
    QSignalSpy users(&pair.session, &Session::userChanged);
    QVERIFY(pair.session.state() == State::SignedOut && !pair.session.hasUser());
    QVERIFY(pair.signIn());
    QCOMPARE(states.size(), 2);
    QCOMPARE(states.first().first().value<State>(), State::SigningIn);
    QCOMPARE(users.size(), 1);
    QCOMPARE(pair.session.user().userName(), u"mrossi"_s);
    QCOMPARE(pair.service.requests().size(), 2); // login, and who that is
    QCOMPARE(pair.session.storage(), Storage::Keychain);
    QVERIFY(!pair.session.storageName().isEmpty());

    const Account account = pair.session.account();
    QVERIFY(account.kept && account.expiresAt);
    QCOMPARE(account.origin.text(), pair.service.address());
    QCOMPARE(pair.store.entries().keys(), QStringList{account.keychainKey()});
    const QByteArray sent = pair.service.requests().last().header("Authorization");
    QCOMPARE("Bearer " + pair.store.entries().value(account.keychainKey()).expose().toByteArray(), sent);
    QVERIFY(pair.accounts.accounts().first().isSameAs(account) && pair.accounts.accounts().first().kept);
}

void SignInTest::anApiKeySignsInAndIsKept()
{
    SessionPair pair;
    QVERIFY(pair.signIn(pair.keyRequest()));
    QCOMPARE(pair.service.requests().size(), 1);
    QCOMPARE(pair.session.account().userName, u"mrossi"_s); // the service told
    QCOMPARE(pair.session.account().kind, Credential::Kind::ApiKey);
    QVERIFY(!pair.session.account().expiresAt);
    QVERIFY(pair.store.entries().value(pair.session.account().keychainKey()) ==
            Secret::fromText(u"api_Kq7vR2mXw9LtZb4NcY8sHd3f"_s));
}

void SignInTest::theServicesSpellingOfTheNameIsKept()
{
    SessionPair pair;
    QVERIFY(pair.signIn(pair.request(u"MRossi"_s)));
    QCOMPARE(pair.session.account().userName, u"mrossi"_s);
}

void SignInTest::whatIsWrongIsToldAndNothingIsKept_data()
{
    QTest::addColumn<SignInRequest>("request"); // an empty server: that of the service
    QTest::addColumn<Kind>("kind");
    const Secret password = Secret::fromText(u"lanyard"_s);
    const auto withKey = [](const QString &key) {
        return SignInRequest{
            .server = {}, .userName = {}, .secret = Secret::fromText(key), .kind = Credential::Kind::ApiKey};
    };
    QTest::newRow("password") << SignInRequest{.server = {},
                                               .userName = u"mrossi"_s,
                                               .secret = Secret::fromText(u"x"_s)}
                              << Kind::SignInRefused;
    QTest::newRow("no password") << SignInRequest{.server = {}, .userName = u"mrossi"_s, .secret = {}}
                                 << Kind::SignInRefused;
    QTest::newRow("address") << SignInRequest{.server = u"ftp://x"_s, .userName = u"mrossi"_s, .secret = password}
                             << Kind::AddressInvalid;
    QTest::newRow("no such host") << SignInRequest{.server = u"https://host.invalid"_s,
                                                   .userName = u"mrossi"_s,
                                                   .secret = password}
                                  << Kind::Unreachable;
    QTest::newRow("plain http") << SignInRequest{.server = u"http://host.invalid"_s,
                                                 .userName = u"mrossi"_s,
                                                 .secret = password}
                                << Kind::PlainHttpRefused;
    QTest::newRow("unknown key") << withKey(u"api_unknown"_s) << Kind::SignInRefused;
    QTest::newRow("key that cannot be sent") << withKey(u"api key"_s) << Kind::UnusableCredential;
    QTest::newRow("no key") << withKey(u""_s) << Kind::UnusableCredential;
}

void SignInTest::whatIsWrongIsToldAndNothingIsKept()
{
    QFETCH(SignInRequest, request);
    QFETCH(const Kind, kind);
    SessionPair pair;
    if (request.server.isEmpty())
        request.server = pair.service.address();
    QSignalSpy failed(&pair.session, &Session::signInFailed);
    pair.session.signIn(request);
    QVERIFY(!failed.isEmpty() || failed.wait(patienceMs));
    QCOMPARE(errorOf(failed).kind, kind);
    QCOMPARE(pair.session.state(), State::SignedOut);
    QVERIFY(!pair.session.hasUser() && pair.store.entries().isEmpty() && pair.accounts.accounts().isEmpty());
    QVERIFY(pair.service.requests().size() <= 1);
}

void SignInTest::aSignInCanBeCancelled()
{
    SessionPair pair({.latencyMs = 200});
    QSignalSpy failed(&pair.session, &Session::signInFailed);
    QSignalSpy users(&pair.session, &Session::userChanged);
    pair.session.cancelSignIn(); // nothing to cancel
    pair.session.signIn(pair.request());
    QTRY_COMPARE(pair.service.requests().size(), 1);
    pair.session.cancelSignIn();
    QCOMPARE(pair.session.state(), State::SignedOut);
    spin(600); // the answers would have come by now
    QVERIFY(failed.isEmpty() && users.isEmpty());
    QVERIFY(pair.store.entries().isEmpty());
    QVERIFY(pair.signIn());
}

void SignInTest::aSecondAttemptTakesTheFirstOnesPlace()
{
    SessionPair pair({.latencyMs = 50});
    QSignalSpy users(&pair.session, &Session::userChanged);
    pair.session.signIn(pair.request());
    QVERIFY(pair.signIn(pair.request(u"admin"_s, u"admin"_s)));
    spin(200);
    QCOMPARE(users.size(), 1);
    QCOMPARE(pair.session.user().userName(), u"admin"_s);
}

void SignInTest::withoutKeepingAnOlderEntryGoes()
{
    SessionPair pair;
    QVERIFY(pair.signIn());
    QCOMPARE(pair.store.entries().size(), 1);
    SignInRequest request = pair.request();
    request.keep = false;
    QVERIFY(pair.signIn(request));
    QCOMPARE(pair.session.storage(), Storage::UntilQuit);
    QTRY_VERIFY(pair.store.entries().isEmpty());
    QVERIFY(!pair.accounts.accounts().first().kept && !pair.session.account().kept);
}

void SignInTest::aKeychainThatFailsDoesNotStopTheSignIn_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::newRow("none") << Kind::KeychainMissing;
    QTest::newRow("locked") << Kind::KeychainLocked;
    QTest::newRow("silent") << Kind::KeychainSilent;
}

void SignInTest::aKeychainThatFailsDoesNotStopTheSignIn()
{
    QFETCH(const Kind, kind);
    SessionPair pair;
    pair.store.failWith(kind);
    QVERIFY(pair.signIn());
    QCOMPARE(pair.session.storage(), Storage::KeychainFailed);
    QVERIFY(pair.session.storageError() && pair.session.storageError()->kind == kind);
    QVERIFY(!pair.session.account().kept && !pair.accounts.accounts().first().kept);
}

void SignInTest::plainHttpNeedsAYes()
{
    SessionPair pair;
    SignInRequest request = pair.request();
    request.server = u"http://host.invalid"_s;
    request.allowPlainHttp = true;
    QSignalSpy failed(&pair.session, &Session::signInFailed);
    pair.session.signIn(request);
    QVERIFY(failed.wait(patienceMs));
    QCOMPARE(errorOf(failed).kind, Kind::Unreachable); // it tried
}

void SignInTest::aTrustedCertificateSignsIn()
{
    SessionPair pair({.tls = ServiceOptions::Tls::ExpiredMisnamed});
    QSignalSpy failed(&pair.session, &Session::signInFailed);
    pair.session.signIn(pair.request());
    QVERIFY(failed.wait(patienceMs));
    const Error untrusted = errorOf(failed);
    QCOMPARE(untrusted.kind, Kind::CertificateUntrusted);
    QCOMPARE(pair.service.requests().size(), 0);
    pair.session.trust(u"not an address"_s, untrusted.certificate->sha256); // does nothing
    pair.session.trust(pair.service.address(), untrusted.certificate->sha256);
    QCOMPARE(pair.trust.origins(), QStringList{pair.service.address()});
    QVERIFY(pair.signIn());
}

} // namespace lanyard::testing

QTEST_GUILESS_MAIN(lanyard::testing::SignInTest)
#include "tst_signin.moc"
