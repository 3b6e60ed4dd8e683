// A keychain that asks the user about each access: how often it asks, what is made of each answer, and of none.
//
// With a scripted Secret Service, for what a real KeePassXC (e2e_keepassxc) cannot be brought to do. In a session
// without a keyring.

#include "core/secrets/systemkeychain.h"
#include "tests/core/keyring.h"
#include "tests/core/secrets/scriptedsecretservice.h"
#include "tests/core/support.h"
#include "tests/support/testclass.h"

#include <QDBusConnectionInterface>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>
#include <QSignalSpy>

#include <csignal>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

using Kind = Error::Kind;

class AskingKeychainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void everyStepAsksOnce_data();
    void everyStepAsksOnce();
    void aNoIsTold();
    void whatMayHaveBeenWrittenIsTold();
    void aServiceThatShowsADialogWithinACallIsWaitedFor();
    void aPromptThatAnswersWhenTheUserHasIsWaitedFor();
    void oneThatAnswersNothingIsSilent();
    void oneThatQuitsWhileItAsksIsGone();
    void whatIsLockedIsNotAbsent();
    void aKeyringIsMadeWhereThereIsNone_data();
    void aKeyringIsMadeWhereThereIsNone();
    void oneThatIsStartedByAnotherNameIsFound();
    void aYesAfterTheRemovalWritesNothing();
    void oneAnswerServesTheReadThatIsNotWantedAndTheWrite();
    void nothingIsAskedAboutWhatIsRemovedUnasked();

private:
    // The answer, once the service has asked.
    template<typename T>
    [[nodiscard]] Result<T> answered(const Pending<T> &pending, bool yes)
    {
        if (!eventually([this] { return m_service->isPrompting() && m_store->isAsking(entryKey); }))
            QTest::qFail("nothing was asked", __FILE__, __LINE__);
        m_service->answerPrompt(yes);
        return wait(pending);
    }

    std::unique_ptr<ScriptedSecretService> m_service;
    std::unique_ptr<SystemKeychain> m_store;
};

void AskingKeychainTest::initTestCase()
{
    if (!qEnvironmentVariableIsSet("LANYARD_SESSION"))
        QSKIP("Needs a bus without a keyring: run it under tests/support/session.sh --keyring absent.");
}

void AskingKeychainTest::init()
{
    m_service = std::make_unique<ScriptedSecretService>();
    m_store = std::make_unique<SystemKeychain>();
}

void AskingKeychainTest::cleanup()
{
    m_store.reset();
    m_service.reset();
}

void AskingKeychainTest::everyStepAsksOnce_data()
{
    QTest::addColumn<bool>("remembers");
    QTest::newRow("a yes that is remembered") << true;
    QTest::newRow("a yes for once") << false;
}

void AskingKeychainTest::everyStepAsksOnce()
{
    QFETCH(const bool, remembers);
    m_service->remembersYes = remembers;
    VERIFY_OK(answered(m_store->write(entryKey, Secret::fromText(u"token"_s)), true));
    QCOMPARE(m_service->prompts, 1);
    QCOMPARE(m_service->value, QByteArray("token"));
    QCOMPARE(m_service->properties.value(u"org.freedesktop.Secret.Item.Label"_s), u"lanyard"_s);
    const auto read = answered(m_store->read(entryKey), true);
    VERIFY_OK(read);
    QVERIFY(read.value() == Secret::fromText(u"token"_s));
    QCOMPARE(m_service->prompts, 2);
    VERIFY_OK(answered(m_store->remove(entryKey), true));
    QCOMPARE(m_service->prompts, 3);
    QVERIFY(m_service->value.isEmpty());
    QVERIFY(!m_store->isAsking(entryKey));
}

void AskingKeychainTest::aNoIsTold()
{
    const auto written = answered(m_store->write(entryKey, Secret::fromText(u"token"_s)), false);
    COMPARE_ERROR(written, Kind::KeychainRefused);
    QVERIFY(!written.error().mayBeWritten);
    m_service->value = "old";
    COMPARE_ERROR(answered(m_store->read(entryKey), false), Kind::KeychainRefused);
    COMPARE_ERROR(answered(m_store->remove(entryKey), false), Kind::KeychainRefused);
    QCOMPARE(m_service->value, QByteArray("old"));
    QCOMPARE(m_service->prompts, 3);
}

void AskingKeychainTest::whatMayHaveBeenWrittenIsTold()
{
    m_service->searchFails = true;
    const auto unseen = answered(m_store->write(entryKey, Secret::fromText(u"token"_s)), true);
    QVERIFY(!unseen && unseen.error().mayBeWritten);
    QCOMPARE(m_service->value, QByteArray("token"));
    m_service->searchFails = false;
    const auto unanswered = m_store->write(entryKey, Secret::fromText(u"token"_s));
    VERIFY_EVENTUALLY(m_service->isPrompting());
    m_service->quit();
    const auto gone = wait(unanswered);
    QVERIFY(!gone && gone.error().mayBeWritten);
}

// As KeePassXC does for the password of its database.
void AskingKeychainTest::aServiceThatShowsADialogWithinACallIsWaitedFor()
{
    m_service->value = "token";
    m_service->searchWaits = true;
    QSignalSpy asking(m_store.get(), &SecretStore::askingChanged);
    const auto read = m_store->read(entryKey);
    VERIFY_EVENTUALLY(m_store->isAsking(entryKey));
    spin(6000); // longer than a service that asks nobody may take
    QCOMPARE(asking.size(), 1);
    m_service->answerSearches();
    const auto found = answered(read, true);
    VERIFY_OK(found);
    QVERIFY(found.value() == Secret::fromText(u"token"_s));
}

void AskingKeychainTest::aPromptThatAnswersWhenTheUserHasIsWaitedFor()
{
    m_service->value = "token";
    m_service->promptWaits = true;
    const auto read = m_store->read(entryKey);
    VERIFY_EVENTUALLY(m_service->isPrompting());
    spin(6000); // longer than a service that asks nobody may take
    const auto found = answered(read, true);
    VERIFY_OK(found);
    QVERIFY(found.value() == Secret::fromText(u"token"_s));
    QCOMPARE(m_service->prompts, 1);
}

void AskingKeychainTest::oneThatAnswersNothingIsSilent()
{
    m_service->isSilent = true;
    COMPARE_ERROR(wait(m_store->read(entryKey)),
                  Kind::KeychainSilent); // D-Bus itself would wait for longer than wait() does
    QVERIFY(!m_store->isAsking(entryKey));
}

void AskingKeychainTest::oneThatQuitsWhileItAsksIsGone()
{
    m_service->value = "token";
    const auto read = m_store->read(entryKey);
    VERIFY_EVENTUALLY(m_service->isPrompting());
    m_service->quit();
    COMPARE_ERROR(wait(read), Kind::KeychainMissing);
    QVERIFY(!m_store->isAsking(entryKey));
    const auto again = wait(m_store->read(entryKey));
    COMPARE_ERROR(again, Kind::KeychainMissing);
    QCOMPARE(errorText(again.error()), u"System keyring can no longer be reached."_s);
    // A program that starts only now never had one.
    SystemKeychain later;
    const auto none = wait(later.read(entryKey));
    COMPARE_ERROR(none, Kind::KeychainMissing);
    QCOMPARE(errorText(none.error()), u"There is no keychain on this computer."_s);
    // One that comes back is used again.
    QSignalSpy found(m_store.get(), &SecretStore::nameChanged);
    m_service = std::make_unique<ScriptedSecretService>();
    QVERIFY(found.wait(timeoutMs));
    VERIFY_OK(answered(m_store->write(entryKey, Secret::fromText(u"token"_s)), true));
}

// KeePassXC cannot search a database that is locked.
void AskingKeychainTest::whatIsLockedIsNotAbsent()
{
    m_service->value = "token";
    m_service->isLocked = true;
    COMPARE_ERROR(wait(m_store->read(entryKey)), Kind::KeychainLocked);
    COMPARE_ERROR(wait(m_store->remove(entryKey)), Kind::KeychainLocked);
    QCOMPARE(m_service->prompts, 0);
    VERIFY_OK(answered(m_store->open(entryKey), true));
    VERIFY_OK(answered(m_store->read(entryKey), true));
}

void AskingKeychainTest::aKeyringIsMadeWhereThereIsNone_data()
{
    QTest::addColumn<QString>("busName");
    QTest::addColumn<QString>("keyring");
    QTest::newRow("one that is not known") << QString() << u"Default keyring"_s;
    QTest::newRow("KWallet") << u"org.kde.kwalletd6"_s << u"kdewallet"_s;
}

// KWallet of Plasma 6, used for the first time: another name would be a second wallet beside that of KDE's programs.
void AskingKeychainTest::aKeyringIsMadeWhereThereIsNone()
{
    QFETCH(const QString, busName);
    QFETCH(const QString, keyring);
    m_store.reset();
    m_service.reset();
    m_service = std::make_unique<ScriptedSecretService>(busName);
    m_store = std::make_unique<SystemKeychain>();
    m_service->isSetUp = false;
    COMPARE_ERROR(wait(m_store->read(entryKey)), Kind::KeychainNotSetUp);
    COMPARE_ERROR(wait(m_store->write(entryKey, Secret::fromText(u"token"_s))), Kind::KeychainNotSetUp);
    QCOMPARE(m_service->prompts, 0);
    COMPARE_ERROR(answered(m_store->open(entryKey), false), Kind::KeychainRefused);
    VERIFY_OK(answered(m_store->open(entryKey), true));
    QCOMPARE(m_service->properties.value(u"org.freedesktop.Secret.Collection.Label"_s), keyring);
    VERIFY_OK(answered(m_store->write(entryKey, Secret::fromText(u"token"_s)), true));
    VERIFY_OK(wait(m_store->open(entryKey))); // nothing is locked, and there is one
    QCOMPARE(m_service->prompts, 3);
}

// In Debian 13 the bus can start KWallet, but not as the Secret Service that it is.
void AskingKeychainTest::oneThatIsStartedByAnotherNameIsFound()
{
    m_store.reset();
    m_service.reset();
    const QDBusConnection bus = QDBusConnection::sessionBus();
    const QDir services(QFileInfo(qEnvironmentVariable("XDG_RUNTIME_DIR")).path() + u"/services"_s); // of the session
    QFile file(services.filePath(u"org.kde.kwalletd6.service"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[D-BUS Service]\nName=org.kde.kwalletd6\nExec=/usr/bin/python3 -B " LANYARD_LATE_WALLET "\n");
    file.close();
    const auto gone = qScopeGuard([&file, &bus] {
        file.remove();
        bus.interface()->call(u"ReloadConfig"_s);
        if (const auto process = bus.interface()->servicePid(u"org.kde.kwalletd6"_s); process.isValid())
            ::kill(static_cast<pid_t>(process.value()), SIGTERM);
        // The next test has a service of its own.
        static_cast<void>(
            eventually([&bus] { return !bus.interface()->isServiceRegistered(u"org.freedesktop.secrets"_s); }));
    });
    bus.interface()->call(u"ReloadConfig"_s);
    m_store = std::make_unique<SystemKeychain>();
    static_cast<void>(wait(m_store->read(entryKey))); // it has only the names of one
    QCOMPARE(m_store->name(), u"KDE Wallet"_s);
    QVERIFY(bus.interface()->isServiceRegistered(u"org.freedesktop.secrets"_s));
}

void AskingKeychainTest::aYesAfterTheRemovalWritesNothing()
{
    const auto written = m_store->write(entryKey, Secret::fromText(u"late"_s));
    VERIFY_EVENTUALLY(m_service->isPrompting());
    VERIFY_OK(wait(m_store->remove(entryKey))); // nothing is there to be asked about
    COMPARE_ERROR(wait(written), Kind::Cancelled);
    VERIFY_EVENTUALLY(m_service->calls.contains(u"Dismiss"_s));
    m_service->answerPrompt(true);
    spin(200);
    QVERIFY(m_service->value.isEmpty());
}

void AskingKeychainTest::oneAnswerServesTheReadThatIsNotWantedAndTheWrite()
{
    m_service->value = "old";
    const auto read = m_store->read(entryKey);
    VERIFY_EVENTUALLY(m_service->isPrompting());
    read.cancel();
    const auto written = m_store->write(entryKey, Secret::fromText(u"new"_s));
    spin(500);
    QCOMPARE(m_service->prompts, 1);
    COMPARE_ERROR(answered(read, true), Kind::Cancelled);
    QVERIFY(!m_service->calls.contains(u"GetSecret"_s)); // a yes for once is left for what follows
    VERIFY_OK(answered(written, true));
    QCOMPARE(m_service->value, QByteArray("new"));
}

void AskingKeychainTest::nothingIsAskedAboutWhatIsRemovedUnasked()
{
    VERIFY_OK(wait(m_store->removeUnasked(entryKey)));
    m_service->value = "token";
    COMPARE_ERROR(wait(m_store->removeUnasked(entryKey)), Kind::KeychainLocked);
    m_service->isLocked = true;
    m_service->calls.clear();
    COMPARE_ERROR(wait(m_store->removeUnasked(entryKey)), Kind::KeychainLocked);
    QVERIFY(!m_service->calls.contains(u"SearchItems"_s));
    QCOMPARE(m_service->prompts, 0);
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::AskingKeychainTest)
#include "tst_askingkeychain.moc"
