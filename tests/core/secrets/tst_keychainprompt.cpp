// A locked keyring that asks for its password in a window of its own: only when told to, and whatever the user does.
//
// Runs in a session of its own with a screen.

#include "core/secrets/keychainstore.h"
#include "tests/core/keyring.h"
#include "tests/core/support.h"
#include "tests/support/testclass.h"

using namespace Qt::StringLiterals;

namespace lanyard::testing {

using Kind = Error::Kind;

class KeychainPromptTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void nothingAsksByItself();
    void thePasswordOpensIt();
    void aClosedWindowIsANo();
    void anUnansweredWindowHoldsNothingUp();
    void theProgramMayEndMeanwhile();

private:
    KeychainStore m_store;
};

void KeychainPromptTest::initTestCase()
{
    if (!Keyring::isOurs() || !qEnvironmentVariableIsSet("DISPLAY"))
        QSKIP("Needs a screen and a keyring that may be thrown away: run it under tests/support/session.sh.");
}

void KeychainPromptTest::init()
{
    VERIFY_OK(wait(m_store.write(entryKey, Secret::fromText(u"token"_s))));
    QVERIFY(Keyring::lock());
}

void KeychainPromptTest::cleanup()
{
    QVERIFY(Keyring::unlock());
}

void KeychainPromptTest::nothingAsksByItself()
{
    COMPARE_ERROR(wait(m_store.read(entryKey)), Kind::KeychainLocked);
    COMPARE_ERROR(wait(m_store.write(entryKey, Secret::fromText(u"new"_s))), Kind::KeychainLocked);
    COMPARE_ERROR(wait(m_store.remove(entryKey)), Kind::KeychainLocked);
    spin(500);
    QVERIFY(!Keyring::isPrompting());
}

// Typed into the system's own window by keys.
void KeychainPromptTest::thePasswordOpensIt()
{
    const auto opened = m_store.open(entryKey);
    bool answered = false; // once: eventually() asks again when it was told yes
    VERIFY_EVENTUALLY((answered = answered || Keyring::answerPrompt(u"throw-away"_s)));
    VERIFY_OK(wait(opened));
    QVERIFY(wait(m_store.read(entryKey)).value() == Secret::fromText(u"token"_s));
}

void KeychainPromptTest::aClosedWindowIsANo()
{
    const auto opened = m_store.open(entryKey);
    Result<Done> result = Done{};
    QVERIFY(Keyring::refuse(opened, result));
    COMPARE_ERROR(result, Kind::KeychainRefused);
    COMPARE_ERROR(wait(m_store.read(entryKey)), Kind::KeychainLocked);
}

void KeychainPromptTest::anUnansweredWindowHoldsNothingUp()
{
    const auto opened = m_store.open(entryKey);
    VERIFY_EVENTUALLY(Keyring::isPrompting());
    // Locked, not silent: they do not wait for the window.
    COMPARE_ERROR(wait(m_store.read(entryKey)), Kind::KeychainLocked);
    COMPARE_ERROR(wait(m_store.remove(entryKey)), Kind::KeychainLocked);
    opened.cancel();
    COMPARE_ERROR(wait(opened), Kind::Cancelled);
}

// A store that goes while the window is there: nothing crashes, and nothing is left that would ask.
void KeychainPromptTest::theProgramMayEndMeanwhile()
{
    std::optional<Pending<Done>> opened;
    {
        KeychainStore store;
        opened = store.open(entryKey);
        VERIFY_EVENTUALLY(Keyring::isPrompting());
    }
    COMPARE_ERROR(wait(*opened), Kind::Cancelled);
    Keyring::endPrompt();
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::KeychainPromptTest)
#include "tst_keychainprompt.moc"
