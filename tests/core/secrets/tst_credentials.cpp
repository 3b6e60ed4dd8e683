// Windows' Credential Manager: what is stored there is found again, seen from outside, and gone when it is removed.

#include "core/secrets/systemstore.h"
#include "tests/core/support.h"
#include "tests/support/testclass.h"

#include <qt_windows.h>
#include <wincred.h>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

const QString ownKey = u"lanyard/https://account.example/tst_credentials"_s;

// As another program of the user sees it.
QByteArray seenFromOutside()
{
    CREDENTIALW *credential = nullptr;
    if (!CredReadW(("lanyard:"_L1 + ownKey).toStdWString().c_str(), CRED_TYPE_GENERIC, 0, &credential))
        return {};
    const QByteArray seen(reinterpret_cast<const char *>(credential->CredentialBlob),
                          static_cast<qsizetype>(credential->CredentialBlobSize));
    CredFree(credential);
    return seen;
}

} // namespace

class CredentialsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void whatIsStoredIsFoundAgain_data();
    void whatIsStoredIsFoundAgain();
    void theLastOneCounts();
    void whatIsRemovedIsGone();
    void whatIsTooLongIsRefused();
    void itIsReadyAndSaysItsName();
};

void CredentialsTest::cleanup()
{
    VERIFY_OK(wait(makeSystemStore()->remove(ownKey)));
}

void CredentialsTest::whatIsStoredIsFoundAgain_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("short") << QByteArray("t");
    QTest::newRow("letters of every kind") << QByteArray("pässwörd🔑\r\n");
    QTest::newRow("as long as may be") << QByteArray(CRED_MAX_CREDENTIAL_BLOB_SIZE, 'x');
}

void CredentialsTest::whatIsStoredIsFoundAgain()
{
    QFETCH(const QByteArray, token);
    VERIFY_OK(wait(makeSystemStore()->write(ownKey, Secret(token))));
    const auto found = wait(makeSystemStore()->read(ownKey)); // as at the next start
    VERIFY_OK(found);
    QVERIFY(found.value() && *found.value() == Secret(token));
    QCOMPARE(seenFromOutside(), token);
}

void CredentialsTest::theLastOneCounts()
{
    const auto store = makeSystemStore();
    VERIFY_OK(wait(store->write(ownKey, Secret(QByteArrayView("first, which is longer")))));
    VERIFY_OK(wait(store->write(ownKey, Secret(QByteArrayView("second")))));
    QCOMPARE(seenFromOutside(), QByteArray("second"));
}

void CredentialsTest::whatIsRemovedIsGone()
{
    const auto store = makeSystemStore();
    VERIFY_OK(wait(store->write(ownKey, Secret(QByteArrayView("token")))));
    VERIFY_OK(wait(store->remove(ownKey)));
    QCOMPARE(seenFromOutside(), QByteArray());
    const auto found = wait(store->read(ownKey));
    VERIFY_OK(found);
    QVERIFY(!found.value());
    VERIFY_OK(wait(store->removeUnasked(ownKey))); // again
}

void CredentialsTest::whatIsTooLongIsRefused()
{
    const Secret token(QByteArray(CRED_MAX_CREDENTIAL_BLOB_SIZE + 1, 'x'));
    COMPARE_ERROR(wait(makeSystemStore()->write(ownKey, token)), Error::Kind::KeychainRefused);
    QCOMPARE(seenFromOutside(), QByteArray());
}

void CredentialsTest::itIsReadyAndSaysItsName()
{
    const auto store = makeSystemStore();
    QVERIFY(store->readiness() == SecretStore::Readiness::Ready);
    QCOMPARE(store->name(), u"Windows Credential Manager"_s);
    VERIFY_OK(wait(store->open(ownKey)));
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::CredentialsTest)
#include "tst_credentials.moc"
