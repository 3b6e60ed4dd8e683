// "Check key": the service is asked with the key alone, and what it says is put into words and kept nowhere.

#include "core/session/keycheck.h"
#include "tests/core/sessionfixture.h"
#include "tests/support/eventually.h"
#include "tests/support/testclass.h"

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

const QString checkedKey = u"api_Kq7vR2mXw9LtZb4NcY8sHd3f"_s;

Result<KeyHolder> checked(KeyCheck &check, const QString &key)
{
    std::optional<Result<KeyHolder>> result;
    check.check(Secret::fromText(key)).then(&check, [&result](const Result<KeyHolder> &holder) { result = holder; });
    if (!eventually([&result] { return result.has_value(); }))
        return errorOf(Error::Kind::TimedOut);
    return *result;
}

} // namespace

class KeyCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKeyThatWorksSaysWhoseItIs();
    void aSecretInTheNameOfItsHolderIsNotSaid();
    void theKeyIsSentAlone();
    void aKeyThatIsNotAcceptedIsNoEndOfTheSession();
    void aKeyThatCannotBeSentIsNotSent();
    void aCheckEndsWithItsObject();
    void theSentenceNamesWhoItIs();
};

void KeyCheckTest::aKeyThatWorksSaysWhoseItIs()
{
    SessionFixture fixture;
    QVERIFY(fixture.started && fixture.signIn());
    const auto check = fixture.session.newKeyCheck();
    const Result<KeyHolder> holder = checked(*check, checkedKey);
    QVERIFY(holder);
    QCOMPARE(keyCheckText(holder), u"This key works: it belongs to mrossi (Maria Rossi)."_s);
}

void KeyCheckTest::aSecretInTheNameOfItsHolderIsNotSaid()
{
    SessionFixture fixture;
    QJsonObject user = fixture.service.user(u"mrossi"_s);
    user.insert(u"firstName"_s, checkedKey);
    QVERIFY(fixture.started && fixture.service.setUser(u"mrossi"_s, user) && fixture.signIn());
    const Result<KeyHolder> holder = checked(*fixture.session.newKeyCheck(), checkedKey);
    QVERIFY(holder);
    QCOMPARE(keyCheckText(holder), u"This key works: it belongs to mrossi (••• Rossi)."_s);
}

void KeyCheckTest::theKeyIsSentAlone()
{
    SessionFixture fixture;
    QVERIFY(fixture.started && fixture.signIn());
    fixture.service.clearRequests();
    const auto check = fixture.session.newKeyCheck();
    QVERIFY(checked(*check, checkedKey));
    const auto requests = fixture.service.requests();
    QCOMPARE(requests.size(), 1);
    QCOMPARE(requests.first().header("x-api-key"), checkedKey.toUtf8());
    QVERIFY(!requests.first().hasHeader("authorization"));
    QVERIFY(!requests.first().hasHeader("cookie"));
}

void KeyCheckTest::aKeyThatIsNotAcceptedIsNoEndOfTheSession()
{
    SessionFixture fixture;
    QVERIFY(fixture.started && fixture.signIn());
    const auto check = fixture.session.newKeyCheck();
    const Result<KeyHolder> holder = checked(*check, u"api_000000000000000000000000"_s);
    QVERIFY(!holder);
    QVERIFY(keyCheckText(holder).startsWith(u"The service does not accept this key."_s));
    QCOMPARE(fixture.session.state(), Session::State::SignedIn);
}

void KeyCheckTest::aKeyThatCannotBeSentIsNotSent()
{
    SessionFixture fixture;
    QVERIFY(fixture.started && fixture.signIn());
    const auto check = fixture.session.newKeyCheck();
    const Result<KeyHolder> holder = checked(*check, u"a\r\nX-Other: b"_s);
    QVERIFY(!holder && holder.error().kind == Error::Kind::UnusableCredential);
    QVERIFY(!keyCheckText(holder).isEmpty());
}

void KeyCheckTest::aCheckEndsWithItsObject()
{
    SessionFixture fixture;
    QVERIFY(fixture.started && fixture.signIn());
    std::optional<Result<KeyHolder>> result;
    auto check = fixture.session.newKeyCheck();
    check->check(Secret::fromText(checkedKey)).then(this, [&result](const Result<KeyHolder> &holder) {
        result = holder;
    });
    check.reset();
    VERIFY_EVENTUALLY(result.has_value());
    QVERIFY(!*result && result->error().kind == Error::Kind::Cancelled);
    QCOMPARE(keyCheckText(*result), QString());
}

void KeyCheckTest::theSentenceNamesWhoItIs()
{
    QCOMPARE(keyCheckText(KeyHolder{u"app"_s, u"app"_s}), u"This key works: it belongs to app."_s);
    QCOMPARE(keyCheckText(KeyHolder{QString(), u"7f0c"_s}), u"This key works: it belongs to 7f0c."_s);
    QCOMPARE(keyCheckText(KeyHolder{u"app"_s, u"The App"_s, true}),
             u"This key works, but it belongs to another user: app (The App)."_s);
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::KeyCheckTest)
#include "tst_keycheck.moc"
