// A locked keyring that can ask for its password in a window, and nobody there to answer: the program goes on.
//
// Runs in a session of its own with a screen.

#include "core/secrets/keychainstore.h"
#include "tests/core/keyring.h"
#include "tests/core/support.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

using Kind = Error::Kind;

class KeychainPromptTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aPromptThatNobodyAnswersIsGivenUp();
};

void KeychainPromptTest::initTestCase()
{
    if (!Keyring::isOurs() || !qEnvironmentVariableIsSet("DISPLAY"))
        QSKIP("Needs a screen and a keyring that may be thrown away: run it under tests/support/session.sh.");
}

void KeychainPromptTest::aPromptThatNobodyAnswersIsGivenUp()
{
    const QString key = u"lanyard/https://licences.example.com:5455/mrossi"_s;
    KeychainStore patient;
    VERIFY_OK(wait(patient.write(key, Secret::fromText(u"token"_s))));
    QVERIFY(Keyring::lock());
    KeychainStore hasty(1000);
    QElapsedTimer timer;
    timer.start();
    const auto read = wait(hasty.read(key));
    const auto removed = wait(hasty.remove(key)); // waits behind the first
    QVERIFY(timer.elapsed() < 15'000);
    // Never "there is none", and never "it is gone". A keyring that has no window to ask in says no at once.
    QVERIFY2(!read && (read.error().kind == Kind::KeychainUnusable || read.error().kind == Kind::KeychainRefused),
             told(read).constData());
    QVERIFY2(!removed &&
                 (removed.error().kind == Kind::KeychainUnusable || removed.error().kind == Kind::KeychainRefused),
             told(removed).constData());

    // The window is closed in the end: once for each job that waited, and then the keychain is as good as ever.
    QVERIFY(Keyring::unlock());
    QTRY_VERIFY_WITH_TIMEOUT((Keyring::endPrompt(), wait(hasty.read(key)).ok()), patienceMs);
    VERIFY_OK(wait(patient.write(key, Secret::fromText(u"new"_s))));
    QCOMPARE(Keyring::secretOf(key), QByteArray("new"));
}

} // namespace lanyard::testing

QTEST_GUILESS_MAIN(lanyard::testing::KeychainPromptTest)
#include "tst_keychainprompt.moc"
