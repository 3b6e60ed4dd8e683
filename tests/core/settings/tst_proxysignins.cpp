// The sign-in that a proxy asks for: used until the program ends, kept where that was wished, for that proxy only.

#include "core/settings/proxysignins.h"
#include "tests/core/memorystore.h"
#include "tests/core/support.h"
#include "tests/support/testclass.h"

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

const QString proxy = u"proxy.example:3128"_s;
const QString another = u"proxy.example:8080"_s;

ProxySignIn signInOf(const QString &userName, const QString &password)
{
    return {userName, Secret::fromText(password)};
}

// A program's run: what is in use ends with it, the keychain does not.
struct Run
{
    explicit Run(SecretStore &store) : signIns(store, settings) {}

    QString inUse(const QString &where) const
    {
        const auto signIn = settings.signIn(where);
        return signIn ? signIn->userName + u" | "_s + signIn->password.exposeText() : u"none"_s;
    }

    // The proxy accepts it.
    Result<Done> keep(const ProxySignIn &signIn)
    {
        const auto kept = signIns.use(proxy, signIn, true);
        settings.tellLetThrough(proxy);
        return wait(kept);
    }

    ProxySettings settings;
    ProxySignIns signIns;
};

} // namespace

class ProxySignInsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsKeptIsThereNextTime_data();
    void whatIsKeptIsThereNextTime();
    void whatIsNotKeptEndsWithTheProgram();
    void notKeepingItAnyMoreRemovesIt();
    void itIsForItsProxyOnly();
    void whatTheProxyRefusesIsNotKept();
    void theKeychainIsReadOnceForAProxy();
    void anUnreadableEntryIsNone_data();
    void anUnreadableEntryIsNone();
    void itIsUsedThoughTheKeychainFails();
};

void ProxySignInsTest::whatIsKeptIsThereNextTime_data()
{
    QTest::addColumn<QString>("userName");
    QTest::addColumn<QString>("password");
    QTest::newRow("plain") << u"anna"_s << u"secret"_s;
    QTest::newRow("a domain's") << uR"(CORP\anna)"_s << u"secret"_s;
    QTest::newRow("other letters") << u"jürgen.groß"_s << u"пароль ключ"_s;
    QTest::newRow("line breaks in the password") << u"anna"_s << u"a\nb\n"_s;
    QTest::newRow("no password") << u"anna"_s << QString();
}

void ProxySignInsTest::whatIsKeptIsThereNextTime()
{
    QFETCH(const QString, userName);
    QFETCH(const QString, password);
    MemoryStore store;
    Run first(store);
    VERIFY_OK(first.keep(signInOf(userName, password)));
    QCOMPARE(first.inUse(proxy), userName + u" | "_s + password);
    QCOMPARE(first.signIns.storeName(), store.name());
    Run second(store);
    QCOMPARE(second.inUse(proxy), u"none"_s);
    QVERIFY(wait(second.signIns.useKept(proxy)).value());
    QCOMPARE(second.inUse(proxy), userName + u" | "_s + password);
}

void ProxySignInsTest::whatIsNotKeptEndsWithTheProgram()
{
    MemoryStore store;
    Run first(store);
    VERIFY_OK(wait(first.signIns.use(proxy, signInOf(u"anna"_s, u"secret"_s), false)));
    QCOMPARE(first.inUse(proxy), u"anna | secret"_s);
    QVERIFY(store.entries().isEmpty());
    Run second(store);
    QVERIFY(!wait(second.signIns.useKept(proxy)).value());
    QCOMPARE(second.inUse(proxy), u"none"_s);
}

void ProxySignInsTest::notKeepingItAnyMoreRemovesIt()
{
    MemoryStore store;
    VERIFY_OK(Run(store).keep(signInOf(u"anna"_s, u"old"_s)));
    Run later(store);
    QVERIFY(wait(later.signIns.useKept(proxy)).value()); // it was refused, and asked for anew
    VERIFY_OK(wait(later.signIns.use(proxy, signInOf(u"anna"_s, u"new"_s), false)));
    QCOMPARE(later.inUse(proxy), u"anna | new"_s);
    QVERIFY(store.entries().isEmpty());
}

void ProxySignInsTest::itIsForItsProxyOnly()
{
    MemoryStore store;
    Run first(store);
    VERIFY_OK(first.keep(signInOf(u"anna"_s, u"secret"_s)));
    QCOMPARE(first.inUse(another), u"none"_s);
    Run second(store);
    QVERIFY(!wait(second.signIns.useKept(another)).value());
    QCOMPARE(second.inUse(another), u"none"_s);
    QCOMPARE(second.inUse(proxy), u"none"_s);
}

void ProxySignInsTest::whatTheProxyRefusesIsNotKept()
{
    MemoryStore store;
    VERIFY_OK(Run(store).keep(signInOf(u"anna"_s, u"old"_s)));
    const auto entries = store.entries();
    Run run(store);
    const auto first = run.signIns.use(proxy, signInOf(u"anna"_s, u"wrong"_s), true);
    QCOMPARE(run.inUse(proxy), u"anna | wrong"_s);
    run.settings.tellLetThrough(another);
    const auto second = run.signIns.use(proxy, signInOf(u"anna"_s, u"right"_s), true);
    COMPARE_ERROR(wait(first), Error::Kind::Cancelled);
    QCOMPARE(store.entries(), entries); // what was there before is not known to be wrong
    run.settings.tellLetThrough(proxy);
    VERIFY_OK(wait(second));
    Run later(store);
    QVERIFY(wait(later.signIns.useKept(proxy)).value());
    QCOMPARE(later.inUse(proxy), u"anna | right"_s);
}

// One that is refused is not offered again and again: the user is asked.
void ProxySignInsTest::theKeychainIsReadOnceForAProxy()
{
    MemoryStore store;
    VERIFY_OK(Run(store).keep(signInOf(u"anna"_s, u"old"_s)));
    Run later(store);
    QVERIFY(wait(later.signIns.useKept(proxy)).value());
    QVERIFY(!wait(later.signIns.useKept(proxy)).value());
    QCOMPARE(later.inUse(proxy), u"anna | old"_s);
}

void ProxySignInsTest::anUnreadableEntryIsNone_data()
{
    QTest::addColumn<QByteArray>("entry");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("one line") << QByteArray("anna");
    QTest::newRow("no name") << QByteArray("\nsecret");
}

void ProxySignInsTest::anUnreadableEntryIsNone()
{
    QFETCH(const QByteArray, entry);
    MemoryStore store;
    VERIFY_OK(Run(store).keep(signInOf(u"anna"_s, u"secret"_s)));
    VERIFY_OK(wait(store.write(store.entries().keys().constFirst(), Secret(QByteArrayView(entry)))));
    Run later(store);
    QVERIFY(!wait(later.signIns.useKept(proxy)).value());
    QCOMPARE(later.inUse(proxy), u"none"_s);
}

void ProxySignInsTest::itIsUsedThoughTheKeychainFails()
{
    MemoryStore store;
    store.failWith(Error::Kind::KeychainLocked);
    Run run(store);
    QVERIFY(!wait(run.signIns.useKept(proxy)).value());
    COMPARE_ERROR(run.keep(signInOf(u"anna"_s, u"secret"_s)), Error::Kind::KeychainLocked);
    QCOMPARE(run.inUse(proxy), u"anna | secret"_s);
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::ProxySignInsTest)

#include "tst_proxysignins.moc"
