// How long a sign-in, a restored one and a save take where the service is far away, over TLS 1.3, beside curl doing the
// same two calls. Prints one JSON object: milliseconds of each run, by what was done.
//
// Usage: bench_roundtrips ONE_WAY_MS RUNS
#include "core/http/certificate.h"
#include "core/http/truststore.h"
#include "core/session/session.h"
#include "tests/bench/farrelay.h"
#include "tests/bench/measures.h"
#include "tests/core/heldstore.h"
#include "tests/core/support.h"
#include "tests/service/accountservice.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QSslCertificate>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace lanyard;
using namespace lanyard::testing;

namespace {

constexpr int typingMs = 2000; // what a password takes, or an edit

// An own one for each run: nothing is open or known from the run before.
struct Person
{
    explicit Person(TrustStore &trust) : session(signIns, trust) {}

    HeldStore store;
    SavedAccounts accounts;
    SavedSignIns signIns{store, accounts};
    Session session;
};

class RoundTrips
{
public:
    RoundTrips(int oneWayMs, const AccountService &service) : m_relay(service.port(), oneWayMs)
    {
        m_server = u"https://127.0.0.1:%1"_s.arg(m_relay.port());
        const QSslCertificate certificate(service.certificatePem());
        if (!m_trust.setPin(originOf(m_server), certificateSha256(certificate)))
            qFatal("the pin was not kept");
    }

    void measure()
    {
        curl();
        signIn(u"sign-in, at once"_s, 0);
        signIn(u"sign-in, after typing"_s, typingMs);
        restore(u"restore"_s, 0);
        restore(u"restore, keychain asks"_s, typingMs);
        save(u"save, at once"_s, 0, u"Bari"_s);
        save(u"save, after typing"_s, typingMs, u"Bari"_s);
        save(u"save of 40 KB"_s, typingMs, QString(40'000, u'x'));
    }

    [[nodiscard]] QJsonObject all() const { return m_measures.all(); }

private:
    // The milliseconds from @p begin to the signal.
    template<typename Signal, typename Begin>
    double timeUntil(Session &session, Signal signal, const Begin &begin)
    {
        QSignalSpy spy(&session, signal);
        QElapsedTimer timer;
        timer.start();
        begin();
        if (spy.isEmpty() && !spy.wait(timeoutMs))
            qFatal("it did not end");
        return double(timer.nsecsElapsed()) / 1e6;
    }

    double signIn(Session &session)
    {
        const SignInRequest request{
            .server = m_server, .userName = u"mrossi"_s, .secret = Secret::fromText(u"lanyard"_s)};
        return timeUntil(session, &Session::signedIn, [&] { session.signIn(request); });
    }

    void signIn(const QString &name, int typing)
    {
        Person person(m_trust);
        if (typing > 0) {
            person.session.expectSignIn(m_server);
            spin(typing);
        }
        m_measures.add(name, signIn(person.session));
    }

    // From the keychain's answer.
    void restore(const QString &name, int asking)
    {
        Person person(m_trust);
        signIn(person.session);
        COMPARE_EVENTUALLY(person.store.entries().size(), 1);
        const SavedAccount account = person.accounts.accounts().first();
        Session next(person.signIns, m_trust);
        person.store.hold();
        next.restore(account);
        spin(asking);
        m_measures.add(name, timeUntil(next, &Session::signedIn, [&] { person.store.release(); }));
    }

    void save(const QString &name, int typing, const QString &city)
    {
        Person person(m_trust);
        signIn(person.session);
        if (typing > 0) {
            person.session.expectSave();
            spin(typing);
        }
        static int saves = 0;
        m_measures.add(name, timeUntil(person.session, &Session::saved, [&] {
                           person.session.save({{Path::field(u"city"), city + QString::number(++saves)}});
                       }));
    }

    void curl()
    {
        const QStringList each{u"-sSk"_s, u"-o"_s, u"/dev/null"_s, u"-w"_s, u"%{time_total}\n"_s};
        QProcess curl;
        curl.start(u"curl"_s, each +
                                  QStringList{u"-H"_s, u"Content-Type: application/json"_s, u"-d"_s,
                                              u"{\"username\":\"mrossi\",\"password\":\"lanyard\"}"_s,
                                              m_server + u"/v1/auth/login"_s, u"--next"_s} +
                                  each + QStringList{m_server + u"/v1/auth/user"_s});
        if (!curl.waitForFinished() || curl.exitCode() != 0)
            qFatal("curl: %s", curl.readAllStandardError().constData());
        double seconds = 0;
        for (const QByteArray &line : curl.readAllStandardOutput().trimmed().split('\n'))
            seconds += line.toDouble();
        m_measures.add(u"curl"_s, 1000 * seconds);
    }

    FarRelay m_relay;
    TrustStore m_trust;
    QString m_server;
    Measures m_measures;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int oneWayMs = QCoreApplication::arguments().value(1).toInt();
    const int runs = QCoreApplication::arguments().value(2).toInt();
    if (oneWayMs <= 0 || runs <= 0) {
        std::fputs("Usage: bench_roundtrips ONE_WAY_MS RUNS\n", stderr);
        return 2;
    }
    AccountService service({.tls = ServiceOptions::Tls::SelfSigned});
    if (!service.start())
        qFatal("no service");
    RoundTrips trips(oneWayMs, service);
    for (int run = 0; run < runs; ++run)
        trips.measure();
    const QJsonObject result{{u"oneWayMs"_s, oneWayMs}, {u"ms"_s, trips.all()}};
    std::puts(QJsonDocument(result).toJson(QJsonDocument::Compact).constData());
    return 0;
}
