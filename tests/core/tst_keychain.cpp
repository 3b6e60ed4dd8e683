// The keychain of the system, a real one: what it says is checked from outside and with the keyring locked.
//
// Runs in a session of its own (tests/support/session.sh), whose keyring is thrown away afterwards.

#include "core/secrets/keychainstore.h"
#include "core/secrets/keyringlookup.h"
#include "tests/core/support.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMetaType>
#include <QDBusReply>
#include <QElapsedTimer>
#include <QProcess>

#include <csignal>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

using Kind = Error::Kind;

namespace {

const QString key = u"lanyard/https://licences.example.com:5455/mrossi"_s;
const QString secretService = u"org.freedesktop.secrets"_s;

// What secret-tool, which is not ours, finds in the keyring; nothing if it finds none.
std::optional<QByteArray> outside(const QString &entry = key)
{
    QProcess tool;
    tool.start(u"secret-tool"_s, {u"lookup"_s, u"server"_s, u"lanyard"_s, u"user"_s, entry});
    if (!tool.waitForFinished(patienceMs) || tool.exitCode() != 0)
        return std::nullopt;
    return tool.readAllStandardOutput();
}

// A secret on its way over the bus, as the Secret Service defines it.
struct BusSecret
{
    QDBusObjectPath session;
    QByteArray parameters;
    QByteArray value;
    QString contentType = u"text/plain"_s;
};

QDBusArgument &operator<<(QDBusArgument &out, const BusSecret &secret)
{
    out.beginStructure();
    out << secret.session << secret.parameters << secret.value << secret.contentType;
    out.endStructure();
    return out;
}

const QDBusArgument &operator>>(const QDBusArgument &in, BusSecret &secret)
{
    in.beginStructure();
    in >> secret.session >> secret.parameters >> secret.value >> secret.contentType;
    in.endStructure();
    return in;
}

const QDBusObjectPath loginKeyring(u"/org/freedesktop/secrets/collection/login"_s);

QDBusMessage call(const QString &interface, const QString &method, const QVariantList &arguments)
{
    QDBusMessage message =
        QDBusMessage::createMethodCall(secretService, u"/org/freedesktop/secrets"_s, interface, method);
    message.setArguments(arguments);
    return QDBusConnection::sessionBus().call(message);
}

bool lock()
{
    const QList<QDBusObjectPath> keyrings{loginKeyring};
    return call(u"org.freedesktop.Secret.Service"_s, u"Lock"_s, {QVariant::fromValue(keyrings)}).type() ==
           QDBusMessage::ReplyMessage;
}

// With the password that the session gave its keyring, through the door that gnome-keyring keeps for its own tools:
// the one for everybody else asks in a window.
bool unlock()
{
    const QDBusMessage opened = call(u"org.freedesktop.Secret.Service"_s, u"OpenSession"_s,
                                     {u"plain"_s, QVariant::fromValue(QDBusVariant(QString()))});
    const BusSecret password{
        .session = opened.arguments().value(1).value<QDBusObjectPath>(), .parameters = {}, .value = "throw-away"};
    return call(u"org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"_s, u"UnlockWithMasterPassword"_s,
                {QVariant::fromValue(loginKeyring), QVariant::fromValue(password)})
               .type() == QDBusMessage::ReplyMessage;
}

// A keychain service that has stopped answering, as one does that waits for a prompt which nobody answers.
class Stopped
{
public:
    Stopped() : m_pid(QDBusConnection::sessionBus().interface()->servicePid(secretService).value())
    {
        ::kill(static_cast<pid_t>(m_pid), SIGSTOP);
    }
    ~Stopped() { ::kill(static_cast<pid_t>(m_pid), SIGCONT); }
    Q_DISABLE_COPY_MOVE(Stopped)

private:
    uint m_pid;
};

} // namespace

class KeychainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void whatIsWrittenIsThereForOthers();
    void aNewValueTakesTheOldOnesPlace();
    void entriesAreApart();
    void textOfEveryKindComesBackUnchanged_data();
    void textOfEveryKindComesBackUnchanged();
    void whatIsNotThereIsVerifiedToBeAbsent();
    void removingIsVerified();
    void whatIsTooLongIsRefused();
    void aLockedKeyringIsNotAnEmptyOne();
    void aKeyringThatDoesNotAnswerIsGivenUp();
    void aStoreCanBeDestroyedWithACallUnderWay();

private:
    KeychainStore m_store;
};

void KeychainTest::initTestCase()
{
    const bool testSession = qEnvironmentVariableIsSet("LANYARD_SESSION");
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!testSession || !bus.isConnected() || !bus.interface()->isServiceRegistered(secretService))
        QSKIP("Needs a keyring that may be thrown away: run it under tests/support/session.sh.");
    qDBusRegisterMetaType<BusSecret>();
    QVERIFY(!m_store.name().isEmpty());
}

void KeychainTest::init()
{
    VERIFY_OK(wait(m_store.remove(key)));
}

void KeychainTest::whatIsWrittenIsThereForOthers()
{
    VERIFY_OK(wait(m_store.write(key, Secret::fromText(u"token-1"_s))));
    QCOMPARE(outside(), QByteArray("token-1"));
    const auto read = wait(m_store.read(key));
    VERIFY_OK(read);
    QVERIFY(read.value() && *read.value() == Secret::fromText(u"token-1"_s));
    QCOMPARE(wait(lookUpKeyringEntry(u"lanyard"_s, key, this)).value(), KeyringEntry::Present);
}

void KeychainTest::aNewValueTakesTheOldOnesPlace()
{
    VERIFY_OK(wait(m_store.write(key, Secret::fromText(u"one"_s))));
    VERIFY_OK(wait(m_store.write(key, Secret::fromText(u"two"_s))));
    QCOMPARE(outside(), QByteArray("two"));
    VERIFY_OK(wait(m_store.remove(key)));
    QVERIFY(!outside()); // there were not two of them
}

void KeychainTest::entriesAreApart()
{
    const QString other = key + u"2"_s;
    VERIFY_OK(wait(m_store.write(key, Secret::fromText(u"one"_s))));
    VERIFY_OK(wait(m_store.write(other, Secret::fromText(u"two"_s))));
    VERIFY_OK(wait(m_store.remove(key)));
    QVERIFY(!outside());
    QCOMPARE(outside(other), QByteArray("two"));
    VERIFY_OK(wait(m_store.remove(other)));
}

void KeychainTest::textOfEveryKindComesBackUnchanged_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("JWT") << u"eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjF9.c2ln"_s;
    QTest::newRow("all printable") << uR"(!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~)"_s;
    QTest::newRow("international") << u"Ελένη 東京 🔑"_s;
    QTest::newRow("as long as may be") << QString(2560, u'x');
}

void KeychainTest::textOfEveryKindComesBackUnchanged()
{
    QFETCH(const QString, text);
    VERIFY_OK(wait(m_store.write(key, Secret::fromText(text))));
    QCOMPARE(outside(), text.toUtf8());
    QVERIFY(wait(m_store.read(key)).value() == Secret::fromText(text));
}

void KeychainTest::whatIsNotThereIsVerifiedToBeAbsent()
{
    const auto read = wait(m_store.read(key));
    VERIFY_OK(read);
    QVERIFY(!read.value());
    QCOMPARE(wait(lookUpKeyringEntry(u"lanyard"_s, key, this)).value(), KeyringEntry::Absent);
    VERIFY_OK(wait(m_store.remove(key)));
}

void KeychainTest::removingIsVerified()
{
    VERIFY_OK(wait(m_store.write(key, Secret::fromText(u"token"_s))));
    VERIFY_OK(wait(m_store.remove(key)));
    QVERIFY(!outside());
    QVERIFY(!wait(m_store.read(key)).value());
}

void KeychainTest::whatIsTooLongIsRefused()
{
    VERIFY_OK(wait(m_store.write(key, Secret::fromText(u"short"_s))));
    COMPARE_ERROR(wait(m_store.write(key, Secret::fromText(QString(2561, u'x')))), Kind::KeychainRefused);
    QCOMPARE(outside(), QByteArray("short"));
}

// qtkeychain says "not found" and "deleted" of an entry in a locked keyring.
void KeychainTest::aLockedKeyringIsNotAnEmptyOne()
{
    VERIFY_OK(wait(m_store.write(key, Secret::fromText(u"token"_s))));
    QVERIFY(lock());
    QCOMPARE(wait(lookUpKeyringEntry(u"lanyard"_s, key, this)).value(), KeyringEntry::Locked);
    const auto read = wait(m_store.read(key));
    const auto removed = wait(m_store.remove(key));
    const auto other = wait(m_store.read(key + u"2"_s));
    QVERIFY(unlock()); // before anything can fail
    COMPARE_ERROR(read, Kind::KeychainRefused);
    COMPARE_ERROR(removed, Kind::KeychainRefused);
    VERIFY_OK(other);
    QVERIFY(!other.value());
    QCOMPARE(outside(), QByteArray("token"));
    VERIFY_OK(wait(m_store.remove(key)));
    QVERIFY(!outside());
}

void KeychainTest::aKeyringThatDoesNotAnswerIsGivenUp()
{
    VERIFY_OK(wait(m_store.write(key, Secret::fromText(u"token"_s))));
    KeychainStore hasty(300);
    QElapsedTimer timer;
    timer.start();
    {
        const Stopped stopped;
        COMPARE_ERROR(wait(hasty.read(key)), Kind::KeychainUnusable);
        COMPARE_ERROR(wait(hasty.write(key, Secret::fromText(u"late"_s))), Kind::KeychainUnusable);
        COMPARE_ERROR(wait(hasty.remove(key)), Kind::KeychainUnusable);
        QVERIFY(timer.elapsed() < 10'000);
    }
    // The jobs end after all, in their order; what comes after them is not mixed up with them.
    QTRY_VERIFY_WITH_TIMEOUT(!outside(), patienceMs);
    VERIFY_OK(wait(m_store.write(key, Secret::fromText(u"new"_s))));
    QVERIFY(wait(m_store.read(key)).value() == Secret::fromText(u"new"_s));
}

void KeychainTest::aStoreCanBeDestroyedWithACallUnderWay()
{
    std::optional<Pending<std::optional<Secret>>> read;
    std::optional<Pending<Done>> written;
    {
        KeychainStore store;
        read = store.read(key);
        written = store.write(key, Secret::fromText(u"token"_s));
    }
    COMPARE_ERROR(wait(*read), Kind::Cancelled);
    COMPARE_ERROR(wait(*written), Kind::Cancelled);
    spin(200); // for the jobs, which are never deleted while they run
}

} // namespace lanyard::testing

QTEST_GUILESS_MAIN(lanyard::testing::KeychainTest)
#include "tst_keychain.moc"
