// Plasma 5's wallet, real: what the store does when it is open, closed, asking, not there yet, switched off and gone.
// ctest runs it in a session without a Secret Service, with Plasma's environment.

#include "core/secrets/keychainstore.h"
#include "core/secrets/kwallet.h"
#include "core/secrets/systemkeychain.h"
#include "tests/core/keyring.h"
#include "tests/core/support.h"
#include "tests/support/testclass.h"

#include <QDBusInterface>
#include <QDBusReply>
#include <QDir>
#include <QProcess>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

using Kind = Error::Kind;

// kwalletd5 and what a user would do with it. PAM opens the wallet at the login with such a hash.
class Wallet
{
public:
    ~Wallet() { end(); }

    bool start(bool enabled = true)
    {
        QFile settings(QStandardPaths::writableLocation(QStandardPaths::ConfigLocation) + u"/kwalletrc"_s);
        if (!settings.open(QIODevice::WriteOnly))
            return false;
        settings.write(QByteArray("[Wallet]\nFirst Use=false\nPrompt on Open=false\nEnabled=") +
                       (enabled ? "true\n" : "false\n"));
        settings.close();
        m_process.start(u"kwalletd5"_s, QStringList());
        return m_process.waitForStarted() && (!enabled || eventually([] { return isThere(); }));
    }
    void end()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    static bool open()
    {
        call(u"pamOpen"_s, {u"kdewallet"_s, QByteArray(56, 'a'), 0});
        return eventually([] { return isOpen(); });
    }
    static bool close()
    {
        call(u"close"_s, {u"kdewallet"_s, true});
        return !isOpen();
    }
    static bool isThere() { return call(u"isEnabled"_s, {}).type() == QDBusMessage::ReplyMessage; }
    static bool isOpen() { return QDBusReply<bool>(call(u"isOpen"_s, {u"kdewallet"_s})).value(); }
    // As another program reads it.
    static QString secret()
    {
        const int handle = QDBusReply<int>(call(u"open"_s, {u"kdewallet"_s, qlonglong(0), u"test"_s})).value();
        return QDBusReply<QString>(call(u"readPassword"_s, {handle, u"lanyard"_s, entryKey, u"test"_s})).value();
    }
    // Closes the window in which it asks.
    static bool refuse()
    {
        return QProcess::execute(u"xdotool"_s, {u"search"_s, u"--onlyvisible"_s, u"--name"_s, u"KDE Wallet"_s,
                                                u"windowactivate"_s, u"key"_s, u"Escape"_s}) == 0;
    }

private:
    static QDBusMessage call(const QString &method, const QVariantList &arguments)
    {
        QDBusMessage message = QDBusMessage::createMethodCall(u"org.kde.kwalletd5"_s, u"/modules/kwalletd5"_s,
                                                              u"org.kde.KWallet"_s, method);
        message.setArguments(arguments);
        return QDBusConnection::sessionBus().call(message);
    }

    QProcess m_process;
};

class KWalletTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void qtkeychainTakesItInPlasma5Only_data();
    void qtkeychainTakesItInPlasma5Only();
    void anOpenWalletKeepsAndForgets();
    void aClosedOneIsLockedAtOnceAndLosesNothing();
    void aRefusalIsTold();
    void oneThatIsNotThereYetIsTold();
    void oneThatEndsMeanwhileIsLost();
    void oneThatIsSwitchedOffOrGoneIsMissing();

private:
    // Each call of the store ends with this.
    void everythingMeets(Kind obstacle);

    KeychainStore m_store;
    Wallet m_wallet;
};

void KWalletTest::initTestCase()
{
    if (!qEnvironmentVariableIsSet("LANYARD_SESSION"))
        QSKIP("Needs a wallet that may be thrown away: run it under tests/support/session.sh.");
    if (QStandardPaths::findExecutable(u"kwalletd5"_s).isEmpty())
        QSKIP("There is no kwalletd5 here (Debian's package libkf5wallet-bin).");
    QVERIFY(m_wallet.start());
    QVERIFY(Wallet::open());
}

void KWalletTest::qtkeychainTakesItInPlasma5Only_data()
{
    QTest::addColumn<QByteArrayList>(
        "environment"); // XDG_CURRENT_DESKTOP, KDE_SESSION_VERSION, DESKTOP_SESSION, KDE_FULL_SESSION
    QTest::addColumn<bool>("plasma5");
    const auto row = [](const char *name, const QByteArrayList &environment, bool plasma5) {
        QTest::newRow(name) << environment << plasma5;
    };
    row("Plasma 5", {"KDE", "5", "", ""}, true);
    row("Plasma 6", {"KDE", "6", "", ""}, false);
    row("no version", {"KDE", "", "", ""}, false);
    row("one of several", {"X:KDE", "5", "", ""}, false);
    row("one of several, in a full session", {"X:KDE", "5", "", "true"}, true);
    row("by the session's name", {"", "5", "kde", ""}, true);
    row("full session", {"", "5", "", "true"}, true);
    row("GNOME", {"GNOME", "5", "kde", "true"}, false);
    row("Xfce", {"", "5", "xfce-session", "true"}, false);
    row("none", {"", "", "", ""}, false);
}

void KWalletTest::qtkeychainTakesItInPlasma5Only()
{
    QFETCH(const QByteArrayList, environment);
    QFETCH(const bool, plasma5);
    const char *const names[] = {"XDG_CURRENT_DESKTOP", "KDE_SESSION_VERSION", "DESKTOP_SESSION", "KDE_FULL_SESSION"};
    QByteArrayList before;
    for (int i = 0; i < 4; ++i) {
        before << qgetenv(names[i]);
        qputenv(names[i], environment.at(i));
    }
    const bool found = isPlasma5();
    for (int i = 0; i < 4; ++i)
        qputenv(names[i], before.at(i));
    QCOMPARE(found, plasma5);
}

void KWalletTest::everythingMeets(Kind obstacle)
{
    const auto read = wait(m_store.read(entryKey));
    COMPARE_ERROR(read, obstacle);
    COMPARE_ERROR(wait(m_store.write(entryKey, Secret::fromText(u"another"_s))), obstacle);
    COMPARE_ERROR(wait(m_store.remove(entryKey)), obstacle);
}

void KWalletTest::anOpenWalletKeepsAndForgets()
{
    QVERIFY(isPlasma5());
    VERIFY_OK(wait(m_store.write(entryKey, Secret::fromText(u"token-1"_s))));
    QCOMPARE(Wallet::secret(), u"token-1"_s);
    const auto read = wait(m_store.read(entryKey));
    VERIFY_OK(read);
    QVERIFY(read.value() && read.value()->exposeText() == u"token-1"_s);
    VERIFY_OK(wait(m_store.remove(entryKey)));
    QVERIFY(Wallet::secret().isEmpty());
    VERIFY_OK(wait(m_store.remove(entryKey))); // again: nothing is there
    const auto none = wait(m_store.read(entryKey));
    VERIFY_OK(none);
    QVERIFY(!none.value());
}

void KWalletTest::aClosedOneIsLockedAtOnceAndLosesNothing()
{
    VERIFY_OK(wait(m_store.write(entryKey, Secret::fromText(u"token-2"_s))));
    QVERIFY(Wallet::close());
    everythingMeets(Kind::KeychainLocked);
    // Of what is certainly not in it nothing need be asked.
    const auto none = wait(m_store.read(u"lanyard/https://lic.example/nobody"_s));
    VERIFY_OK(none);
    QVERIFY(!none.value());
    QVERIFY(Wallet::open());
    QCOMPARE(Wallet::secret(), u"token-2"_s);
}

void KWalletTest::aRefusalIsTold()
{
    VERIFY_OK(wait(m_store.open(entryKey))); // it is open: nobody is asked
    QVERIFY(Wallet::close());
    const auto opening = m_store.open(entryKey);
    std::optional<Result<Done>> ended;
    opening.then(this, [&ended](const Result<Done> &result) { ended = result; });
    VERIFY_EVENTUALLY(ended.has_value() || (Wallet::refuse() && false));
    COMPARE_ERROR(*ended, Kind::KeychainRefused);
    QVERIFY(Wallet::open());
    QCOMPARE(Wallet::secret(), u"token-2"_s);
}

void KWalletTest::oneThatIsNotThereYetIsTold()
{
    m_wallet.end();
    QDir(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/kwalletd"_s).removeRecursively();
    QVERIFY(m_wallet.start());
    const auto read = wait(m_store.read(entryKey));
    VERIFY_OK(read);
    QVERIFY(!read.value());
    COMPARE_ERROR(wait(m_store.write(entryKey, Secret::fromText(u"token-3"_s))), Kind::KeychainNotSetUp);
}

void KWalletTest::oneThatEndsMeanwhileIsLost()
{
    SystemKeychain store;
    VERIFY_OK(wait(store.read(entryKey)));
    m_wallet.end();
    const auto lost = wait(store.read(entryKey));
    COMPARE_ERROR(lost, Kind::KeychainMissing);
    QCOMPARE(errorText(lost.error()), u"KDE Wallet can no longer be reached."_s);
    SystemKeychain later; // never had one
    const auto none = wait(later.read(entryKey));
    COMPARE_ERROR(none, Kind::KeychainMissing);
    QCOMPARE(errorText(none.error()), u"There is no keychain on this computer."_s);
    QVERIFY(m_wallet.start());
    VERIFY_OK(wait(store.read(entryKey)));
}

void KWalletTest::oneThatIsSwitchedOffOrGoneIsMissing()
{
    m_wallet.end();
    everythingMeets(Kind::KeychainMissing);
    QVERIFY(m_wallet.start(false)); // ends by itself
    everythingMeets(Kind::KeychainMissing);
    COMPARE_ERROR(wait(m_store.open(entryKey)), Kind::KeychainMissing);
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::KWalletTest)
#include "tst_kwallet.moc"
